package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Compares;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.interval.Bootstrap;
import io.synthaudit.core.interval.Distances;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.random.Poisson;
import io.synthaudit.core.statistic.Resampled;
import java.util.ArrayList;
import java.util.List;

/**
 * Interval, yardstick, matched value and excess of one plug-in distance, all by resampling the states' counts.
 *
 * <p>The value's bounds are max(0, D - E0 - z max(s_b, s0)) and max(D + z s_b, q_b): E0 and s0 are mean and standard
 * deviation of the distance when the rows of both are dealt anew, s_b and q_b those of bootstrap resamples. A percentile
 * interval would cover nothing at zero difference. The excess is mean D(T, S_k) - mean D(T, H_k) over samples of equal
 * size k, with z times the standard deviation of one bootstrap in which T is shared. Where resamples are skewed the bound on
 * the side of their longer tail reaches further.
 *
 * @param <S> the state
 */
final class MatchedDistance<S extends Resampled<S>> {

    /** The standard deviation of so many is within 7 % of the truth, which costs a bound a thousandth of its coverage. */
    private static final int RESAMPLES = 100;

    /** Samples drawn of each resample to tell the noise of sampling from that of the resample. */
    private static final int THINNED = 2;

    private static final int FRESH_RESAMPLES = 50;

    /** Where a tenth of the resamples and more hold nothing there are too few cells for a bootstrap. */
    private static final int FEWEST_DEFINED = 90;

    private static final String TOO_FEW = "Too few cells hold anything for resampling to say how sure it is.";

    private static final String ONE_CELL = "All rows lie in one cell, so resampling cannot say how sure it is.";

    private final Compares<S> metric;
    private final Measure measure;
    private final Comparison context;
    private final Poisson poisson;
    private final Resamples<S> resamples;
    private final double holdoutDeff;

    /**
     * @param metric the metric
     * @param measure the measure
     * @param context level and design effects of training and synthetic table
     * @param holdoutDeff design effect of the holdout
     * @param poisson seeded counts of the measure's own
     * @param resamples those that it shares with other measures
     */
    MatchedDistance(
            Compares<S> metric,
            Measure measure,
            Comparison context,
            double holdoutDeff,
            Poisson poisson,
            Resamples<S> resamples) {
        this.metric = metric;
        this.measure = measure;
        this.context = context;
        this.holdoutDeff = holdoutDeff;
        this.poisson = poisson;
        this.resamples = resamples;
    }

    /**
     * The excess with what it is made of.
     *
     * @param yardstick mean distance of fresh real samples
     * @param matched mean distance of synthetic samples of that size
     * @param excess their difference
     * @param fresh distance expected between two fresh samples at these bins and sizes
     * @param bins most bins per column
     */
    record Excess(Estimate yardstick, Estimate matched, Estimate excess, double fresh, int bins) {}

    /** The distance, or NaN when the metric leaves the measure out. */
    double distance(S reference, S candidate) {
        return of(metric.compare(reference, candidate, context));
    }

    private double of(List<Measured> values) {
        for (Measured measured : values) {
            if (measured.measure().id().equals(measure.id())) {
                return measured.estimate().value();
            }
        }
        return Double.NaN;
    }

    /** Value with interval by resampling. */
    Estimate value(S training, S synthetic) {
        double value = distance(training, synthetic);
        List<List<Measured>> compared = resamples.compared(metric, "value", () -> comparisons(training, synthetic));
        double[] boot = new double[RESAMPLES];
        double[] none = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            boot[i] = of(compared.get(2 * i));
            none[i] = of(compared.get(2 * i + 1));
        }
        Bootstrap real = Bootstrap.of(boot);
        Bootstrap fresh = Bootstrap.of(none);
        if (Math.min(real.size(), fresh.size()) < FEWEST_DEFINED) {
            return Estimate.point(value, TOO_FEW);
        }
        if (value == 0 && real.isZero() && fresh.isZero()) {
            double rows = Math.min(
                    training.rows() / context.referenceDeff() * metric.informative(measure.id(), training),
                    synthetic.rows() / context.candidateDeff() * metric.informative(measure.id(), synthetic));
            return measure.isShare()
                    ? Estimate.of(0, 0, Distances.oneCell(unseen(rows), context.level()))
                    : Estimate.point(0, ONE_CELL);
        }
        double e0 = fresh.mean();
        double quantile = real.quantile(context.level());
        double reach = real.reach(1, context.level());
        Interval interval = measure.isShare()
                ? Distances.distance(value, e0, fresh.sd(), reach, quantile, context.level())
                : Distances.unbounded(value, e0, fresh.sd(), reach, quantile, context.level());
        return Estimate.of(value, e0, interval);
    }

    /** In turn a resample of both tables, and their rows dealt anew. */
    private List<List<Measured>> comparisons(S training, S synthetic) {
        S t = training.compact(training);
        S s = synthetic.compact(training);
        List<List<Measured>> compared = new ArrayList<>();
        Resamples<S>.Draws draws = resamples.draws("value");
        for (int i = 0; i < RESAMPLES; i++) {
            compared.add(metric.compare(
                    draws.next(p -> t.resample(p, context.referenceDeff(), 1)),
                    draws.next(p -> s.resample(p, context.candidateDeff(), 1)),
                    context));
            List<S> dealt = new ArrayList<>();
            S first = draws.next(p -> {
                dealt.addAll(t.dealtWith(s, p, context.referenceDeff(), context.candidateDeff()));
                return dealt.get(0);
            });
            compared.add(metric.compare(first, draws.next(p -> dealt.get(1)), context));
        }
        draws.end();
        return compared;
    }

    /** Value with McDiarmid's closed-form interval, for many targets; the bias in closed form. */
    Estimate valueByClosedForm(S training, S synthetic, double trainingRows, double syntheticRows) {
        double value = distance(training, synthetic);
        double e0 = fresh(training.pooledWith(synthetic), trainingRows, syntheticRows);
        // McDiarmid's lower bound wants an upper bound of the bias; a root mean square exceeds a mean by sqrt(pi / 2).
        Interval interval = Distances.mcdiarmid(
                value,
                e0 * Math.sqrt(Math.PI / 2),
                trainingRows * metric.informative(measure.id(), training),
                syntheticRows * metric.informative(measure.id(), synthetic),
                context.level());
        return Estimate.of(value, e0, interval);
    }

    /** Expected distance of two fresh samples of a law at these effective sizes. */
    double fresh(S law, double referenceRows, double candidateRows) {
        double closed = metric.expected(measure.id(), law, referenceRows, candidateRows);
        if (!Double.isNaN(closed)) {
            return closed;
        }
        double rows = Math.max(1, law.rows());
        double[] fresh = new double[FRESH_RESAMPLES];
        for (int i = 0; i < FRESH_RESAMPLES; i++) {
            fresh[i] = distance(
                    law.resample(poisson, 1, referenceRows / rows), law.resample(poisson, 1, candidateRows / rows));
        }
        Bootstrap real = Bootstrap.of(fresh);
        // Of samples that hold nothing nothing is known: as far apart as can be.
        return real.size() == 0 ? 1 : real.mean();
    }

    /**
     * The excess at the finest of the given resolutions at which two fresh samples are expected within the limit; at the
     * coarsest when there is none.
     *
     * @param states all states
     * @param k rows per sample
     * @param resolutions most bins per column, finest first
     * @param limit smallest gate limit on this excess, or NaN when no gate limits it
     * @param resample false for the closed form
     * @return the excess, or null when no sample of that size holds anything to compare
     */
    Excess excess(StateSet<S> states, int k, int[] resolutions, double limit, boolean resample) {
        S training = states.training();
        double referenceRows = training.rows() / context.referenceDeff();
        double candidateRows = k / holdoutDeff;
        int bins = resolutions[0];
        double fresh = fresh(training.coarsen(bins), referenceRows, candidateRows);
        for (int i = 1; i < resolutions.length && !Double.isNaN(limit) && fresh > limit; i++) {
            bins = resolutions[i];
            fresh = fresh(training.coarsen(bins), referenceRows, candidateRows);
        }
        int most = bins;
        S t = training.coarsen(most);
        List<S> synthetic = coarse(states.syntheticSamples(), most);
        List<S> holdout = coarse(states.holdoutSamples(), most);
        boolean simulated = holdout.isEmpty();
        if (simulated) {
            for (int i = 0; i < Draws.SAMPLES; i++) {
                holdout.add(t.resample(poisson, 1, (double) k / Math.max(1, t.rows())));
            }
        }
        double matched = meanDistance(t, synthetic);
        double yardstick = meanDistance(t, holdout);
        double value = matched - yardstick;
        if (Double.isNaN(value)) {
            return null;
        }
        // Efron and Stein: a row moves a distance by at most its weight 1/n, so n independent rows give at most n
        // (1/n)^2 / 2;
        // a training row may move both distances of the excess, in opposite directions.
        Bootstrap boot = resample ? bootstrap(states, t, most, k, simulated) : null;
        double closed = resample
                ? 0
                : Math.sqrt(2 / (referenceRows * metric.informative(measure.id(), training))
                        + 0.5 / (candidateRows * least(states.holdoutSamples(), training))
                        + 0.5 / (k * least(states.syntheticSamples(), training)));
        String why = "It is part of the excess, which has the interval.";
        double rows = Math.min(
                referenceRows * metric.informative(measure.id(), training),
                Math.min(
                        candidateRows * least(states.holdoutSamples(), training),
                        k * least(states.syntheticSamples(), training)));
        return new Excess(
                Estimate.point(yardstick, why),
                Estimate.point(matched, why),
                about(matched, yardstick, boot, closed, rows),
                fresh,
                most == Integer.MAX_VALUE ? 0 : most);
    }

    /** The smallest share of informative rows among some samples that have any; that of the law where they are simulated. */
    private double least(List<S> samples, S law) {
        return samples.stream()
                .mapToDouble(s -> metric.informative(measure.id(), s))
                .filter(share -> share > 0)
                .min()
                .orElseGet(() -> metric.informative(measure.id(), law));
    }

    /**
     * An excess with its interval.
     *
     * @param boot its resamples; null for the closed form
     * @param closed standard deviation of the closed form
     * @param rows rows of the smallest sample
     */
    private Estimate about(double matched, double yardstick, Bootstrap boot, double closed, double rows) {
        double value = matched - yardstick;
        double level = context.level();
        double z = Normal.z(level);
        if (boot == null) {
            return Estimate.of(value, 0, new Interval(value - z * closed, value + z * closed, level, "variance bound"));
        }
        if (boot.size() < FEWEST_DEFINED) {
            return Estimate.point(value, TOO_FEW);
        }
        if (matched == 0 && yardstick == 0 && boot.isZero()) {
            double reach = measure.isShare() ? unseen(rows) : 0;
            return measure.isShare()
                    ? Estimate.of(0, 0, new Interval(-reach, reach, level, "one cell, rows unseen"))
                    : Estimate.point(0, ONE_CELL);
        }
        return Estimate.of(
                value,
                0,
                new Interval(
                        value - z * boot.reach(-1, level),
                        value + z * boot.reach(1, level),
                        level,
                        "bootstrap, training shared"));
    }

    /** The distance that rows could make which so many do not show. */
    private double unseen(double rows) {
        return rows > 0 ? metric.reach(measure.id(), Proportions.unseen(rows, context.level())) : 1;
    }

    private List<S> coarse(List<S> states, int most) {
        List<S> result = new ArrayList<>();
        states.forEach(s -> result.add(s.coarsen(most)));
        return result;
    }

    private double meanDistance(S reference, List<S> candidates) {
        return Bootstrap.of(candidates.stream()
                        .mapToDouble(c -> distance(reference, c))
                        .toArray())
                .mean();
    }

    /**
     * Resamples of the excess. Its two terms are means over {@link Draws#SAMPLES} samples; each resample gives two samples, whose
     * difference tells how much of the variance is sampling and so shrinks with more samples: they are drawn together so far.
     */
    private Bootstrap bootstrap(StateSet<S> states, S t, int most, int k, boolean simulated) {
        S holdout = simulated ? t : states.holdout().coarsen(most);
        double share = Math.min(1, (double) k / Math.max(1, states.synthetic().rows()));
        double holdoutShare = simulated ? 1 : Math.min(1, (double) k / Math.max(1, holdout.rows()));
        double scale = simulated ? (double) k / Math.max(1, t.rows()) : 1;
        int samples = share < 1 ? THINNED : 1;
        int holdoutSamples = holdoutShare < 1 ? THINNED : 1;
        List<List<Measured>> compared = resamples.compared(metric, "excess/" + most, () -> {
            S training = t.compact(t);
            S synthetic = states.synthetic().coarsen(most).compact(t);
            S held = holdout.compact(t);
            List<List<Measured>> values = new ArrayList<>();
            Resamples<S>.Draws draws = resamples.draws("excess/" + most);
            for (int i = 0; i < RESAMPLES; i++) {
                S ti = draws.next(p -> training.resample(p, context.referenceDeff(), 1));
                S si = draws.next(p -> synthetic.resample(p, context.candidateDeff(), 1));
                S hi = draws.next(p -> held.resample(p, holdoutDeff, scale));
                for (int j = 0; j < samples; j++) {
                    values.add(metric.compare(ti, samples == 1 ? si : draws.next(p -> si.thin(p, share)), context));
                }
                for (int j = 0; j < holdoutSamples; j++) {
                    S h = holdoutSamples == 1 ? hi : draws.next(p -> hi.thin(p, holdoutShare));
                    values.add(metric.compare(ti, h, context));
                }
            }
            draws.end();
            return values;
        });
        double[] excess = new double[RESAMPLES];
        double noise = 0;
        int each = samples + holdoutSamples;
        for (int i = 0; i < RESAMPLES; i++) {
            Bootstrap synthetic = numbers(compared.subList(i * each, i * each + samples));
            Bootstrap held = numbers(compared.subList(i * each + samples, (i + 1) * each));
            excess[i] = synthetic.mean() - held.mean();
            noise += (spread(synthetic) + spread(held)) / RESAMPLES;
        }
        Bootstrap real = Bootstrap.of(excess);
        double sd = real.sd();
        double more = 1.0 / THINNED - 1.0 / Draws.SAMPLES;
        return real.shrunk(sd > 0 ? Math.sqrt(Math.max(1.0 / THINNED, 1 - noise * more / (sd * sd))) : 1);
    }

    private Bootstrap numbers(List<List<Measured>> values) {
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = of(values.get(i));
        }
        return Bootstrap.of(numbers);
    }

    /** The variance that two samples of one resample show; 0 of one or none. */
    private static double spread(Bootstrap samples) {
        return samples.size() < THINNED ? 0 : samples.variance();
    }
}
