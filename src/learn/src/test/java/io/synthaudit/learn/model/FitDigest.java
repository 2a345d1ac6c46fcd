package io.synthaudit.learn.model;

import io.synthaudit.core.random.RandomStreams;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A program that prints the SHA-256 of fitted models. The sums inside are compensated, so most fits come out the same on any
 * number of threads even without the pool of one: it takes several large ones to see the difference.
 */
final class FitDigest {

    private static final int ROWS = 40_000;
    private static final int WIDTH = 20;
    private static final int FITS = 12;

    private FitDigest() {}

    /** Arguments: number of classes; {@code pool} for the learner, {@code bare} for the library called directly. */
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
            add(digest, args[1].equals("pool") ? learner(x, y, classes) : bare(x, y));
        }
        System.out.println(HexFormat.of().formatHex(digest.digest()));
    }

    private static double[] learner(double[][] x, int[] y, int classes) {
        Design design = new Design(x, WIDTH);
        return Arrays.stream(new LogisticRegression().fit(design, y, classes).probabilities(design))
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
