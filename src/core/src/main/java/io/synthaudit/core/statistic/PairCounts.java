package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Bins;
import io.synthaudit.core.profile.Coarsening;
import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.random.Poisson;
import java.util.List;

/**
 * Rows per pair of codes, row-major. The last two codes of either side are missing and unseen.
 *
 * @param cells counts, {@code height * width} of them; written to only while observing
 * @param height codes of the first column
 * @param width codes of the second column
 * @param first training profile of the first column
 * @param second training profile of the second column
 */
public record PairCounts(long[] cells, int height, int width, ColumnProfile first, ColumnProfile second)
        implements Resampled<PairCounts> {

    static PairCounts of(ColumnProfile first, ColumnProfile second) {
        int height = first.pairBins().codes();
        int width = second.pairBins().codes();
        return new PairCounts(new long[height * width], height, width, first, second);
    }

    @Override
    public PairCounts merge(PairCounts other) {
        long[] sum = cells.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.cells[i];
        }
        return new PairCounts(sum, height, width, first, second);
    }

    @Override
    public long rows() {
        return Counts.total(cells);
    }

    /** Whether both codes of the cell are bins: neither missing nor unseen levels make it. */
    public boolean isPresent(int x, int y) {
        return x != height - 2 && y != width - 2;
    }

    @Override
    public PairCounts resample(Poisson poisson, double deff, double scale) {
        return with(Counts.resample(cells, poisson, deff, scale));
    }

    @Override
    public PairCounts thin(Poisson poisson, double share) {
        return with(Counts.thin(cells, poisson, share));
    }

    @Override
    public PairCounts compact(PairCounts reference) {
        return this;
    }

    @Override
    public List<PairCounts> dealtWith(PairCounts other, Poisson poisson, double deff, double otherDeff) {
        long[][] dealt = Counts.deal(cells, other.cells, poisson, deff, otherDeff);
        return List.of(with(dealt[0]), with(dealt[1]));
    }

    private PairCounts with(long[] newCells) {
        return new PairCounts(newCells, height, width, first, second);
    }

    @Override
    public PairCounts pooledWith(PairCounts other) {
        return new PairCounts(Counts.pool(cells, other.cells), height, width, first, second);
    }

    @Override
    public int numbers() {
        return cells.length;
    }

    @Override
    public PairCounts coarsen(int most) {
        if (height - 2 <= most && width - 2 <= most) {
            return this;
        }
        Coarsening x = Coarsening.of(first.pairBins(), pairBinCounts(first), most);
        Coarsening y = Coarsening.of(second.pairBins(), pairBinCounts(second), most);
        long[] merged = new long[x.codes() * y.codes()];
        for (int i = 0; i < height; i++) {
            int base = x.coarseOf()[i] * y.codes();
            for (int j = 0; j < width; j++) {
                merged[base + y.coarseOf()[j]] += cells[i * width + j];
            }
        }
        return new PairCounts(merged, x.codes(), y.codes(), first, second);
    }

    private static long[] pairBinCounts(ColumnProfile column) {
        Bins bins = column.pairBins();
        if (bins == column.bins()) {
            return column.binCounts();
        }
        long[] counts = new long[bins.size()];
        for (int level = 0; level < column.levelCounts().length; level++) {
            counts[bins.bin(level)] += column.levelCounts()[level];
        }
        return counts;
    }
}
