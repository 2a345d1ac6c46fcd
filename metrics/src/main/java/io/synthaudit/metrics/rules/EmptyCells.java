package io.synthaudit.metrics.rules;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.PairCounts;
import java.util.Arrays;

/**
 * The cells of a pair that training leaves empty against expectation, and the rows of another table in them.
 *
 * @param found number of such cells
 * @param filled those that the other table fills
 * @param width codes of the second column
 * @param count rows in them
 * @param rows rows of the other table
 * @param deff rows per independent draw
 */
record EmptyCells(int found, int[] filled, int width, long count, long rows, double deff) {

    /** Rows that independence expects in a cell: it would be empty with a probability of e^-30, 1 in 10^13. */
    static final double FEWEST_EXPECTED = 30;

    static EmptyCells of(PairCounts training, double trainingDeff, PairCounts other, double deff) {
        int height = training.height();
        int width = training.width();
        long[] cells = training.cells();
        long[] first = new long[height];
        long[] second = new long[width];
        for (int i = 0, k = 0; i < height; i++) {
            for (int j = 0; j < width; j++, k++) {
                first[i] += cells[k];
                second[j] += cells[k];
            }
        }
        double n = training.rows();
        double least = FEWEST_EXPECTED * n * trainingDeff;
        int[] filled = new int[8];
        int size = 0;
        int found = 0;
        long count = 0;
        for (int i = 0, k = 0; i < height; i++) {
            for (int j = 0; j < width; j++, k++) {
                if (cells[k] == 0 && (double) first[i] * second[j] >= least && n > 0) {
                    found++;
                    if (other.cells()[k] > 0) {
                        filled = size == filled.length ? Arrays.copyOf(filled, 2 * size) : filled;
                        filled[size++] = k;
                        count += other.cells()[k];
                    }
                }
            }
        }
        return new EmptyCells(found, Arrays.copyOf(filled, size), width, count, other.rows(), deff);
    }

    /** The share of the table's rows in the cells. */
    Estimate share(double level) {
        return Proportions.exactShare(count, rows, deff, level);
    }
}
