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

    /** Adds a row to a histogram of one weight and the outputs' sums per bin. */
    void add(double[] histogram, int at, int row, int weight) {
        histogram[at] += weight;
        if (values != null) {
            histogram[at + 1] += weight * values[row];
        } else {
            histogram[at + 1 + labels[row]] += weight;
        }
    }
}
