package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.statistic.PairCounts;

/**
 * Which cells of two columns are missing together, in rows.
 *
 * @param both rows in which both cells are missing
 * @param onlyFirst rows in which only the first is
 * @param onlySecond rows in which only the second is
 * @param rows all rows
 */
record MissingCells(long both, long onlyFirst, long onlySecond, long rows) {

    static MissingCells of(PairCounts counts) {
        int x = counts.height() - 2;
        int y = counts.width() - 2;
        long first = 0;
        long second = 0;
        for (int j = 0; j < counts.width(); j++) {
            first += counts.cells()[x * counts.width() + j];
        }
        for (int i = 0; i < counts.height(); i++) {
            second += counts.cells()[i * counts.width() + y];
        }
        long both = counts.cells()[x * counts.width() + y];
        return new MissingCells(both, first - both, second - both, counts.rows());
    }

    long first() {
        return both + onlyFirst;
    }

    long second() {
        return both + onlySecond;
    }

    /** Whether each column misses some cells and has others, so that the two can hang together. */
    boolean varies() {
        return first() > 0 && first() < rows && second() > 0 && second() < rows;
    }
}
