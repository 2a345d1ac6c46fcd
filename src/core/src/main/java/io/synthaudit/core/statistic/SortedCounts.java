package io.synthaudit.core.statistic;

import io.synthaudit.core.random.Poisson;
import java.util.Arrays;
import java.util.List;

/** Sorted distinct numbers and how often each occurs; 16 bytes a distinct value once sorted. */
public final class SortedCounts implements Resampled<SortedCounts> {

    /** Resampling works on at most this many cells of equal mass: a supremum over so fine a grid moves no more than 1/512. */
    private static final int MOST_CELLS = 512;

    /** And on so many steps of equal width, for areas where few rows lie far apart. */
    private static final int STEPS = 128;

    /** Numbers beyond the grid on either side keep at most this many places of their own. */
    private static final int MOST_BEYOND = 64;

    private double[] pending = new double[16];
    private int pendingSize;
    private double[] values;
    private long[] counts;
    private long missing;

    /** Sum of the counts, or -1 while it was not asked for since they changed. */
    private long present = -1;

    SortedCounts() {
        this(new double[0], new long[0], 0);
    }

    private SortedCounts(double[] values, long[] counts, long missing) {
        this.values = values;
        this.counts = counts;
        this.missing = missing;
    }

    void add(double value) {
        if (Double.isNaN(value)) {
            missing++;
            return;
        }
        if (pendingSize == pending.length) {
            pending = Arrays.copyOf(pending, Math.max(16, 2 * pendingSize));
        }
        // Adding zero makes -0.0 the 0.0 that it equals.
        pending[pendingSize++] = value + 0.0;
    }

    /** Adds rows of which so many have each of some ascending numbers, and the others none. */
    void add(double[] numbers, long[] times, long rows) {
        settle();
        double[] distinct = new double[numbers.length];
        long[] occurring = new long[numbers.length];
        int size = 0;
        long present = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (times[i] > 0) {
                distinct[size] = numbers[i];
                occurring[size++] = times[i];
                present += times[i];
            }
        }
        SortedCounts added = union(values, counts, Arrays.copyOf(distinct, size), Arrays.copyOf(occurring, size));
        values = added.values;
        counts = added.counts;
        missing += rows - present;
        this.present = -1;
    }

    private void settle() {
        if (pendingSize == 0) {
            return;
        }
        double[] sorted = Arrays.copyOf(pending, pendingSize);
        Arrays.sort(sorted);
        double[] distinct = new double[sorted.length];
        long[] times = new long[sorted.length];
        int size = 0;
        for (double v : sorted) {
            if (size > 0 && distinct[size - 1] == v) {
                times[size - 1]++;
            } else {
                distinct[size] = v;
                times[size++] = 1;
            }
        }
        SortedCounts merged = union(values, counts, Arrays.copyOf(distinct, size), Arrays.copyOf(times, size));
        pending = new double[0];
        pendingSize = 0;
        values = merged.values;
        counts = merged.counts;
        present = -1;
    }

    private SortedCounts union(double[] a, long[] ca, double[] b, long[] cb) {
        if (a.length == 0) {
            return new SortedCounts(b, cb, 0);
        }
        double[] distinct = new double[a.length + b.length];
        long[] times = new long[distinct.length];
        int size = 0;
        for (int i = 0, j = 0; i < a.length || j < b.length; size++) {
            boolean left = j == b.length || (i < a.length && a[i] <= b[j]);
            boolean right = i == a.length || (j < b.length && b[j] <= a[i]);
            distinct[size] = left ? a[i] : b[j];
            times[size] = (left ? ca[i++] : 0) + (right ? cb[j++] : 0);
        }
        return new SortedCounts(Arrays.copyOf(distinct, size), Arrays.copyOf(times, size), 0);
    }

    @Override
    public SortedCounts merge(SortedCounts other) {
        settle();
        other.settle();
        SortedCounts merged = union(values, counts, other.values, other.counts);
        merged.missing = missing + other.missing;
        return merged;
    }

    /** The distinct numbers, ascending. Shared, not copied. */
    public double[] values() {
        settle();
        return values;
    }

    /** How often each occurs. Shared, not copied. */
    public long[] counts() {
        settle();
        return counts;
    }

    public long missing() {
        return missing;
    }

    @Override
    public long rows() {
        return present() + missing;
    }

    /** Cells that are not missing. */
    public long present() {
        settle();
        if (present < 0) {
            present = Counts.total(counts);
        }
        return present;
    }

    @Override
    public SortedCounts resample(Poisson poisson, double deff, double scale) {
        settle();
        return new SortedCounts(values, Counts.resample(counts, poisson, deff, scale), missing);
    }

    @Override
    public List<SortedCounts> dealtWith(SortedCounts other, Poisson poisson, double deff, double otherDeff) {
        double[] all = merge(other).values;
        long[][] dealt = Counts.deal(at(all), other.at(all), poisson, deff, otherDeff);
        return List.of(new SortedCounts(all, dealt[0], missing), new SortedCounts(all, dealt[1], other.missing));
    }

    /** Counts at the given numbers, among which are all of this state's. */
    private long[] at(double[] all) {
        settle();
        if (all.length == values.length) {
            return counts;
        }
        long[] times = new long[all.length];
        for (int i = 0, k = 0; k < values.length; i++) {
            times[i] = all[i] == values[k] ? counts[k++] : 0;
        }
        return times;
    }

    @Override
    public SortedCounts thin(Poisson poisson, double share) {
        settle();
        return new SortedCounts(values, Counts.thin(counts, poisson, share), missing);
    }

    @Override
    public int numbers() {
        settle();
        return values.length;
    }

    /** Exact statistics have no bins. */
    @Override
    public SortedCounts coarsen(int most) {
        return this;
    }

    @Override
    public SortedCounts compact(SortedCounts reference) {
        return onGrid(reference.grid());
    }

    /** Numbers within the grid go up to its next point; those beyond it keep about their places, however far they lie. */
    private SortedCounts onGrid(double[] grid) {
        settle();
        if (grid.length == 0) {
            return this;
        }
        int from = 0;
        while (from < values.length && values[from] < grid[0]) {
            from++;
        }
        int to = values.length;
        while (to > from && values[to - 1] > grid[grid.length - 1]) {
            to--;
        }
        double[] places = new double[grid.length + 2 * MOST_BEYOND];
        long[] times = new long[places.length];
        int size = beyond(0, from, places, times, 0);
        for (int g = 0, i = from; g < grid.length; g++, size++) {
            places[size] = grid[g];
            for (; i < to && values[i] <= grid[g]; i++) {
                times[size] += counts[i];
            }
        }
        size = beyond(to, values.length, places, times, size);
        return new SortedCounts(Arrays.copyOf(places, size), Arrays.copyOf(times, size), missing);
    }

    /** Puts some of the numbers into cells of equal mass at their means; gives the new number of cells. */
    private int beyond(int from, int to, double[] places, long[] times, int size) {
        long total = 0;
        for (int i = from; i < to; i++) {
            total += counts[i];
        }
        int cells = 0;
        long seen = 0;
        long inside = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            seen += counts[i];
            inside += counts[i];
            sum += counts[i] * (values[i] - values[from]);
            if (inside > 0 && seen * MOST_BEYOND >= total * (cells + 1)) {
                places[size + cells] = values[from] + sum / inside;
                times[size + cells++] = inside;
                inside = 0;
                sum = 0;
            }
        }
        return size + cells;
    }

    /** This state's numbers, or 512 that split its rows evenly, and steps of equal width between the first and the last. */
    private double[] grid() {
        settle();
        double[] even = quantiles();
        if (even.length < 2) {
            return even;
        }
        double first = even[0];
        double step = (even[even.length - 1] - first) / STEPS;
        double[] grid = new double[even.length + STEPS];
        int size = 0;
        for (int i = 0, s = 1; i < even.length; ) {
            double next = s < STEPS ? first + s * step : Double.POSITIVE_INFINITY;
            double value = Math.min(even[i], next);
            i += even[i] == value ? 1 : 0;
            s += next == value ? 1 : 0;
            grid[size++] = value;
        }
        return Arrays.copyOf(grid, size);
    }

    private double[] quantiles() {
        if (values.length <= MOST_CELLS) {
            return values.clone();
        }
        double[] grid = new double[MOST_CELLS];
        long total = Counts.total(counts);
        long seen = 0;
        int size = 0;
        for (int i = 0; i < values.length && size < MOST_CELLS; i++) {
            seen += counts[i];
            // The smallest number is a point too, so that what lies below it is known to lie beyond.
            if (i == 0 || seen * MOST_CELLS >= total * (size + 1)) {
                grid[size++] = values[i];
            }
        }
        return Arrays.copyOf(grid, size);
    }

    @Override
    public SortedCounts pooledWith(SortedCounts other) {
        SortedCounts union = merge(other);
        double scale = (double) rows() / Math.max(1, union.rows());
        long[] scaled = new long[union.counts.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.round(union.counts[i] * scale);
        }
        return new SortedCounts(union.values, scaled, missing);
    }
}
