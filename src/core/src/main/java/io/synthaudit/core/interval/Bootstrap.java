package io.synthaudit.core.interval;

import java.util.Arrays;

/** What resamples of a table say of a number; those in which it is not defined are left out, and the others stand for them. */
public final class Bootstrap {

    /** What rounding makes of a difference of 0. */
    public static final double NOISE = 1e-12;

    private final double[] values;

    private Bootstrap(double[] values) {
        this.values = values;
    }

    /** @param values the number in each resample; NaN or infinite where it is not defined */
    public static Bootstrap of(double[] values) {
        int size = 0;
        for (double v : values) {
            size += Double.isFinite(v) ? 1 : 0;
        }
        double[] defined = new double[size];
        int next = 0;
        for (double v : values) {
            if (Double.isFinite(v)) {
                defined[next++] = v;
            }
        }
        return new Bootstrap(defined);
    }

    /** Resamples in which it is defined. */
    public int size() {
        return values.length;
    }

    /** NaN of nothing. */
    public double mean() {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    /** Variance; NaN of fewer than two. */
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return sum / (values.length - 1);
    }

    /** Standard deviation; NaN of fewer than two. */
    public double sd() {
        return Math.sqrt(variance());
    }

    /**
     * Standard deviation, made longer for the bound on whose side they have their longer tail: where a table happens to hold little
     * of that tail, value and deviation are too small together.
     *
     * @param side 1 for the upper bound, -1 for the lower
     * @param level one-sided confidence of the bound
     * @see <a href="https://doi.org/10.1080/01621459.1978.10480051">Johnson (1978), modified t tests</a>
     */
    public double reach(int side, double level) {
        double mean = mean();
        double sd = sd();
        double cubes = 0;
        for (double v : values) {
            cubes += (v - mean) * (v - mean) * (v - mean) / values.length;
        }
        double z = Normal.z(level);
        double skewness = sd > 0 ? side * cubes / (sd * sd * sd) : 0;
        return sd * (1 + Math.max(0, skewness) * (2 * z * z + 1) / (6 * z));
    }

    /** The smallest value that at least the share q is not above. */
    public double quantile(double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length, (int) Math.ceil(q * sorted.length)) - 1];
    }

    /** Whether none is farther from 0 than rounding may take it, as where all rows lie in one cell. */
    public boolean isZero() {
        for (double v : values) {
            if (Math.abs(v) > NOISE) {
                return false;
            }
        }
        return true;
    }

    /** Each value's distance from the mean, by that factor. */
    public Bootstrap shrunk(double factor) {
        double mean = mean();
        double[] nearer = new double[values.length];
        for (int i = 0; i < nearer.length; i++) {
            nearer[i] = mean + factor * (values[i] - mean);
        }
        return new Bootstrap(nearer);
    }
}
