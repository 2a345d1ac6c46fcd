package io.synthaudit.learn.model;

/**
 * What a tree explains: the class or the number of each row. A class is as many numbers as there are classes, one of them 1;
 * two classes are one number, 0 or 1. The impurity of a node is the sum of its squared deviations, which for classes is Gini's.
 *
 * @param outputs how many numbers
 * @param labels class of each row; null for numbers
 * @param values number of each row; null for more than two classes
 */
record Answers(int outputs, int[] labels, double[] values) {

    static Answers classes(int[] labels, int classes) {
        if (classes != 2) {
            return new Answers(classes, labels, null);
        }
        double[] values = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[i] = labels[i];
        }
        return new Answers(1, null, values);
    }

    static Answers numbers(double[] values) {
        return new Answers(1, null, values);
    }

    /**
     * Adds rows to a histogram of one weight and the outputs' sums per bin.
     *
     * @param rows the rows, those from {@code from} to {@code to - 1} of them
     * @param weight of each row of the table
     * @param bins of each row of the table; null for one bin
     * @param only the bin to add, to place 0; negative for all, each to its place
     */
    void add(double[] histogram, int[] rows, int from, int to, int[] weight, char[] bins, int only) {
        int stride = 1 + outputs;
        for (int r = from; r < to; r++) {
            int row = rows[r];
            if (only >= 0 && bins[row] != only) {
                continue;
            }
            int at = only >= 0 || bins == null ? 0 : bins[row] * stride;
            int w = weight[row];
            histogram[at] += w;
            if (values != null) {
                histogram[at + 1] += w * values[row];
            } else {
                histogram[at + 1 + labels[row]] += w;
            }
        }
    }
}
