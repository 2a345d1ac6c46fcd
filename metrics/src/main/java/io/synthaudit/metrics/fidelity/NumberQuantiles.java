package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.OrderStatistics;
import io.synthaudit.core.statistic.SortedCounts;

/** Quantiles, order statistics and tails of a column, from its sorted distinct numbers: one cumulated count serves all. */
final class NumberQuantiles {

    private final double[] values;
    private final long[] upTo;

    NumberQuantiles(SortedCounts column) {
        values = column.values();
        upTo = column.counts().clone();
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
    }

    long n() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /** Quantile by linear interpolation between order statistics: numpy's and R's default, type 7. */
    double quantile(double q) {
        double at = q * (n() - 1);
        long below = (long) Math.floor(at);
        double first = ordered(below + 1);
        double next = ordered(Math.min(n(), below + 2));
        return first + (at - below) * (next - first);
    }

    /** The number of a rank, from 1. */
    double ordered(long rank) {
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] < rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return values[low];
    }

    /** Ranks between which the law's quantile lies. */
    OrderStatistics.Ranks ranks(double q, double deff, double level) {
        return OrderStatistics.ranks(n(), deff, q, level);
    }

    /** How many numbers are smaller. */
    long below(double value) {
        int at = firstNotBelow(value);
        return at == 0 ? 0 : upTo[at - 1];
    }

    /** How many numbers are larger. */
    long above(double value) {
        int at = firstNotBelow(value);
        boolean equal = at < values.length && values[at] == value;
        return n() - (equal ? upTo[at] : at == 0 ? 0 : upTo[at - 1]);
    }

    private int firstNotBelow(double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
