package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.Hypergeometric;
import io.synthaudit.core.interval.SubsampleDistance;
import io.synthaudit.metrics.fidelity.MarginalCodes.Part;
import io.synthaudit.metrics.fidelity.MarginalCodes.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts some sets' marginals one after the other, compares them, and adds up per traced row how the distances would change
 * without it. All sums are whole numbers, so their order does not matter.
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
    private long[][] changes = new long[3][0];
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

    /** Sums of changes per traced row, see {@link Changes}. */
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
        if (changes[0].length < size) {
            counts = new int[counted.size()][size];
            changes = new long[3][size];
        }
        for (int i = 0; i < counts.length; i++) {
            count(inner, width, counted.get(i), counts[i], size);
        }
        Distances distances = distances(size);
        int at = 0;
        for (int table = 0; table < changes.length; table++) {
            Part part = codes.parts().traced().get(table);
            for (int row = part.from(); row < part.to(); row++) {
                traced[at++] += changes[table][base[row] * width + inner[row]];
            }
        }
        return distances;
    }

    /** Lets go of what only {@link #compare} needs. */
    void end() {
        counts = new int[0][0];
        changes = new long[3][0];
        base = null;
        joined = null;
        prefix = null;
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
        if (columns.length == 0) {
            Arrays.fill(joined, (char) 0);
            base = joined;
            return;
        }
        base = codes.codes()[columns[0]];
        height = codes.widths()[columns[0]];
        for (int i = 1; i < columns.length; i++) {
            int width = codes.widths()[columns[i]];
            height *= width;
            if (height > Character.MAX_VALUE) {
                throw new IllegalStateException("too many cells; take fewer bins");
            }
            char[] outer = base;
            char[] inner = codes.codes()[columns[i]];
            base = joined;
            for (int row = 0; row < base.length; row++) {
                base[row] = (char) (outer[row] * width + inner[row]);
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
        int draws = firstHoldout - 2;
        int holdoutDraws = counts.length - firstHoldout;
        long sum = 0;
        long synthetics = 0;
        long holdouts = 0;
        double fresh = 0;
        for (int cell = 0; cell < size; cell++) {
            long t = counts[0][cell];
            long s = counts[1][cell];
            long value = Math.abs(t * m - s * n);
            sum += value;
            double ofTraining = Math.abs((t - 1) * m - s * n) - value;
            double ofSynthetic = without(t * m, s, n, value);
            double matched = 0;
            double ofMatched = 0;
            for (int i = 2; i < firstHoldout; i++) {
                long c = counts[i][cell];
                long d = Math.abs(t * k - c * n);
                synthetics += d;
                matched += Math.abs((t - 1) * k - c * n) - d;
                ofMatched += without(t * k, c, n, d);
            }
            double yardstick = 0;
            double ofYardstick = 0;
            for (int i = firstHoldout; i < counts.length; i++) {
                long c = counts[i][cell];
                long d = Math.abs(t * k - c * n);
                holdouts += d;
                yardstick += Math.abs((t - 1) * k - c * n) - d;
                ofYardstick += without(t * k, c, n, d);
            }
            ofTraining /= m;
            ofSynthetic /= n;
            changes[0][cell] =
                    Changes.pack(ofTraining, isWhole ? ofTraining : matched / k / draws, yardstick / k / holdoutDraws);
            changes[1][cell] = Changes.pack(ofSynthetic, isWhole ? ofSynthetic : ofMatched / n / draws, 0);
            changes[2][cell] = Changes.pack(0, 0, ofYardstick / n / holdoutDraws);
            if (t + s > 0) {
                fresh += chances.of(t + s);
            }
            if (t > 0) {
                subsamples.cell(t);
            }
        }
        subsamples.table();
        double value = sum / (2.0 * n * m);
        return new Distances(
                value,
                isWhole ? value : synthetics / (2.0 * n * k * draws),
                holdouts / (2.0 * n * k * holdoutDraws),
                fresh * (1.0 / n + 1.0 / m) / 2);
    }

    /** Change of a cell's distance without one of its rows; of an empty cell the change that one row more would undo. */
    private static long without(long training, long count, long n, long distance) {
        return count > 0
                ? Math.abs(training - (count - 1) * n) - distance
                : distance - Math.abs(training - (count + 1) * n);
    }

    /**
     * Three sums in one number: by how much twice the distance to the synthetic table, the mean one to its samples and the mean
     * one to the holdout's samples change without a row, times the rows: each in [-1, 1], in steps of 1/256.
     */
    static final class Changes {

        private static final int BITS = 21;
        private static final long MASK = (1L << BITS) - 1;
        private static final int STEPS = 256;

        private Changes() {}

        static long pack(double value, double matched, double yardstick) {
            return step(value) | step(matched) << BITS | step(yardstick) << 2 * BITS;
        }

        private static long step(double change) {
            return Math.round(change * STEPS) + STEPS;
        }

        /** The mean over sets of change 0, 1 or 2. */
        static double mean(long sums, int which, int sets) {
            return ((sums >>> which * BITS & MASK) - (double) STEPS * sets) / STEPS / sets;
        }
    }
}
