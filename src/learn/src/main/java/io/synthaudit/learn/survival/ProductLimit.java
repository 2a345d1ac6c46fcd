package io.synthaudit.learn.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Kaplan and Meier's estimate of survival: \[ S(t) = \prod_{t_i \le t} \left(1 - \frac{d_i}{n_i}\right) \] with Greenwood's
 * variance \(S(t)^2 \sum d_i / (n_i (n_i - d_i))\).
 *
 * @param times event times, ascending
 * @param events events at each
 * @param atRisk rows at risk just before each
 * @param survival S at and after each, up to the next
 * @param greenwood the sum in Greenwood's variance up to each; infinite once nobody is left
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier (1958)</a>
 */
public record ProductLimit(double[] times, long[] events, long[] atRisk, double[] survival, double[] greenwood) {

    /**
     * The curve of these rows; at least one.
     *
     * @param time how long each row was followed
     * @param event whether the event happened then, or observation ended
     */
    public static ProductLimit of(double[] time, boolean[] event) {
        int[] order = IntStream.range(0, time.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> time[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] times = new double[time.length];
        long[] events = new long[time.length];
        long[] atRisk = new long[time.length];
        double[] survival = new double[time.length];
        double[] greenwood = new double[time.length];
        double sum = 0;
        int n = 0;
        double s = 1;
        int at = 0;
        while (at < order.length) {
            int start = at;
            double now = time[order[at]];
            int deaths = 0;
            for (; at < order.length && time[order[at]] == now; at++) {
                deaths += event[order[at]] ? 1 : 0;
            }
            if (deaths > 0) {
                times[n] = now;
                events[n] = deaths;
                atRisk[n] = order.length - start;
                s *= 1 - (double) deaths / atRisk[n];
                sum += deaths / ((double) atRisk[n] * (atRisk[n] - deaths));
                greenwood[n] = sum;
                survival[n++] = s;
            }
        }
        return new ProductLimit(
                Arrays.copyOf(times, n),
                Arrays.copyOf(events, n),
                Arrays.copyOf(atRisk, n),
                Arrays.copyOf(survival, n),
                Arrays.copyOf(greenwood, n));
    }

    /** Survival at a time. */
    public double at(double time) {
        int place = last(time);
        return place < 0 ? 1 : survival[place];
    }

    /** The sum in Greenwood's variance at a time. */
    public double greenwoodAt(double time) {
        int place = last(time);
        return place < 0 ? 0 : greenwood[place];
    }

    /** The last event time that is not later; -1 if there is none. */
    private int last(double time) {
        int place = Arrays.binarySearch(times, time);
        return place >= 0 ? place : -place - 2;
    }

    /** The area under the curve up to a time: the mean time survived, of at most that. */
    public double area(double until) {
        double area = 0;
        double from = 0;
        double height = 1;
        for (int i = 0; i < times.length && times[i] < until; i++) {
            area += height * (times[i] - from);
            from = times[i];
            height = survival[i];
        }
        return area + height * (until - from);
    }

    /** The variance of {@link #area}: \(\sum A_i^2 d_i / (n_i (n_i - d_i))\), \(A_i\) the area from the event on. */
    public double areaVariance(double until) {
        double variance = 0;
        double rest = 0;
        double to = until;
        for (int i = last(until); i >= 0; i--) {
            rest += survival[i] * (to - times[i]);
            to = times[i];
            if (atRisk[i] > events[i]) {
                variance += rest * rest * events[i] / ((double) atRisk[i] * (atRisk[i] - events[i]));
            }
        }
        return variance;
    }
}
