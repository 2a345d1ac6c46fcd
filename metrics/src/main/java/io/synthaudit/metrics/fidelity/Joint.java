package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.statistic.PairCounts;

/**
 * The table of cells of two columns over the rows in which both are present, with its margins. Levels that training lacks
 * are one level.
 *
 * @param cells counts, row-major, missing codes included
 * @param width codes of the second column, missing included
 * @param rowTotals rows per level of the first column, 0 for missing
 * @param columnTotals rows per level of the second column, 0 for missing
 * @param n number of rows in which both cells are present
 * @param levels levels of the first column that occur
 * @param otherLevels levels of the second column that occur
 */
record Joint(
        long[] cells, int width, double[] rowTotals, double[] columnTotals, double n, int levels, int otherLevels) {

    /** With fewer rows a cell no bound of an association holds. */
    private static final double FEWEST_ROWS_PER_CELL = 5;

    static Joint of(PairCounts counts) {
        int height = counts.height();
        int width = counts.width();
        double[] rows = new double[height];
        double[] columns = new double[width];
        double n = 0;
        for (int i = 0, k = 0; i < height; i++) {
            for (int j = 0; j < width; j++, k++) {
                if (counts.cells()[k] > 0 && counts.isPresent(i, j)) {
                    rows[i] += counts.cells()[k];
                    columns[j] += counts.cells()[k];
                    n += counts.cells()[k];
                }
            }
        }
        return new Joint(counts.cells(), width, rows, columns, n, occurring(rows), occurring(columns));
    }

    private static int occurring(double[] totals) {
        int count = 0;
        for (double total : totals) {
            count += total > 0 ? 1 : 0;
        }
        return count;
    }

    /** Rows in a cell whose codes are both present; the missing codes have total 0 and are passed over by that. */
    boolean isOccupied(int i, int j) {
        return rowTotals[i] > 0 && columnTotals[j] > 0 && cells[i * width + j] > 0;
    }

    double count(int i, int j) {
        return cells[i * width + j];
    }

    int height() {
        return rowTotals.length;
    }

    /** Degrees of freedom of the test of independence. */
    double degrees() {
        return (levels - 1.0) * (otherLevels - 1.0);
    }

    /** Whether both columns have at least two levels. */
    boolean varies() {
        return levels > 1 && otherLevels > 1;
    }

    /** Whether rows suffice for bounds: at least 5 a cell. */
    boolean isDense(double deff) {
        return n / deff >= FEWEST_ROWS_PER_CELL * levels * otherLevels;
    }
}
