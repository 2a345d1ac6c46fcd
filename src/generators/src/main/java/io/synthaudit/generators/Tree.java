package io.synthaudit.generators;

import java.util.Arrays;

/**
 * A maximum spanning tree, grown from node 0 (Prim).
 *
 * @param parent parent of each node, -1 for the root
 * @param order the nodes, each after its parent
 */
record Tree(int[] parent, int[] order) {

    /** The tree of the greatest total weight; among equal weights the lowest numbers win. */
    static Tree spanning(double[][] weight) {
        int n = weight.length;
        int[] parent = new int[n];
        int[] order = new int[n];
        double[] best = new double[n];
        boolean[] inside = new boolean[n];
        Arrays.fill(parent, -1);
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int size = 0; size < n; size++) {
            int next = -1;
            for (int node = 0; node < n; node++) {
                if (!inside[node] && (next < 0 || best[node] > best[next])) {
                    next = node;
                }
            }
            inside[next] = true;
            order[size] = next;
            for (int node = 0; node < n; node++) {
                if (!inside[node] && weight[next][node] > best[node]) {
                    best[node] = weight[next][node];
                    parent[node] = next;
                }
            }
        }
        return new Tree(parent, order);
    }
}
