package io.synthaudit.learn.model;

import java.util.Arrays;

/**
 * The floor under every model: the class shares of the training side, whatever the row says. Its most likely class is the
 * majority class, so its balanced accuracy is one over the number of classes, and its AUC is 0.5.
 */
public final class Majority implements Learner {

    @Override
    public String name() {
        return "majority";
    }

    @Override
    public Classifier fit(Design design, int[] labels, int classes) {
        int n = labels.length;
        if (n == 0 || n != design.size()) {
            throw new IllegalArgumentException("a model is fitted on rows with one label each");
        }
        double[] counts = new double[classes];
        for (int label : labels) {
            counts[label]++;
        }
        double[] shares = Arrays.stream(counts).map(c -> c / n).toArray();
        return rows -> {
            double[][] all = new double[rows.size()][];
            Arrays.fill(all, shares);
            return all;
        };
    }
}
