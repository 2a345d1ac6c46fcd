package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.TotalVariation;

/** The total variation distance of two tables of counts, as a point for the engine to resample. */
final class MarginDistances {

    private MarginDistances() {}

    static Estimate distance(long[] a, long[] b) {
        return Estimate.point(TotalVariation.distance(a, b), "The engine resamples.");
    }

    /** Expected distance of two fresh samples of that many rows, of which a share has a cell in the margin. */
    static double expected(long[] law, double share, double referenceRows, double candidateRows) {
        if (total(law) == 0) {
            return 0;
        }
        double inverse = (1 / referenceRows + 1 / candidateRows) / share;
        return TotalVariation.factor(TotalVariation.shares(law)) * Math.sqrt(inverse);
    }

    static long total(long[] cells) {
        long total = 0;
        for (long c : cells) {
            total += c;
        }
        return total;
    }

    /** Cells that hold anything. */
    static long filled(long[] cells) {
        long filled = 0;
        for (long c : cells) {
            filled += c > 0 ? 1 : 0;
        }
        return filled;
    }
}
