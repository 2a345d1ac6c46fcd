package io.synthaudit.core.audit;

import io.synthaudit.core.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples of equal size of the synthetic table and the holdout, shared by all metrics of a run and drawn when the first of them
 * asks.
 */
final class Draws {

    /** Samples per table: their mean has little sampling noise of its own. */
    static final int SAMPLES = 5;

    private final int rows;
    private final int syntheticRows;
    private final int holdoutRows;
    private final RandomStreams streams;
    private List<int[]> synthetic;
    private List<int[]> holdout;

    private Draws(int rows, int syntheticRows, int holdoutRows, RandomStreams streams) {
        this.rows = rows;
        this.syntheticRows = syntheticRows;
        this.holdoutRows = holdoutRows;
        this.streams = streams;
    }

    /** Samples of min(synthetic, holdout) rows; of all synthetic rows when there is no holdout to match. */
    static Draws of(int synthetic, int holdout, RandomStreams streams) {
        return new Draws(holdout == 0 ? synthetic : Math.min(synthetic, holdout), synthetic, holdout, streams);
    }

    /** Rows per sample. */
    int rows() {
        return rows;
    }

    /** Row numbers per sample; a null entry stands for the whole table. */
    synchronized List<int[]> synthetic() {
        if (synthetic == null) {
            synthetic = samples(syntheticRows, "synthetic");
        }
        return synthetic;
    }

    /** Row numbers per sample; an empty list when the yardstick has to be simulated from the training profile. */
    synchronized List<int[]> holdout() {
        if (holdout == null) {
            holdout = isSimulated() ? List.of() : samples(holdoutRows, "holdout");
        }
        return holdout;
    }

    private List<int[]> samples(int of, String table) {
        List<int[]> samples = new ArrayList<>();
        if (rows == of) {
            samples.add(null);
            return samples;
        }
        for (int i = 0; i < SAMPLES; i++) {
            samples.add(RandomStreams.sample(of, rows, streams.stream("yardstick/" + table + "/" + i)));
        }
        return samples;
    }

    boolean isSimulated() {
        return holdoutRows == 0;
    }
}
