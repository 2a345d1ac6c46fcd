package io.synthaudit.learn.model;

import java.util.Arrays;

/**
 * Grows one tree of gradient boosting, level by level, from histograms of gradients and curvatures: those of the smaller child
 * are summed, those of its sibling are what the parent's leave.
 */
final class BoostedTree {

    private static final double RIDGE = 1;
    private static final double LEAST_CURVATURE = 1;
    private static final double LEAST_GAIN = 1e-9;

    private final Design design;
    private final Bins bins;
    private final double[] gradient;
    private final double[] curvature;
    private final double[] importance;
    private final int[] offsets;
    private final int cells;
    private final int[] rows;
    private final int[] spare;
    private final Tree tree = new Tree();
    private final double rate;

    private double bestGain;
    private int bestFeature;
    private int bestBin;

    /**
     * @param gradient of the loss of each row
     * @param curvature second derivative of the loss of each row
     * @param rate what the leaves are multiplied by
     * @param importance gets, per feature, the gain of its splits
     */
    BoostedTree(Design design, Bins bins, double[] gradient, double[] curvature, double rate, double[] importance) {
        this.design = design;
        this.bins = bins;
        this.gradient = gradient;
        this.curvature = curvature;
        this.rate = rate;
        this.importance = importance;
        this.offsets = new int[bins.features()];
        int sum = 0;
        for (int f = 0; f < offsets.length; f++) {
            offsets[f] = sum;
            sum += bins.counts()[f];
        }
        this.cells = sum;
        this.rows = new int[gradient.length];
        this.spare = new int[gradient.length];
        Arrays.setAll(rows, i -> i);
    }

    Tree grow(int depth) {
        grow(tree.leaf(), 0, rows.length, histogram(0, rows.length), depth);
        return tree;
    }

    private void grow(int node, int from, int to, double[] histogram, int depth) {
        double g = 0;
        double h = 0;
        for (int bin = 0; bin < (offsets.length == 0 ? 0 : bins.counts()[0]); bin++) {
            g += histogram[2 * bin];
            h += histogram[2 * bin + 1];
        }
        bestGain = LEAST_GAIN;
        bestFeature = -1;
        if (depth > 0) {
            for (int f = 0; f < offsets.length; f++) {
                search(f, histogram, g, h);
            }
        }
        if (bestFeature < 0) {
            tree.set(node, -rate * g / (h + RIDGE));
            return;
        }
        int feature = bestFeature;
        int bin = bestBin;
        importance[feature] += bestGain;
        boolean number = design.features().get(feature).isNumber();
        int middle = bins.partition(feature, number, bin, rows, spare, from, to);
        int left = tree.leaf();
        int right = tree.leaf();
        tree.split(node, feature, bin - 1, number ? bins.edges()[feature][bin] : 0, left, right);
        boolean leftSmaller = middle - from <= to - middle;
        double[] small = leftSmaller ? histogram(from, middle) : histogram(middle, to);
        for (int i = 0; i < small.length; i++) {
            histogram[i] -= small[i];
        }
        grow(left, from, middle, leftSmaller ? small : histogram, depth - 1);
        grow(right, middle, to, leftSmaller ? histogram : small, depth - 1);
    }

    private double[] histogram(int from, int to) {
        double[] sums = new double[2 * cells];
        for (int f = 0; f < offsets.length; f++) {
            char[] of = bins.of()[f];
            int offset = offsets[f];
            for (int r = from; r < to; r++) {
                int row = rows[r];
                int at = 2 * (offset + of[row]);
                sums[at] += gradient[row];
                sums[at + 1] += curvature[row];
            }
        }
        return sums;
    }

    private void search(int f, double[] histogram, double g, double h) {
        boolean number = design.features().get(f).isNumber();
        double left = 0;
        double weight = 0;
        // Behind the last bin there is nothing; bin 0 of levels is none of them.
        int last = number ? bins.counts()[f] - 1 : bins.counts()[f];
        for (int bin = number ? 0 : 1; bin < last; bin++) {
            int at = 2 * (offsets[f] + bin);
            left = (number ? left : 0) + histogram[at];
            weight = (number ? weight : 0) + histogram[at + 1];
            double rest = h - weight;
            if (weight >= LEAST_CURVATURE && rest >= LEAST_CURVATURE) {
                double gain =
                        left * left / (weight + RIDGE) + (g - left) * (g - left) / (rest + RIDGE) - g * g / (h + RIDGE);
                if (gain > bestGain) {
                    bestGain = gain;
                    bestFeature = f;
                    bestBin = bin;
                }
            }
        }
    }
}
