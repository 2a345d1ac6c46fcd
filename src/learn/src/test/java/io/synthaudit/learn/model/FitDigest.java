package io.synthaudit.learn.model;

import io.synthaudit.core.random.RandomStreams;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A program that prints the SHA-256 of what fitted models say. Sums inside the library are compensated, so most of its fits
 * come out the same on any number of threads: it takes several large ones to see the difference.
 */
final class FitDigest {

    private static final int ROWS = 40_000;
    private static final int WIDTH = 20;
    private static final int FITS = 12;
    private static final int FEW = 300;

    private FitDigest() {}

    /** Arguments: number of classes; {@code ours} for the learner, {@code all} for every
     * learner on fewer rows, {@code bare} for the library called directly. */
    public static void main(String[] args) throws Exception {
        int classes = Integer.parseInt(args[0]);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int fit = 0; fit < FITS; fit++) {
            UniformRandomProvider random = new RandomStreams(fit).stream("digest");
            double[][] x = new double[ROWS][WIDTH];
            int[] y = new int[ROWS];
            for (int i = 0; i < ROWS; i++) {
                double sum = classes / 2.0 + 10 * random.nextDouble() - 5;
                for (int j = 0; j < WIDTH; j++) {
                    x[i][j] = random.nextDouble() * 2 - 1;
                    sum += x[i][j];
                }
                y[i] = (int) Math.max(0, Math.min(classes - 1, Math.floor(sum)));
            }
            switch (args[1]) {
                case "ours" -> add(digest, learner(new LogisticRegression(), x, y, classes));
                case "all" -> everyLearner(digest, Arrays.copyOf(x, FEW), Arrays.copyOf(y, FEW), classes);
                default -> add(digest, bare(x, y));
            }
        }
        System.out.println(HexFormat.of().formatHex(digest.digest()));
    }

    private static void everyLearner(MessageDigest digest, double[][] x, int[] y, int classes) {
        for (Learner learner : LearnersTest.LEARNERS) {
            add(digest, learner(learner, x, y, classes));
        }
        Design design = new Design(x, WIDTH);
        double[] values = Arrays.stream(y).asDoubleStream().toArray();
        for (NumberLearner learner : LearnersTest.NUMBER_LEARNERS) {
            Predictor model = learner.fit(design, values);
            add(digest, model.predict(design));
            add(digest, model.importance());
        }
    }

    private static double[] learner(Learner learner, double[][] x, int[] y, int classes) {
        Design design = new Design(x, WIDTH);
        return Arrays.stream(learner.fit(design, y, classes).probabilities(design))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] bare(double[][] x, int[] y) {
        return smile.classification.LogisticRegression.binomial(x, y, 0.5, 1e-3, 50)
                .coefficients();
    }

    private static void add(MessageDigest digest, double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
        for (double v : values) {
            bytes.putDouble(v);
        }
        digest.update(bytes.array());
    }
}
