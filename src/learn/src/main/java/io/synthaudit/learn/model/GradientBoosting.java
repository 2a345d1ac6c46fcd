package io.synthaudit.learn.model;

import java.util.Arrays;

/**
 * Gradient-boosted trees on histograms: Newton steps of the log-loss, one tree per class and round (one in all for two
 * classes), or of the squared error.
 *
 * <p>Trees of depth 5, a ridge of 1 on leaves, no leaf with a curvature below 1, no sampling: nothing is random. Rounds and rate
 * of learning depend on the number of classes alone: 40 rounds at 0.225 for up to three trees a round, fewer at a larger rate
 * for more. Importance of a feature: the gain of its splits.
 *
 * @see <a href="https://doi.org/10.1214/aos/1013203451">Friedman (2001)</a>
 * @see <a href="https://doi.org/10.1145/2939672.2939785">Chen and Guestrin (2016)</a>
 */
public final class GradientBoosting implements Learner, NumberLearner {

    private static final int DEPTH = 5;
    private static final int TREES = 120;
    private static final int MOST_ROUNDS = 40;
    private static final int FEWEST_ROUNDS = 12;

    /** Rate of learning times rounds. */
    private static final double REACH = 9;

    private static final double FASTEST = 0.3;

    @Override
    public String name() {
        return "boosting";
    }

    private static int rounds(int outputs) {
        return Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, TREES / outputs));
    }

    private static double rate(int outputs) {
        return Math.min(FASTEST, REACH / rounds(outputs));
    }

    @Override
    public Classifier fit(Design design, int[] labels, int classes) {
        design.checkAnswers(labels.length);
        Present present = Present.of(labels);
        if (present.count() == 1 || design.width() == 0) {
            return new Majority().fit(design, labels, classes);
        }
        int[] y = present.dense();
        boolean two = present.count() == 2;
        int outputs = two ? 1 : present.count();
        double[] counts = new double[present.count()];
        for (int label : y) {
            counts[label]++;
        }
        double[] start = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            start[k] = two ? StrictMath.log(counts[1] / counts[0]) : StrictMath.log(counts[k] / y.length);
        }
        Boosted boosted = boost(design, start, (scores, k, gradient, curvature) -> {
            for (int i = 0; i < y.length; i++) {
                double p = two ? 1 / (1 + StrictMath.exp(-scores[i][0])) : softmax(scores[i])[k];
                gradient[i] = p - (y[i] == (two ? 1 : k) ? 1 : 0);
                curvature[i] = Math.max(1e-16, p * (1 - p));
            }
        });
        return new Classes(boosted, present.classes(), classes);
    }

    @Override
    public Predictor fit(Design design, double[] values) {
        design.checkAnswers(values.length);
        Spread spread = Spread.around(values);
        if (design.width() == 0 || !(spread.deviation() > 0)) {
            return new Majority().fit(design, values);
        }
        Boosted boosted = boost(design, new double[1], (scores, k, gradient, curvature) -> {
            for (int i = 0; i < values.length; i++) {
                gradient[i] = scores[i][0] - (values[i] - spread.mean()) / spread.deviation();
                curvature[i] = 1;
            }
        });
        return new Numbers(boosted, spread);
    }

    /** Derivatives of the loss by one output's score. */
    private interface Derivatives {
        void at(double[][] scores, int output, double[] gradient, double[] curvature);
    }

    private static Boosted boost(Design design, double[] start, Derivatives derivatives) {
        Bins bins = Bins.of(design);
        int outputs = start.length;
        int rounds = rounds(outputs);
        double[] importance = new double[bins.features()];
        Tree[][] trees = new Tree[rounds][outputs];
        double[][] scores = new double[design.size()][];
        Arrays.setAll(scores, i -> start.clone());
        double[] gradient = new double[design.size()];
        double[] curvature = new double[design.size()];
        for (Tree[] round : trees) {
            for (int k = 0; k < outputs; k++) {
                derivatives.at(scores, k, gradient, curvature);
                round[k] = new BoostedTree(design, bins, gradient, curvature, rate(outputs), importance).grow(DEPTH);
            }
            // All trees of a round see the scores of the round before.
            for (int k = 0; k < outputs; k++) {
                round[k].addTo(design, k, scores);
            }
        }
        return new Boosted(start, trees, importance);
    }

    private static double[] softmax(double[] scores) {
        double largest = Arrays.stream(scores).max().orElseThrow();
        double[] all = new double[scores.length];
        double sum = 0;
        for (int k = 0; k < all.length; k++) {
            all[k] = StrictMath.exp(scores[k] - largest);
            sum += all[k];
        }
        for (int k = 0; k < all.length; k++) {
            all[k] /= sum;
        }
        return all;
    }

    private record Boosted(double[] start, Tree[][] trees, double[] importance) {

        double[][] scores(Design design) {
            double[][] scores = new double[design.size()][];
            Arrays.setAll(scores, i -> start.clone());
            for (Tree[] round : trees) {
                for (int k = 0; k < round.length; k++) {
                    round[k].addTo(design, k, scores);
                }
            }
            return scores;
        }
    }

    private record Classes(Boosted boosted, int[] present, int classes) implements Classifier {

        @Override
        public double[][] probabilities(Design design) {
            double[][] scores = boosted.scores(design);
            double[][] all = new double[scores.length][classes];
            for (int i = 0; i < all.length; i++) {
                double[] p = scores[i].length == 1 ? softmax(new double[] {0, scores[i][0]}) : softmax(scores[i]);
                for (int k = 0; k < present.length; k++) {
                    all[i][present[k]] = p[k];
                }
            }
            return all;
        }

        @Override
        public double[] importance() {
            return boosted.importance().clone();
        }
    }

    private record Numbers(Boosted boosted, Spread spread) implements Predictor {

        @Override
        public double[] predict(Design design) {
            return Arrays.stream(boosted.scores(design))
                    .mapToDouble(row -> spread.mean() + spread.deviation() * row[0])
                    .toArray();
        }

        @Override
        public double[] importance() {
            return boosted.importance().clone();
        }
    }
}
