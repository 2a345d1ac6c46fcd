package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.List;

/**
 * Samples of equal size of the synthetic table and the holdout, so that a plug-in distance of one can be set against that
 * of the other.
 *
 * @param rows rows per sample
 * @param synthetic row numbers per sample, ascending
 * @param holdout row numbers per sample; empty when there is no holdout
 * @param trainingEffect rows per independent draw in training: what persons who own several rows could cost at most
 * @param holdoutEffect the same for the holdout
 */
record EqualSamples(int rows, List<int[]> synthetic, List<int[]> holdout, double trainingEffect, double holdoutEffect) {

    /** Samples per table: their mean has little sampling noise of its own. */
    static final int SAMPLES = 5;

    /** What a yardstick without a holdout is worth. */
    static final String SIMULATED =
            "The yardstick is simulated from the training table, for want of a holdout; it cannot"
                    + " show what a fresh sample would.";

    /** The samples that all set metrics of a run share. */
    static EqualSamples of(Run run) {
        return run.shared("fidelity/equal-samples", EqualSamples.class, () -> draw(run));
    }

    private static EqualSamples draw(Run run) {
        int m = run.tables().synthetic().rows();
        int h = run.control().map(Table::rows).orElse(0);
        int k = h == 0 ? m : Math.min(m, h);
        return new EqualSamples(
                k,
                samples(run, "synthetic", m, k),
                h == 0 ? List.of() : samples(run, "holdout", h, k),
                effect(run.tables().trainingEntity().orElse(null)),
                effect(run.tables().holdoutEntity().orElse(null)));
    }

    private static List<int[]> samples(Run run, String table, int rows, int k) {
        int[][] samples = new int[k == rows ? 1 : SAMPLES][];
        run.parallel(
                samples.length,
                i -> samples[i] = RandomStreams.sample(rows, k, run.stream("fidelity/equal/" + table + "/" + i)));
        return List.of(samples);
    }

    /** All rows of a person agreeing is the worst that can be; which cells they fill differs by target. */
    private static double effect(int[] person) {
        if (person == null || person.length == 0) {
            return 1;
        }
        int[] sorted = person.clone();
        Arrays.sort(sorted);
        double[] owned = new double[sorted.length];
        int owners = 0;
        for (int i = 0; i < sorted.length; i++) {
            owners += i > 0 && sorted[i] != sorted[i - 1] ? 1 : 0;
            owned[owners]++;
        }
        return DesignEffect.ofHubs(owned);
    }

    /** Whether the yardstick has to be simulated from training. */
    boolean isSimulated() {
        return holdout.isEmpty();
    }
}
