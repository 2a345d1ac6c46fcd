package io.synthaudit.core.profile;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Ranks;

/**
 * How the cells of a column fall into a few numbered bins. Bins come from the training column alone.
 *
 * <p>Numbers: bin b holds the values in (cut[b-1], cut[b]]; the first and last bin are open to the outside, so values
 * beyond the training range belong to them. Levels: a bin per training level, or the 255 most frequent and one for all
 * the others. Two more codes exist in every column: {@link #missing()} and, for a level that training lacks, {@link
 * #unseen()}.
 */
public final class Bins {

    private final double[] cuts;
    private final int[] binOfLevel;
    private final int size;
    private final String variant;

    private Bins(double[] cuts, int[] binOfLevel, int size, String variant) {
        this.cuts = cuts;
        this.binOfLevel = binOfLevel;
        this.size = size;
        this.variant = variant;
    }

    static Bins ofCuts(double[] cuts, String variant) {
        return new Bins(cuts, null, cuts.length + 1, variant);
    }

    static Bins ofLevels(int[] binOfLevel, int size, String variant) {
        return new Bins(null, binOfLevel, size, variant);
    }

    /** Number of bins, without missing and unseen. */
    public int size() {
        return size;
    }

    /** Code of a missing cell. */
    public int missing() {
        return size;
    }

    /** Code of a level that training lacks. */
    public int unseen() {
        return size + 1;
    }

    /** Number of codes: all bins, missing, unseen. */
    public int codes() {
        return size + 2;
    }

    /** How the bins were made: {@code 20-bins}, {@code levels} or {@code top255}. */
    public String variant() {
        return variant;
    }

    /** Bin of a number; NaN is missing. */
    public int bin(double value) {
        if (Double.isNaN(value)) {
            return missing();
        }
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= cuts[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Bin of a dictionary code; negative is missing. */
    public int bin(int code) {
        if (code < 0) {
            return missing();
        }
        return code < binOfLevel.length ? binOfLevel[code] : unseen();
    }

    /** Bin of each row of a column. */
    public int[] codes(Column column) {
        if (column instanceof NumberColumn numbers) {
            Ranks ranks = numbers.ranks();
            int[] binOfRank = new int[ranks.size()];
            for (int i = 0; i < binOfRank.length; i++) {
                binOfRank[i] = bin(ranks.values()[i]);
            }
            int[] codes = new int[ranks.codes().length];
            for (int row = 0; row < codes.length; row++) {
                int rank = ranks.codes()[row];
                codes[row] = rank < 0 ? size : binOfRank[rank];
            }
            return codes;
        }
        int[] levels = ((CodeColumn) column).codes();
        int[] codes = new int[levels.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = bin(levels[row]);
        }
        return codes;
    }

    /** Upper edges of all bins but the last; null for levels. Shared, not copied. */
    public double[] cuts() {
        return cuts;
    }
}
