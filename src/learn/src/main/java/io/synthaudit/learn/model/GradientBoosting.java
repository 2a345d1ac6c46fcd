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
        Boosted boosted = boost(design, start, (scores, row, gradients, curvatures) -> {
            double[] p = two ? second(scores) : softmax(scores);
            for (int k = 0; k < outputs; k++) {
                gradients[k][row] = p[k] - (y[row] == (two ? 1 : k) ? 1 : 0);
                curvatures[k][row] = Math.max(1e-16, p[k] * (1 - p[k]));
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
        Boosted boosted = boost(design, new double[1], (scores, row, gradients, curvatures) -> {
            gradients[0][row] = scores[0] - (values[row] - spread.mean()) / spread.deviation();
            curvatures[0][row] = 1;
        });
        return new Numbers(boosted, spread);
    }

    /** Derivatives of a row's loss by each of its scores. */
    private interface Derivatives {
        void at(double[] scores, int row, double[][] gradients, double[][] curvatures);
    }

    private static Boosted boost(Design design, double[] start, Derivatives derivatives) {
        Bins bins = Bins.of(design);
        int outputs = start.length;
        int rounds = rounds(outputs);
        double[] importance = new double[bins.features()];
        Tree[][] trees = new Tree[rounds][outputs];
        double[][] scores = new double[design.size()][];
        Arrays.setAll(scores, i -> start.clone());
        double[][] gradients = new double[outputs][design.size()];
        double[][] curvatures = new double[outputs][design.size()];
        for (Tree[] round : trees) {
            // All trees of a round see the scores of the round before.
            for (int i = 0; i < scores.length; i++) {
                derivatives.at(scores[i], i, gradients, curvatures);
            }
            for (int k = 0; k < outputs; k++) {
                round[k] = new BoostedTree(design, bins, gradients[k], curvatures[k], rate(outputs), importance)
                        .grow(DEPTH);
                round[k].addTo(design, k, scores);
            }
        }
        return new Boosted(start, trees, importance);
    }

    /** The probability of the second of two classes. */
    private static double[] second(double[] scores) {
        return new double[] {1 / (1 + StrictMath.exp(-scores[0]))};
    }

    private static double[] softmax(double[] scores) {
        double largest = scores[0];
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
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
