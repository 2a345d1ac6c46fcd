package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Bins;
import io.synthaudit.core.profile.Coarsening;
import io.synthaudit.core.random.Poisson;
import java.util.List;

/**
 * Rows per code of one column: bins or levels, then missing, then unseen.
 *
 * @param cells the counts; written to only while observing
 * @param bins what the codes mean
 * @param training training rows per bin, from which merging of bins is decided
 * @param levels training rows per level; empty for numbers
 */
public record Counts(long[] cells, Bins bins, long[] training, long[] levels) implements Resampled<Counts> {

    static Counts of(Bins bins, long[] training, long[] levels) {
        return new Counts(new long[bins.codes()], bins, training, levels);
    }

    @Override
    public Counts merge(Counts other) {
        long[] sum = cells.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.cells[i];
        }
        return with(sum);
    }

    @Override
    public long rows() {
        return total(cells);
    }

    /** Missing cells. */
    public long missing() {
        return cells[cells.length - 2];
    }

    /** Cells of a level that training lacks. */
    public long unseen() {
        return cells[cells.length - 1];
    }

    /** Number of bins, without missing and unseen. */
    public int size() {
        return cells.length - 2;
    }

    @Override
    public Counts resample(Poisson poisson, double deff, double scale) {
        return with(resample(cells, poisson, deff, scale));
    }

    @Override
    public Counts thin(Poisson poisson, double share) {
        return with(thin(cells, poisson, share));
    }

    @Override
    public int numbers() {
        return cells.length;
    }

    @Override
    public Counts compact(Counts reference) {
        return this;
    }

    @Override
    public Counts coarsen(int most) {
        if (size() <= most) {
            return this;
        }
        Coarsening coarsening = Coarsening.of(bins, training, most);
        long[] merged = new long[coarsening.codes()];
        for (int i = 0; i < cells.length; i++) {
            merged[coarsening.coarseOf()[i]] += cells[i];
        }
        return with(merged);
    }

    @Override
    public Counts pooledWith(Counts other) {
        return with(pool(cells, other.cells));
    }

    @Override
    public List<Counts> dealtWith(Counts other, Poisson poisson, double deff, double otherDeff) {
        int unseen = cells.length - 1;
        long[] rest = other.cells.clone();
        long fresh = cells[unseen] > 0 ? 0 : Math.min(rest[unseen], mostUnseen(other.rows(), deff));
        rest[unseen] -= fresh;
        long[][] dealt = deal(cells, rest, poisson, deff, otherDeff);
        double n = rows() / deff;
        double m = other.rows() / otherDeff;
        dealt[1][unseen] += Math.round(fresh * 2 * m / Math.max(1, n + m));
        return List.of(with(dealt[0]), with(dealt[1]));
    }

    /**
     * How many rows of a fresh sample may have levels that this table lacks: Good's estimate, the share of its rows whose level
     * has no other row, with two standard deviations. They are as many levels of their own and not one that could be dealt to
     * both tables; a level that is unseen because it was invented is beyond that number.
     */
    private long mostUnseen(long others, double deff) {
        double once = 0;
        for (int k = 0; k < size(); k++) {
            once += cells[k] > 0 && cells[k] <= Math.ceil(deff) ? 1 : 0;
        }
        double expected = once * deff * others / Math.max(1, rows());
        return Math.round(expected + 2 * Math.sqrt(expected));
    }

    private Counts with(long[] newCells) {
        return new Counts(newCells, bins, training, levels);
    }

    static long total(long[] cells) {
        long rows = 0;
        for (long c : cells) {
            rows += c;
        }
        return rows;
    }

    static long[] resample(long[] cells, Poisson poisson, double deff, double scale) {
        long[] drawn = new long[cells.length];
        poisson.resample(cells, deff, scale, drawn);
        return drawn;
    }

    static long[] thin(long[] cells, Poisson poisson, double share) {
        if (share >= 1) {
            return cells;
        }
        long[] drawn = new long[cells.length];
        poisson.thin(cells, share, drawn);
        return drawn;
    }

    /** Counts of the same cells dealt anew, in units of independent draws. */
    static long[][] deal(long[] first, long[] second, Poisson poisson, double deff, double otherDeff) {
        double n = total(first) / deff;
        double m = total(second) / otherDeff;
        long[][] dealt = new long[2][first.length];
        if (n == 0 || m == 0) {
            return new long[][] {first, second};
        }
        for (int i = 0; i < first.length; i++) {
            long[] drawn = poisson.deal(first[i] / deff + second[i] / otherDeff, n / (n + m));
            dealt[0][i] = Math.round(deff * drawn[1]);
            dealt[1][i] = Math.round(otherDeff * (drawn[0] - drawn[1]));
        }
        return dealt;
    }

    /** Both laws taken together, at the first one's size. */
    static long[] pool(long[] first, long[] second) {
        double scale = (double) total(first) / Math.max(1, total(first) + total(second));
        long[] pooled = new long[first.length];
        for (int i = 0; i < first.length; i++) {
            pooled[i] = Math.round((first[i] + second[i]) * scale);
        }
        return pooled;
    }
}
