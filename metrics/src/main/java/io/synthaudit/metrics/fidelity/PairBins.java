package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.statistic.PairCounts;

/** How the cells of a pair were made, and what is said of a difference when there are too many of them. */
final class PairBins {

    private PairBins() {}

    /** Names the bins of both columns, such as {@code 20-bins+levels}. */
    static String variant(PairCounts counts) {
        String x = counts.first().pairBins().variant();
        String y = counts.second().pairBins().variant();
        return x.equals(y) ? x : x + "+" + y;
    }

    /** All that a difference can be, for tables with fewer than 5 rows a cell. */
    static Interval whole(double most, double level) {
        return new Interval(-most, most, level, "whole range, fewer than 5 rows a cell");
    }
}
