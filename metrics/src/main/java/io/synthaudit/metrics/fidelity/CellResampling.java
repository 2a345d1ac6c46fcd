package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.interval.Bootstrap;
import io.synthaudit.core.interval.Distances;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.random.Poisson;
import java.util.List;

/**
 * Intervals, yardsticks and excesses of several plug-in distances of the same two tables of counts, from one set of
 * resamples.
 *
 * <p>The bounds are those of {@link Distances}: what both tables' rows score when they are dealt anew is subtracted below, and never fallen
 * short of above; a percentile interval would cover nothing at zero difference. The excess is the mean over samples of equal
 * size of synthetic rows minus that of fresh real rows, within z standard deviations of a bootstrap in which training is
 * shared.
 */
final class CellResampling {

    private static final int RESAMPLES = 40;
    private static final int SIMULATED_SAMPLES = 5;
    private static final String PART = "It is part of the excess, which has the interval.";

    private static final String ONE_CELL = "All rows lie in one cell, so resampling cannot say how sure it is.";

    private final EqualSamples samples;
    private final Poisson poisson;
    private final double level;

    CellResampling(EqualSamples samples, Poisson poisson, double level) {
        this.samples = samples;
        this.poisson = poisson;
        this.level = level;
    }

    /** Numbers of two tables of counts over the same cells. */
    @FunctionalInterface
    interface Numbers {
        /** Writes one number per measure; NaN where it is not defined. */
        void of(long[] reference, long[] candidate, double[] into);
    }

    /**
     * Rows per cell in all tables and samples.
     *
     * @param training training rows
     * @param synthetic synthetic rows
     * @param holdout holdout rows; null without one
     * @param syntheticSamples samples of {@link EqualSamples#synthetic}
     * @param holdoutSamples samples of {@link EqualSamples#holdout}
     */
    record Cells(
            long[] training,
            long[] synthetic,
            long[] holdout,
            List<long[]> syntheticSamples,
            List<long[]> holdoutSamples) {}

    /**
     * What one measure gives.
     *
     * @param value on the full tables; null where it is not defined
     * @param yardstick of fresh real samples; null where it is not defined
     * @param excess of synthetic samples over them; null where it is not defined
     */
    record Result(Estimate value, Estimate yardstick, Estimate excess) {}

    /** One result per measure. */
    Result[] of(Numbers numbers, List<Measure> measures, Cells cells) {
        int size = measures.size();
        double[][] boot = new double[size][RESAMPLES];
        double[][] none = new double[size][RESAMPLES];
        double[][] excess = new double[size][RESAMPLES];
        long[] t = cells.training();
        long[] s = cells.synthetic();
        long[] h = samples.isSimulated() ? t : cells.holdout();
        double n = total(t);
        double m = total(s);
        double deff = samples.trainingEffect();
        double holdoutDeff = samples.isSimulated() ? 1 : samples.holdoutEffect();
        double fresh = samples.rows() / (double) total(h);
        long[] a = new long[t.length];
        long[] b = new long[t.length];
        double[] into = new double[size];
        double[] other = new double[size];
        for (int i = 0; i < RESAMPLES; i++) {
            deal(t, s, n / deff / (n / deff + m), deff, a, b);
            numbers.of(a, b, into);
            keep(into, none, i);
            numbers.of(draw(t, 1, deff, a), draw(s, 1, 1, b), into);
            keep(into, boot, i);
            numbers.of(a, draw(s, samples.rows() / m, 1, b), into);
            numbers.of(a, draw(h, fresh, holdoutDeff, b), other);
            for (int j = 0; j < size; j++) {
                into[j] -= other[j];
            }
            keep(into, excess, i);
        }
        double[] value = new double[size];
        numbers.of(t, s, value);
        double[] matched = mean(numbers, size, t, cells.syntheticSamples());
        double[] yardstick =
                mean(numbers, size, t, samples.isSimulated() ? simulated(t, fresh) : cells.holdoutSamples());
        Result[] results = new Result[size];
        for (int j = 0; j < size; j++) {
            Bootstrap apart = Bootstrap.of(excess[j]);
            boolean compared = Double.isFinite(matched[j]) && Double.isFinite(yardstick[j]) && isEnough(apart);
            results[j] = new Result(
                    Double.isFinite(value[j])
                            ? value(measures.get(j), value[j], Bootstrap.of(boot[j]), Bootstrap.of(none[j]))
                            : null,
                    compared ? Estimate.point(yardstick[j], PART) : null,
                    compared ? excess(matched[j], yardstick[j], apart) : null);
        }
        return results;
    }

    private static void keep(double[] numbers, double[][] resamples, int at) {
        for (int j = 0; j < numbers.length; j++) {
            resamples[j][at] = numbers[j];
        }
    }

    private static boolean isEnough(Bootstrap resamples) {
        return 2 * resamples.size() >= RESAMPLES;
    }

    private Estimate value(Measure measure, double value, Bootstrap boot, Bootstrap none) {
        if (!isEnough(boot) || !isEnough(none)) {
            return Estimate.point(value, "Most resamples leave it undetermined.");
        }
        if (Math.abs(value) <= Bootstrap.NOISE && boot.isZero() && none.isZero()) {
            return Estimate.point(0, ONE_CELL);
        }
        double e0 = Math.max(0, none.mean());
        double quantile = boot.quantile(level);
        double reach = boot.reach(1, level);
        Interval interval = measure.isShare()
                ? Distances.distance(value, e0, none.sd(), reach, quantile, level)
                : Distances.unbounded(value, e0, none.sd(), reach, quantile, level);
        return Estimate.of(value, e0, interval);
    }

    private Estimate excess(double matched, double yardstick, Bootstrap excess) {
        double value = matched - yardstick;
        if (Math.abs(matched) <= Bootstrap.NOISE && Math.abs(yardstick) <= Bootstrap.NOISE && excess.isZero()) {
            return Estimate.point(0, ONE_CELL);
        }
        double z = Normal.z(level);
        Interval interval = new Interval(
                value - z * excess.reach(-1, level),
                value + z * excess.reach(1, level),
                level,
                "bootstrap, training shared");
        return Estimate.of(value, 0, interval);
    }

    private List<long[]> simulated(long[] training, double scale) {
        long[][] drawn = new long[SIMULATED_SAMPLES][];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = draw(training, scale, 1, new long[training.length]);
        }
        return List.of(drawn);
    }

    private static double[] mean(Numbers numbers, int size, long[] training, List<long[]> candidates) {
        double[] mean = new double[size];
        double[] into = new double[size];
        for (long[] candidate : candidates) {
            numbers.of(training, candidate, into);
            for (int j = 0; j < size; j++) {
                mean[j] += into[j] / candidates.size();
            }
        }
        return mean;
    }

    private long[] draw(long[] cells, double scale, double deff, long[] into) {
        poisson.resample(cells, deff, scale, into);
        return into;
    }

    /** Both tables' rows dealt anew, as if nothing differed. */
    private void deal(long[] training, long[] synthetic, double share, double deff, long[] a, long[] b) {
        long fresh = mostFresh(training, synthetic, deff);
        for (int i = 0; i < a.length; i++) {
            // Rows of levels that training lacks are of several levels taken together, and none of them is in both
            // tables.
            long kept = training[i] > 0 ? 0 : Math.min(fresh, synthetic[i]);
            fresh -= kept;
            long[] dealt = poisson.deal(training[i] / deff + synthetic[i] - kept, share);
            a[i] = Math.round(deff * dealt[1]);
            b[i] = dealt[0] - dealt[1] + Math.round(kept * 2 * (1 - share));
        }
    }

    /** Good's estimate of rows in cells that training lacks, from its cells of one row, with two standard deviations. */
    private static long mostFresh(long[] training, long[] synthetic, double deff) {
        double once = 0;
        for (long cell : training) {
            once += cell > 0 && cell <= Math.ceil(deff) ? 1 : 0;
        }
        double expected = once * deff * total(synthetic) / Math.max(1, total(training));
        return Math.round(expected + 2 * Math.sqrt(expected));
    }

    static long total(long[] cells) {
        long total = 0;
        for (long c : cells) {
            total += c;
        }
        return total;
    }
}
