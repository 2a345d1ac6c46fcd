package io.synthaudit.generators;

import io.synthaudit.core.profile.Bins;
import io.synthaudit.core.profile.Coarsening;
import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.table.NumberColumn;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Numbers drawn uniformly within the bin, on the column's grid. A bin that holds one value, such as the zeros of a
 * zero-inflated column, gives that value; the outer bins reach to the 1st and 99th percentile, not to the extremes, which
 * belong to somebody.
 */
final class NumberDraft implements Draft {

    private static final double TAIL = 0.01;

    private final NumberColumn training;
    private final Bins bins;
    private final int[] codes;
    private final int missing;
    private final Grid grid;
    private final double[] lower;
    private final double[] upper;
    private final double[] values;

    NumberDraft(NumberColumn training, ColumnProfile profile, int rows) {
        this.bins = profile.pairBins();
        this.training = training;
        this.missing = bins.missing();
        this.grid = Grid.of(training);
        this.codes = Arrays.stream(training.values()).mapToInt(bins::bin).toArray();
        double[] cuts = bins.cuts();
        double[] sorted = Arrays.stream(training.values())
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        this.lower = new double[bins.size()];
        this.upper = new double[bins.size()];
        for (int b = 0; b < bins.size() && sorted.length > 0; b++) {
            lower[b] = b == 0 ? below(quantile(sorted, TAIL)) : cuts[b - 1];
            upper[b] = b == cuts.length ? quantile(sorted, 1 - TAIL) : cuts[b];
            // An outer bin that lies beyond the percentile is as good as one value: its inner edge.
            lower[b] = b == 0 && lower[b] >= upper[b] ? below(upper[b]) : lower[b];
            upper[b] = Math.max(upper[b], grid.onGrid(lower[b] + grid.step()));
        }
        closeOnAtoms();
        this.values = new double[rows];
        Arrays.fill(values, Double.NaN);
    }

    private double below(double value) {
        return value - grid.step();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    /** Bins in which all training cells are equal give that value: lower = upper marks them. */
    private void closeOnAtoms() {
        double[] least = new double[lower.length];
        double[] most = new double[lower.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        double[] cells = training.values();
        for (int row = 0; row < cells.length; row++) {
            if (codes[row] != missing) {
                least[codes[row]] = Math.min(least[codes[row]], cells[row]);
                most[codes[row]] = Math.max(most[codes[row]], cells[row]);
            }
        }
        for (int b = 0; b < lower.length; b++) {
            if (least[b] == most[b]) {
                lower[b] = least[b];
                upper[b] = least[b];
            }
        }
    }

    @Override
    public int codes() {
        return missing + 1;
    }

    @Override
    public int[] training() {
        return codes;
    }

    @Override
    public Coarsening coarse(int most) {
        long[] counts = new long[bins.size()];
        for (int code : codes) {
            if (code != missing) {
                counts[code]++;
            }
        }
        return Coarsening.of(bins, counts, most);
    }

    @Override
    public void fill(int row, int code, UniformRandomProvider random) {
        if (code != missing) {
            values[row] = lower[code] == upper[code] ? lower[code] : grid.draw(lower[code], upper[code], random);
        }
    }

    @Override
    public NumberColumn column() {
        return new NumberColumn(training.field(), values, 0);
    }
}
