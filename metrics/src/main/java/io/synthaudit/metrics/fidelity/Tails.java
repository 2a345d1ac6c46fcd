package io.synthaudit.metrics.fidelity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.OrderStatistics;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Share of the candidate's numbers beyond an outer percentile of the training column, minus the training column's own share
 * there.
 *
 * <p>\[ d = \frac{|\{j : c_j > \hat Q_r(q)\}|}{m} - \frac{|\{i : r_i > \hat Q_r(q)\}|}{n} \] for 99 and 99.9 %, and likewise below
 * 1 and 0.1 %. Where values are tied the training share is far from 1 or 0.1 %, which is why it is subtracted. A ratio with
 * Katz's interval was left out: a generator that cuts its tails off has no cell there, and then no ratio.
 *
 * <ul>
 *   <li><b>Range</b>: [-1, 1]; nearer zero is better, negative where tails are cut off.
 *   <li><b>Applies to</b>: numeric, integer and datetime columns.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: Wilson's for the candidate's share, and on the training side the larger of two errors: Wilson's of its
 *       share (tied values), and what the candidate holds between the percentile and its order statistics, for the percentile
 *       itself is a guess (distinct values); combined by MOVER. Newcombe's alone covers .73 to .87 where the candidate has
 *       twice the tail.
 *   <li><b>Cost</b>: none of its own; the column's sorted numbers.
 * </ul>
 *
 * <p>Left out where fewer than two training cells are expected beyond. It says nothing of how far beyond they lie.
 *
 * @see <a href="https://doi.org/10.1002/sim.2747">Zou and Donner (2008), MOVER</a>
 */
@AutoService(Metric.class)
public final class Tails implements ColumnMetric<SortedCounts> {

    private static final double[] SHARES = {.01, .01, .001, .001};
    private static final Measure[] MEASURES = {
        Measure.difference("above-p99", "[-1, 1]")
                .called("share above the 99 % quantile of training beyond that of training"),
        Measure.difference("below-p1", "[-1, 1]")
                .called("share below the 1 % quantile of training beyond that of training"),
        Measure.difference("above-p99.9", "[-1, 1]")
                .called("share above the 99.9 % quantile of training beyond that of training"),
        Measure.difference("below-p0.1", "[-1, 1]")
                .called("share below the 0.1 % quantile of training beyond that of training")
    };

    /** Training cells expected beyond: with fewer the percentile is an extreme. */
    private static final double FEWEST = 2;

    private static final Reason TOO_FEW =
            new Reason("too-few", "Fewer than two training cells are expected so far out.");

    private static final Description DESCRIPTION = new Description(
            "fidelity.tails",
            "1",
            "Tails",
            "Does the synthetic column hold as many extreme numbers as the training column?",
            "Share of synthetic numbers beyond the training column's 1st, 99th, 0.1th and 99.9th percentile minus training's"
                    + " own share there.",
            "It counts numbers beyond and not how far beyond they lie; a few rows decide it in small tables.",
            Scope.MODEL,
            List.of(),
            List.of(MEASURES),
            List.of("Zou and Donner (2008), doi:10.1002/sim.2747", "Newcombe (1998)"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field field) {
        return field.kind().isNumber() ? Applicability.YES : Applicability.no("kind", "The column holds no numbers.");
    }

    @Override
    public Statistic<SortedCounts> statistic(Field field) {
        return new Distinct(field);
    }

    @Override
    public List<Measured> compare(SortedCounts reference, SortedCounts candidate, Comparison context) {
        NumberQuantiles r = new NumberQuantiles(reference);
        NumberQuantiles c = new NumberQuantiles(candidate);
        List<Measured> result = new ArrayList<>();
        for (int i = 0; i < SHARES.length && c.n() > 0; i++) {
            if (isThere(reference, SHARES[i])) {
                result.add(new Measured(MEASURES[i], difference(r, c, SHARES[i], i % 2 == 0, context)));
            }
        }
        return result;
    }

    @Override
    public Reason leftOut(Measure measure, SortedCounts reference, SortedCounts candidate) {
        return candidate.present() > 0 ? TOO_FEW : null;
    }

    private static boolean isThere(SortedCounts reference, double share) {
        return reference.present() * share >= FEWEST;
    }

    private static Estimate difference(
            NumberQuantiles r, NumberQuantiles c, double share, boolean above, Comparison context) {
        double level = context.level();
        double n = r.n();
        double m = c.n();
        double percentile = r.quantile(above ? 1 - share : share);
        double pr = (above ? r.above(percentile) : r.below(percentile)) / n;
        double pc = (above ? c.above(percentile) : c.below(percentile)) / m;
        double effectiveN = n / context.referenceDeff();
        double effectiveM = m / context.candidateDeff();
        Interval own = Proportions.wilson(pr * effectiveN, effectiveN, level);
        Interval theirs = Proportions.wilson(pc * effectiveM, effectiveM, level);
        // Ranks from the end that is looked at; without a rank there the percentile may be as far out as can be.
        OrderStatistics.Ranks ranks = r.ranks(share, context.referenceDeff(), level);
        double least = ranks.lower() < 1 ? 0 : beyond(r, c, ranks.lower(), above) / m;
        double most = beyond(r, c, Math.min(r.n(), ranks.upper()), above) / m;
        Interval training = new Interval(
                pr - Math.max(pr - own.lower(), most - pc),
                pr + Math.max(own.upper() - pr, pc - least),
                level,
                "Wilson and order statistics");
        Interval bounds = Proportions.mover(pc, theirs, pr, training);
        return Estimate.of(
                pc - pr, new Interval(bounds.lower(), bounds.upper(), level, training.method()).clippedTo(-1, 1));
    }

    /** Candidate cells beyond a training order statistic, counted from the upper or the lower end. */
    private static long beyond(NumberQuantiles r, NumberQuantiles c, long rank, boolean above) {
        return above ? c.above(r.ordered(r.n() + 1 - rank)) : c.below(r.ordered(rank));
    }
}
