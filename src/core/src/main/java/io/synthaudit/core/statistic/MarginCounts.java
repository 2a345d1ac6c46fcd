package io.synthaudit.core.statistic;

import io.synthaudit.core.random.Poisson;

/**
 * Rows per cell of several classifications of one column, its margins, each counted for itself: last digits at several
 * precisions, or months, weekdays and hours.
 *
 * @param cells the counts per margin; written to only while observing
 * @param seen the counts before resampling or thinning, from which a metric decides what to read
 * @param missing missing cells, one number
 */
public record MarginCounts(long[][] cells, long[][] seen, long[] missing) implements Resampled<MarginCounts> {

    static MarginCounts of(int... sizes) {
        long[][] cells = new long[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            cells[i] = new long[sizes[i]];
        }
        return new MarginCounts(cells, cells, new long[1]);
    }

    /** The counts of one margin. Shared, not copied. */
    public long[] margin(int index) {
        return cells[index];
    }

    @Override
    public MarginCounts merge(MarginCounts other) {
        long[][] sum = map((m, i) -> {
            long[] total = m.clone();
            for (int k = 0; k < total.length; k++) {
                total[k] += other.cells[i][k];
            }
            return total;
        });
        return new MarginCounts(sum, sum, new long[] {missing[0] + other.missing[0]});
    }

    /** Every present cell is in the first margin. */
    @Override
    public long rows() {
        return present() + missing[0];
    }

    /** Cells that are not missing. */
    public long present() {
        return Counts.total(cells[0]);
    }

    @Override
    public MarginCounts resample(Poisson poisson, double deff, double scale) {
        return with(map((m, i) -> Counts.resample(m, poisson, deff, scale)));
    }

    @Override
    public MarginCounts thin(Poisson poisson, double share) {
        return with(map((m, i) -> Counts.thin(m, poisson, share)));
    }

    @Override
    public MarginCounts pooledWith(MarginCounts other) {
        double scale = (double) rows() / Math.max(1, rows() + other.rows());
        return with(map((m, i) -> {
            long[] pooled = new long[m.length];
            for (int k = 0; k < m.length; k++) {
                pooled[k] = Math.round((m[k] + other.cells[i][k]) * scale);
            }
            return pooled;
        }));
    }

    @Override
    public int numbers() {
        int numbers = 0;
        for (long[] margin : cells) {
            numbers += margin.length;
        }
        return numbers;
    }

    /** Margins are as coarse as they can be. */
    @Override
    public MarginCounts coarsen(int most) {
        return this;
    }

    @Override
    public MarginCounts compact(MarginCounts reference) {
        return this;
    }

    private interface Margin {
        long[] of(long[] cells, int index);
    }

    private long[][] map(Margin margin) {
        long[][] result = new long[cells.length][];
        for (int i = 0; i < result.length; i++) {
            result[i] = margin.of(cells[i], i);
        }
        return result;
    }

    private MarginCounts with(long[][] newCells) {
        return new MarginCounts(newCells, seen, missing);
    }
}
