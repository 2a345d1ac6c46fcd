package io.synthaudit.core.audit;

import io.synthaudit.core.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples of equal size of the synthetic table and the holdout, shared by all metrics of a run.
 *
 * @param rows rows per sample
 * @param synthetic row numbers per sample; a null entry stands for the whole table
 * @param holdout row numbers per sample; an empty list when the yardstick has to be simulated from the training profile
 */
record Draws(int rows, List<int[]> synthetic, List<int[]> holdout) {

    /** Samples per table: their mean has little sampling noise of its own. */
    static final int SAMPLES = 5;

    /** Samples of min(synthetic, holdout) rows; of all synthetic rows when there is no holdout to match. */
    static Draws of(int synthetic, int holdout, RandomStreams streams) {
        if (holdout == 0) {
            return new Draws(synthetic, samples(synthetic, synthetic, "synthetic", streams), List.of());
        }
        int k = Math.min(synthetic, holdout);
        return new Draws(k, samples(synthetic, k, "synthetic", streams), samples(holdout, k, "holdout", streams));
    }

    private static List<int[]> samples(int rows, int k, String table, RandomStreams streams) {
        List<int[]> samples = new ArrayList<>();
        if (k == rows) {
            samples.add(null);
            return samples;
        }
        for (int i = 0; i < SAMPLES; i++) {
            samples.add(RandomStreams.sample(rows, k, streams.stream("yardstick/" + table + "/" + i)));
        }
        return samples;
    }

    boolean isSimulated() {
        return holdout.isEmpty();
    }
}
