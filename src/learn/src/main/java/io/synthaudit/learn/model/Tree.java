package io.synthaudit.learn.model;

import java.util.Arrays;

/** A binary tree over features: numbers go left up to an edge, levels where they are the one that is asked for. */
final class Tree {

    private int size;
    private int[] feature = new int[64];
    private int[] level = new int[64];
    private double[] edge = new double[64];
    private int[] left = new int[64];
    private int[] right = new int[64];
    private double[][] value = new double[64][];

    /** A new leaf, whose number is returned. */
    int leaf(double... values) {
        if (size == feature.length) {
            int more = 2 * size;
            feature = Arrays.copyOf(feature, more);
            level = Arrays.copyOf(level, more);
            edge = Arrays.copyOf(edge, more);
            left = Arrays.copyOf(left, more);
            right = Arrays.copyOf(right, more);
            value = Arrays.copyOf(value, more);
        }
        feature[size] = -1;
        value[size] = values;
        return size++;
    }

    /** Gives a leaf its values. */
    void set(int node, double... values) {
        value[node] = values;
    }

    /** Makes a branch of a leaf. */
    void split(int node, int onFeature, int onLevel, double upTo, int leftNode, int rightNode) {
        feature[node] = onFeature;
        level[node] = onLevel;
        edge[node] = upTo;
        left[node] = leftNode;
        right[node] = rightNode;
        value[node] = null;
    }

    /** Adds the values of each row's leaf to its sums. */
    void addTo(Design design, double[][] sums) {
        addTo(design, 0, sums);
    }

    /** The same, the first value to the sum of that number. */
    void addTo(Design design, int first, double[][] sums) {
        int features = design.features().size();
        double[][] values = new double[features][];
        int[][] slots = new int[features][];
        for (int f = 0; f < features; f++) {
            values[f] = design.features().get(f).values();
            slots[f] = design.features().get(f).slots();
        }
        for (int i = 0; i < design.size(); i++) {
            int node = 0;
            while (feature[node] >= 0) {
                int f = feature[node];
                boolean goesLeft = values[f] != null ? values[f][i] <= edge[node] : slots[f][i] == level[node];
                node = goesLeft ? left[node] : right[node];
            }
            double[] of = value[node];
            for (int k = 0; k < of.length; k++) {
                sums[i][first + k] += of[k];
            }
        }
    }
}
