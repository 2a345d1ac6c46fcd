package io.synthaudit.metrics.validity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * Share of the training column's levels that occur in the candidate column.
 *
 * <p>\[ v = \frac{|K_t \cap K_c|}{|K_t|} . \] A table of m rows covers \(1 - (1 - p_k)^m\) of level k in expectation; the
 * sum over levels is given as bias, for a small faithful table cannot cover rare levels.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1]; higher is better.
 *   <li><b>Applies to</b>: categorical, ordinal and boolean columns.
 *   <li><b>Missing cells</b>: are no level.
 *   <li><b>Interval</b>: normal, with the variance of the number of levels in a sample of the candidate's law,
 *       \(\sum_k (1-q_k)^m (1 - (1-q_k)^m)\), at which levels with zero cells count as having half a cell.
 *   <li><b>Cost</b>: none of its own; the column's level counts.
 * </ul>
 *
 * @see <a href="https://docs.sdv.dev/sdmetrics/metrics/metrics-glossary/categorycoverage">SDMetrics, CategoryCoverage</a>
 */
@AutoService(Metric.class)
public final class CategoryCoverage implements ColumnMetric<Counts> {

    private static final Measure SHARE =
            Measure.share("share").called("share of training's levels that occur in the synthetic column");

    private static final Description DESCRIPTION = new Description(
            "validity.category-coverage",
            "1",
            "Category coverage",
            "Do the training column's levels occur in the synthetic column?",
            "Share of the training column's levels that occur in the synthetic column.",
            "A small table cannot cover rare levels; the expectation for a fresh sample of that size is given as bias.",
            Scope.MODEL,
            List.of(),
            List.of(SHARE),
            List.of("SDMetrics, CategoryCoverage"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public boolean isForSubgroups() {
        return true;
    }

    @Override
    public Applicability appliesTo(Field field) {
        if (field.isKey()) {
            return Applicability.NOT_KEYS;
        }
        return field.kind().isCategory() ? Applicability.YES : Applicability.no("kind", "The column has no levels.");
    }

    @Override
    public Statistic<Counts> statistic(Field field) {
        return new Levels(field);
    }

    @Override
    public List<Measured> compare(Counts reference, Counts candidate, Comparison context) {
        long present = reference.rows() - reference.missing();
        double rows = (candidate.rows() - candidate.missing()) / context.candidateDeff();
        if (present == 0 || rows <= 0) {
            return List.of();
        }
        int levels = 0;
        int covered = 0;
        double expected = 0;
        double variance = 0;
        for (int k = 0; k < reference.size(); k++) {
            if (reference.cells()[k] == 0) {
                continue;
            }
            levels++;
            covered += candidate.cells()[k] > 0 ? 1 : 0;
            expected += 1 - absent((double) reference.cells()[k] / present, rows);
            double absent = absent(Math.max(candidate.cells()[k], 0.5) / (rows * context.candidateDeff()), rows);
            variance += absent * (1 - absent);
        }
        if (levels == 0) {
            return List.of();
        }
        double value = (double) covered / levels;
        double reach = Normal.z(context.level()) * Math.sqrt(variance) / levels;
        Interval interval =
                new Interval(Math.max(0, value - reach), Math.min(1, value + reach), context.level(), "occupancy");
        return List.of(new Measured(SHARE, Estimate.of(value, expected / levels, interval)));
    }

    private static double absent(double share, double rows) {
        return share >= 1 ? 0 : StrictMath.exp(rows * StrictMath.log1p(-share));
    }
}
