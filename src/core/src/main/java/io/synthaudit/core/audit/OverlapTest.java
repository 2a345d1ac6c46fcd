package io.synthaudit.core.audit;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Permutation test of "no more holdout rows equal a training row than a random split leaves": a holdout drawn from rows that
 * stayed in training is no control, for the generator saw it, and copies of its rows count for neither side.
 *
 * <p>Persons move as a whole. Fewer equal rows than expected are no fault: duplicates are often removed over both tables.
 */
final class OverlapTest {

    /** Below this share of the holdout, the smallest effect that matters, nothing needs to be permuted. */
    static final double EFFECT = 0.02;

    private static final int PERMUTATIONS = 1_999;
    private static final int BATCH = 64;
    private static final int ENOUGH = 20;

    private final int[] classes;
    private final int[] total;

    /** The rows of each person; null where each row is one. */
    private final int[][] units;

    private final int trainingUnits;
    private final int size;

    OverlapTest(Table training, Table holdout, int[] trainingPerson, int[] holdoutPerson, Workers workers) {
        classes = EqualRows.classes(training, holdout, workers);
        total = new int[Arrays.stream(classes).max().orElse(-1) + 1];
        for (int c : classes) {
            total[c]++;
        }
        if (trainingPerson == null && holdoutPerson == null) {
            units = null;
            trainingUnits = training.rows();
            size = classes.length;
        } else {
            List<int[]> all = new ArrayList<>(SplitTest.units(trainingPerson, training.rows(), 0));
            trainingUnits = all.size();
            all.addAll(SplitTest.units(holdoutPerson, holdout.rows(), training.rows()));
            units = all.toArray(new int[0][]);
            size = units.length;
        }
    }

    /**
     * What came out.
     *
     * @param equal holdout rows that equal a training row
     * @param share of the holdout
     * @param expected the share that a random split leaves, NaN when it was not asked for
     * @param p permutation p-value of so many equal rows or more
     */
    record Result(int equal, double share, double expected, double p) {
        boolean unfit() {
            return p < 0.001 && share - expected > EFFECT;
        }
    }

    Result run(RandomStreams streams, Workers workers) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        double[] observed = equal(order);
        double share = observed[0] / observed[1];
        if (share <= EFFECT) {
            return new Result((int) observed[0], share, Double.NaN, 1);
        }
        int done = 0;
        int beyond = 0;
        double sum = 0;
        while (done < PERMUTATIONS && beyond < ENOUGH) {
            int batch = Math.min(BATCH, PERMUTATIONS - done);
            int from = done;
            double[] shares = new double[batch];
            workers.run(batch, i -> {
                double[] dealt = equal(RandomStreams.permutation(size, streams.stream("overlap/" + (from + i))));
                shares[i] = dealt[0] / dealt[1];
            });
            for (double permuted : shares) {
                beyond += permuted >= share - 1e-12 ? 1 : 0;
                sum += permuted;
            }
            done += batch;
        }
        return new Result((int) observed[0], share, sum / done, (beyond + 1.0) / (done + 1.0));
    }

    /** Rows of the holdout that equal a row of training, and rows of the holdout, if the units were dealt in this order. */
    private double[] equal(int[] order) {
        int[] held = new int[total.length];
        for (int i = trainingUnits; i < order.length; i++) {
            if (units == null) {
                held[classes[order[i]]]++;
                continue;
            }
            for (int row : units[order[i]]) {
                held[classes[row]]++;
            }
        }
        double equal = 0;
        double rows = 0;
        for (int c = 0; c < held.length; c++) {
            equal += held[c] < total[c] ? held[c] : 0;
            rows += held[c];
        }
        return new double[] {equal, rows};
    }
}
