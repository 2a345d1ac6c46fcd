package io.synthaudit.core.interval;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far random subsamples of a table are from it, and which share of its rows is as far as a given distance.
 *
 * <p>The distance is a mean over tables of counts of \(\sum_k|p_k - q_k|\), so its expectation over subsamples of s rows drawn
 * without replacement depends on the counts of the whole alone, cell by cell, and {@link Hypergeometric} gives it in closed
 * form: no subsample is drawn. It falls with s, from a single row's to 0, and so can be inverted.
 *
 * <p>Only the number of cells of each size matters. Sizes up to 256 are kept as they are, larger ones in classes 1.6 % wide, a
 * class standing for its mean: that moves the expectation by less than 1e-4 of itself.
 */
public final class SubsampleDistance {

    private static final int EXACT = 256;
    private static final int PER_DOUBLING = 64;

    private final long rows;
    private final long[] cells = new long[EXACT + 64 * PER_DOUBLING];
    private final long[] filled = new long[cells.length];
    private final Map<Long, Double> known = new TreeMap<>();
    private long tables;

    /** @param rows rows of the whole, positive */
    public SubsampleDistance(long rows) {
        Arguments.positive(rows, "rows");
        this.rows = rows;
    }

    /**
     * Adds a cell of a table.
     *
     * @param count its rows in the whole; empty cells do not matter
     */
    public void cell(long count) {
        int at = place(count);
        cells[at]++;
        filled[at] += count;
    }

    /** Says that all cells of one more table were added. */
    public void table() {
        tables++;
        known.clear();
    }

    /** Adds all tables of another one of the same whole. */
    public void add(SubsampleDistance other) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] += other.cells[i];
            filled[i] += other.filled[i];
        }
        tables += other.tables;
        known.clear();
    }

    private static int place(long count) {
        if (count < EXACT) {
            return (int) count;
        }
        int doublings = 63 - Long.numberOfLeadingZeros(count);
        int within = (int) ((count - (1L << doublings)) >>> (doublings - 6));
        return EXACT + (doublings - 8) * PER_DOUBLING + within;
    }

    /**
     * The expected mean over tables of the sum over cells of |p - q|, for subsamples of so many rows.
     *
     * @param drawn rows of the subsample, from 1 to all
     * @return in [0, 2]
     */
    public double expected(long drawn) {
        Double before = known.get(drawn);
        if (before != null) {
            return before;
        }
        double sum = 0;
        for (int i = 1; i < cells.length; i++) {
            if (cells[i] > 0) {
                sum += cells[i] * Hypergeometric.meanDeviation(rows, Math.round((double) filled[i] / cells[i]), drawn);
            }
        }
        double expected = tables == 0 ? 0 : sum / drawn / tables;
        known.put(drawn, expected);
        return expected;
    }

    /**
     * The share of rows whose random subsamples are expected to be that far.
     *
     * @param distance a mean of sums of |p - q|
     * @return in (0, 1]; 1 at distance 0, and the share of a single row where even that is expected to be nearer
     */
    public double share(double distance) {
        if (Double.isNaN(distance)) {
            throw new IllegalArgumentException("a distance is a number");
        }
        if (distance <= 0) {
            return 1;
        }
        long low = 1;
        long high = rows;
        if (rows == 1 || distance >= expected(low)) {
            return 1.0 / rows;
        }
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (expected(middle) > distance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double above = expected(low);
        double below = expected(high);
        double part = above > below ? (above - distance) / (above - below) : 1;
        return Math.min(1, (low + Math.min(1, Math.max(0, part))) / rows);
    }

    /**
     * The share as far as an uncertain distance: a larger distance is a smaller share.
     *
     * @param distance the distance
     * @param sd its standard deviation, not negative
     * @param level one-sided confidence of each bound
     * @return the share with the shares of both normal bounds of the distance
     */
    public Estimate share(double distance, double sd, double level) {
        double reach = Normal.z(level) * sd;
        double share = share(distance);
        Interval interval = new Interval(
                Math.min(share, share(distance + reach)),
                Math.max(share, share(distance - reach)),
                level,
                "inverted distance");
        return Estimate.of(share, interval);
    }
}
