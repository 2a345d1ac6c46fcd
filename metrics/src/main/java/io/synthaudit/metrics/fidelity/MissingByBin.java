package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.RateProfile;
import io.synthaudit.core.statistic.PairCounts;

/**
 * Rows in which one column's cell is missing or present, by bin of the other column, where that is present.
 *
 * @param missing rows per bin in which it is missing
 * @param present rows per bin in which it is not
 */
record MissingByBin(long[] missing, long[] present) {

    /** Of the first column by bin of the second. */
    static MissingByBin ofFirst(PairCounts counts) {
        long[] missing = new long[counts.width()];
        long[] present = new long[counts.width()];
        for (int i = 0; i < counts.height(); i++) {
            for (int j = 0; j < counts.width(); j++) {
                if (j != counts.width() - 2) {
                    (i == counts.height() - 2 ? missing : present)[j] += counts.cells()[i * counts.width() + j];
                }
            }
        }
        return new MissingByBin(missing, present);
    }

    /** Of the second column by bin of the first. */
    static MissingByBin ofSecond(PairCounts counts) {
        long[] missing = new long[counts.height()];
        long[] present = new long[counts.height()];
        for (int i = 0; i < counts.height(); i++) {
            for (int j = 0; j < counts.width(); j++) {
                if (i != counts.height() - 2) {
                    (j == counts.width() - 2 ? missing : present)[i] += counts.cells()[i * counts.width() + j];
                }
            }
        }
        return new MissingByBin(missing, present);
    }

    /** The table of missing indicator and bin. */
    Joint joint() {
        int width = missing.length;
        long[] cells = new long[2 * width];
        double[] rows = new double[2];
        double[] columns = new double[width];
        int bins = 0;
        for (int j = 0; j < width; j++) {
            cells[j] = missing[j];
            cells[width + j] = present[j];
            rows[0] += missing[j];
            rows[1] += present[j];
            columns[j] = missing[j] + present[j];
            bins += columns[j] > 0 ? 1 : 0;
        }
        int kinds = (rows[0] > 0 ? 1 : 0) + (rows[1] > 0 ? 1 : 0);
        return new Joint(cells, width, rows, columns, rows[0] + rows[1], kinds, bins);
    }

    /** Missing cells among rows, by bin. */
    RateProfile.Groups groups(double deff) {
        double[] cases = new double[missing.length];
        double[] rows = new double[missing.length];
        for (int j = 0; j < cases.length; j++) {
            cases[j] = missing[j];
            rows[j] = missing[j] + present[j];
        }
        return new RateProfile.Groups(cases, rows, deff);
    }
}
