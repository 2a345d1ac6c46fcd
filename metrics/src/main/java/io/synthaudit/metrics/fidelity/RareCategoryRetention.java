package io.synthaudit.metrics.fidelity;

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
 * Share of the training column's rare levels that occur in the candidate column.
 *
 * <p>\[ v = \frac{|\{k \in R : c_k > 0\}|}{|R|} , \qquad R = \{k : 0 < p_k \le 0.05\} , \] the shares \(p_k\) being those of the
 * present training cells. A faithful table of m rows holds level k with probability \(1 - (1 - p_k)^m\) only; the mean over
 * the rare levels is given as bias.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1]; higher is better. Read it against the bias and the yardstick.
 *   <li><b>Applies to</b>: categorical, ordinal and boolean columns; no value where no level is rare.
 *   <li><b>Missing cells</b>: are no level.
 *   <li><b>Interval</b>: normal, with the variance of the number of levels in a sample of the candidate's law,
 *       \(\sum_k (1-q_k)^m (1 - (1-q_k)^m)\), at which levels with zero cells count as having half a cell.
 *   <li><b>Cost</b>: none of its own; the column's level counts.
 * </ul>
 *
 * <p>Retaining a level says nothing of its share. A table that keeps every level of one or two people may be a copy.
 *
 * @see <a href="https://doi.org/10.1093/biomet/40.3-4.237">Good (1953), species that a sample does not hold</a>
 */
@AutoService(Metric.class)
public final class RareCategoryRetention implements ColumnMetric<Counts> {

    private static final double RARE = 0.05;

    private static final Measure SHARE =
            Measure.share("share").called("share of training's rare levels that occur in the synthetic column");

    private static final Description DESCRIPTION = new Description(
            "fidelity.rare-category-retention",
            "1",
            "Rare-category retention",
            "Do the training column's rare levels occur in the synthetic column?",
            "Share of the levels that at most 5 % of the present training cells hold which occur in the synthetic column.",
            "A small table cannot hold every rare level, and one that holds all of them may be a copy: read it against the"
                    + " bias, which is the expectation for a fresh sample of that size.",
            Scope.MODEL,
            List.of(),
            List.of(SHARE),
            List.of("Good (1953), doi:10.1093/biomet/40.3-4.237"));

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
        return field.kind().isCategory() ? Applicability.YES : Applicability.no("kind", "The column has no levels.");
    }

    @Override
    public Statistic<Counts> statistic(Field field) {
        return new Levels(field);
    }

    @Override
    public List<Measured> compare(Counts reference, Counts candidate, Comparison context) {
        long present = reference.rows() - reference.missing();
        if (present == 0 || candidate.rows() == candidate.missing()) {
            return List.of();
        }
        Occupancy levels =
                Occupancy.of(reference, candidate, context.candidateDeff(), cells -> cells <= RARE * present ? 1 : 0);
        if (levels.total() == 0) {
            return List.of();
        }
        double value = levels.held() / levels.total();
        double reach = Normal.z(context.level()) * Math.sqrt(levels.variance()) / levels.total();
        Interval interval =
                new Interval(Math.max(0, value - reach), Math.min(1, value + reach), context.level(), "occupancy");
        return List.of(new Measured(SHARE, Estimate.of(value, levels.expected() / levels.total(), interval)));
    }
}
