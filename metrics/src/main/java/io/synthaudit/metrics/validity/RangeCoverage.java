package io.synthaudit.metrics.validity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * Share of the training column's range that the candidate's range covers, and how far each end falls short or goes beyond.
 *
 * <p>With \(w = \max t - \min t\), \[ b = \frac{\min c - \min t}{w}, \quad a = \frac{\max t - \max c}{w}, \quad v = \max(0, 1 -
 * \max(b, 0) - \max(a, 0)) . \] {@code coverage} is SDMetrics' RangeCoverage; {@code below} and {@code above} are positive
 * where the candidate falls short and negative where it goes beyond, which the coverage cannot tell.
 *
 * <ul>
 *   <li><b>Range</b>: coverage [0, 1], higher is better; below and above at most 1 in overlapping columns, nearer zero is
 *       better.
 *   <li><b>Applies to</b>: numeric, integer and datetime columns; no value for a constant training column.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: none. A resample never reaches beyond the extremes that it is drawn from, and no closed form holds
 *       without a law of the tails. The yardstick is the holdout's own coverage, which grows with its rows.
 *   <li><b>Cost</b>: none of its own; the column's sorted numbers.
 * </ul>
 *
 * <p>It hangs on two cells of either table: one outlier in training makes every faithful table look bad, one in the candidate
 * makes a bad one look good.
 *
 * @see <a href="https://docs.sdv.dev/sdmetrics/metrics/metrics-glossary/rangecoverage">SDMetrics, RangeCoverage</a>
 */
@AutoService(Metric.class)
public final class RangeCoverage implements ColumnMetric<SortedCounts> {

    private static final String WHY =
            "It hangs on the smallest and largest cell, whose sampling error no resampling shows.";

    private static final Measure COVERAGE = new Measure(
                    "coverage", "training range", "[0, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("share of the training range that is covered");
    private static final Measure BELOW = new Measure(
                    "below", "training range", "(-inf, inf)", Direction.ZERO, Measure.Against.OWN)
            .called("part of the training range left out at the lower end");
    private static final Measure ABOVE = new Measure(
                    "above", "training range", "(-inf, inf)", Direction.ZERO, Measure.Against.OWN)
            .called("part of the training range left out at the upper end");

    private static final Description DESCRIPTION = new Description(
            "validity.range-coverage",
            "1",
            "Range coverage",
            "Do the synthetic numbers reach as far as the training column's?",
            "coverage = 1 - max(below, 0) - max(above, 0), at least 0; below = (smallest synthetic - smallest training number)"
                    + " / training range; above = (largest training - largest synthetic number) / training range.",
            "It hangs on two cells of either table: one outlier in training makes every faithful table look bad.",
            Scope.MODEL,
            List.of(),
            List.of(COVERAGE, BELOW, ABOVE),
            List.of("SDMetrics, RangeCoverage"));

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
        double[] known = reference.values();
        double[] values = candidate.values();
        if (known.length < 2 || values.length == 0) {
            return List.of();
        }
        double range = known[known.length - 1] - known[0];
        double below = (values[0] - known[0]) / range;
        double above = (known[known.length - 1] - values[values.length - 1]) / range;
        double coverage = Math.max(0, 1 - Math.max(below, 0) - Math.max(above, 0));
        return List.of(
                new Measured(COVERAGE, Estimate.point(coverage, WHY)),
                new Measured(BELOW, Estimate.point(below, WHY)),
                new Measured(ABOVE, Estimate.point(above, WHY)));
    }
}
