package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Compares;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.statistic.Resampled;

/**
 * Interval of a value without a closed form: both tables are resampled, the bias that the resamples show is subtracted, and
 * z times their standard deviation is taken on either side. The value shown stays the plug-in, which others can reproduce.
 *
 * @param <S> the state
 */
final class ResampledValue<S extends Resampled<S>> {

    private static final int RESAMPLES = 100;
    private static final int FEWEST = 50;

    private final Compares<S> metric;
    private final Measure measure;
    private final Resamples<S> resamples;
    private final boolean resample;

    ResampledValue(Compares<S> metric, Measure measure, Resamples<S> resamples, boolean resample) {
        this.metric = metric;
        this.measure = measure;
        this.resamples = resamples;
        this.resample = resample;
    }

    /** The value of a comparison that is known to have one, the candidate's name naming its resamples. */
    Estimate of(S reference, S candidate, Comparison context, String name) {
        double value = value(reference, candidate, context);
        if (!resample) {
            return Estimate.point(value, "There are too many pairs to resample each.");
        }
        S r = reference.compact(reference);
        S c = candidate.compact(reference);
        double onGrid = value(r, c, context);
        double[] boot = new double[RESAMPLES];
        int size = 0;
        Resamples<S>.Draws draws = resamples.draws("value of " + name);
        for (int i = 0; i < RESAMPLES; i++) {
            S ri = draws.next(p -> r.resample(p, context.referenceDeff(), 1));
            S ci = draws.next(p -> c.resample(p, context.candidateDeff(), 1));
            double b = value(ri, ci, context);
            if (!Double.isNaN(b)) {
                boot[size++] = b;
            }
        }
        draws.end();
        if (size < FEWEST || Double.isNaN(onGrid)) {
            return Estimate.point(value, "Most resamples leave it undetermined.");
        }
        return Estimate.of(value, interval(value, onGrid, java.util.Arrays.copyOf(boot, size), context.level()));
    }

    private Interval interval(double value, double onGrid, double[] boot, double level) {
        double mean = 0;
        for (double b : boot) {
            mean += b / boot.length;
        }
        double square = 0;
        for (double b : boot) {
            square += (b - mean) * (b - mean) / (boot.length - 1);
        }
        double centre = value - (mean - onGrid);
        double reach = Normal.z(level) * Math.sqrt(square);
        // The value itself stays inside: a bias beyond the noise widens the interval instead of leaving the value out.
        Interval interval = new Interval(
                Math.min(value, centre - reach), Math.max(value, centre + reach), level, "bootstrap, bias subtracted");
        return measure.isShare() ? interval.clippedTo(0, 1) : interval;
    }

    private double value(S reference, S candidate, Comparison context) {
        for (Measured measured : metric.compare(reference, candidate, context)) {
            if (measured.measure().id().equals(measure.id())) {
                return measured.estimate().value();
            }
        }
        return Double.NaN;
    }
}
