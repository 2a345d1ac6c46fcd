package io.synthaudit.learn.model;

import java.util.Arrays;

/**
 * The floor under every model: the class shares of the training side, whatever the row says. Its most likely class is the
 * majority class, so its balanced accuracy is one over the number of classes, and its AUC is 0.5. For numbers it is the mean.
 */
public final class Majority implements Learner, NumberLearner {

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public Classifier fit(Design design, int[] labels, int classes) {
        design.checkAnswers(labels.length);
        double[] counts = new double[classes];
        for (int label : labels) {
            counts[label]++;
        }
        double[] shares = Arrays.stream(counts).map(c -> c / labels.length).toArray();
        return new Shares(shares, design.features().size());
    }

    @Override
    public Predictor fit(Design design, double[] values) {
        design.checkAnswers(values.length);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return new Mean(sum / values.length, design.features().size());
    }

    private record Shares(double[] shares, int features) implements Classifier {

        @Override
        public double[][] probabilities(Design design) {
            double[][] all = new double[design.size()][];
            Arrays.fill(all, shares);
            return all;
        }

        @Override
        public double[] importance() {
            return new double[features];
        }
    }

    private record Mean(double mean, int features) implements Predictor {

        @Override
        public double[] predict(Design design) {
            double[] all = new double[design.size()];
            Arrays.fill(all, mean);
            return all;
        }

        @Override
        public double[] importance() {
            return new double[features];
        }
    }
}
