package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.Hypergeometric;
import io.synthaudit.core.interval.SubsampleDistance;
import io.synthaudit.metrics.fidelity.MarginalCodes.Part;
import io.synthaudit.metrics.fidelity.MarginalCodes.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts some sets' marginals one after the other, compares them, and adds up per traced row on which side its cells lie: the
 * gradient of the sum of distances in the row. All sums are whole numbers, so their order does not matter.
 */
final class MarginalCells {

    /** Cell counts from which the normal law's mean deviation is exact to 1e-4. */
    private static final int TABULATED = 1_024;

    private final MarginalCodes codes;
    private final Chances chances;
    private final long[] traced;
    private final SubsampleDistance subsamples;
    private final List<Part> counted;
    private int[][] counts = new int[0][0];
    private long[] sides = new long[0];
    private char[] base;
    private char[] joined;
    private int[] prefix;
    private int height;

    /**
     * Expected distances of two samples of one law, given both together.
     *
     * @param small mean deviation by cell count
     * @param n rows of the first sample
     * @param m rows of the second sample
     */
    record Chances(double[] small, long n, long m) {
        static Chances of(long n, long m) {
            double[] small = new double[(int) Math.min(n + m + 1, TABULATED)];
            for (int i = 0; i < small.length; i++) {
                small[i] = Hypergeometric.meanDeviation(n + m, i, n);
            }
            return new Chances(small, n, m);
        }

        private double of(long count) {
            if (count < small.length) {
                return small[(int) count];
            }
            double all = n + m;
            return Math.sqrt(2 / Math.PI * n * m / all * count / all * (all - count) / (all - 1));
        }
    }

    /**
     * Distances of one set.
     *
     * @param value training against the whole synthetic table
     * @param matched against synthetic samples, on average
     * @param yardstick against fresh real samples, on average
     * @param fresh expected of two samples of one law in the place of training and synthetic table
     */
    record Distances(double value, double matched, double yardstick, double fresh) {}

    MarginalCells(MarginalCodes codes, Chances chances) {
        this.codes = codes;
        this.chances = chances;
        Parts parts = codes.parts();
        int rows = 0;
        for (Part part : parts.traced()) {
            rows += part.rows();
        }
        this.traced = new long[rows];
        this.subsamples = new SubsampleDistance(parts.training().rows());
        this.counted = new ArrayList<>(List.of(parts.training(), parts.synthetic()));
        for (Part part : parts.syntheticDraws()) {
            if (!part.equals(parts.synthetic())) {
                counted.add(part);
            }
        }
        counted.addAll(parts.holdoutDraws());
    }

    /** Sums of sides per traced row, see {@link Sides}. */
    long[] traced() {
        return traced;
    }

    /** Sizes of the training cells seen so far. */
    SubsampleDistance subsamples() {
        return subsamples;
    }

    Distances compare(int[] set) {
        begin(Arrays.copyOf(set, set.length - 1));
        int last = set[set.length - 1];
        int width = codes.widths()[last];
        char[] inner = codes.codes()[last];
        int size = Math.multiplyExact(height, width);
        if (sides.length < size) {
            counts = new int[counted.size()][size];
            sides = new long[size];
        }
        for (int i = 0; i < counts.length; i++) {
            count(inner, width, counted.get(i), counts[i], size);
        }
        Distances distances = distances(size);
        int at = 0;
        for (Part part : codes.parts().traced()) {
            for (int row = part.from(); row < part.to(); row++) {
                traced[at++] += sides[base[row] * width + inner[row]];
            }
        }
        return distances;
    }

    private void count(char[] inner, int width, Part part, int[] into, int size) {
        Arrays.fill(into, 0, size, 0);
        char[] outer = base;
        int to = part.to();
        for (int row = part.from(); row < to; row++) {
            into[outer[row] * width + inner[row]]++;
        }
    }

    /** Makes one code of all columns but the last; sets in lexicographic order share it. */
    private void begin(int[] columns) {
        if (Arrays.equals(columns, prefix)) {
            return;
        }
        prefix = columns;
        height = 1;
        if (columns.length == 1) {
            height = codes.widths()[columns[0]];
            base = codes.codes()[columns[0]];
            return;
        }
        if (joined == null) {
            joined = new char[codes.codes()[0].length];
        }
        base = joined;
        Arrays.fill(base, (char) 0);
        for (int column : columns) {
            int width = codes.widths()[column];
            height *= width;
            if (height > Character.MAX_VALUE) {
                throw new IllegalStateException("too many cells; take fewer bins");
            }
            char[] inner = codes.codes()[column];
            for (int row = 0; row < base.length; row++) {
                base[row] = (char) (base[row] * width + inner[row]);
            }
        }
    }

    private Distances distances(int size) {
        Parts parts = codes.parts();
        long n = parts.training().rows();
        long m = parts.synthetic().rows();
        long k = parts.samples().rows();
        boolean isWhole = parts.syntheticDraws().get(0).equals(parts.synthetic());
        int firstHoldout = counts.length - parts.holdoutDraws().size();
        int[] training = counts[0];
        int[] synthetic = counts[1];
        long sum = 0;
        long synthetics = 0;
        long holdouts = 0;
        double fresh = 0;
        for (int cell = 0; cell < size; cell++) {
            long t = training[cell];
            long s = synthetic[cell];
            long difference = t * m - s * n;
            sum += Math.abs(difference);
            int below = 0;
            for (int i = 2; i < firstHoldout; i++) {
                long d = t * k - counts[i][cell] * n;
                synthetics += Math.abs(d);
                below += Long.signum(d);
            }
            int belowHoldout = 0;
            for (int i = firstHoldout; i < counts.length; i++) {
                long d = t * k - counts[i][cell] * n;
                holdouts += Math.abs(d);
                belowHoldout += Long.signum(d);
            }
            boolean tie = difference == 0 && t + s > 0 && !(t == n && s == m);
            int side = Long.signum(difference);
            sides[cell] = Sides.pack(side, isWhole ? side : below, belowHoldout, tie);
            if (t + s > 0) {
                fresh += chances.of(t + s);
            }
            if (t > 0) {
                subsamples.cell(t);
            }
        }
        subsamples.table();
        double value = sum / (2.0 * n * m);
        double yardstick = holdouts / (2.0 * n * k * (counts.length - firstHoldout));
        return new Distances(
                value,
                isWhole ? value : synthetics / (2.0 * n * k * (firstHoldout - 2)),
                yardstick,
                fresh * (1.0 / n + 1.0 / m) / 2);
    }

    /**
     * Four sums in one number: on which side of the synthetic table, of its samples and of the holdout's samples training lies
     * in the cells of a row (each sign shifted to be positive), and how often it is level.
     */
    static final class Sides {

        private static final int BITS = 16;
        private static final int MASK = 0xFFFF;

        /** Samples at most; sums of as many sets as are ever compared fit into 16 bits. */
        private static final int SHIFT = 5;

        private Sides() {}

        static long pack(int side, int samples, int holdouts, boolean tie) {
            return (side + 1L)
                    | (samples + SHIFT + 0L) << BITS
                    | (holdouts + SHIFT + 0L) << 2 * BITS
                    | (tie ? 1L : 0L) << 3 * BITS;
        }

        static int side(long sums, int sets) {
            return (int) (sums & MASK) - sets;
        }

        static int samples(long sums, int sets) {
            return (int) (sums >>> BITS & MASK) - SHIFT * sets;
        }

        static int holdouts(long sums, int sets) {
            return (int) (sums >>> 2 * BITS & MASK) - SHIFT * sets;
        }

        static int ties(long sums) {
            return (int) (sums >>> 3 * BITS);
        }
    }
}
