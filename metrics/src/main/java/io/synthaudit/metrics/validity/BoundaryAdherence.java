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
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * Share of the candidate's numbers that lie within the training column's smallest and largest number, ends included.
 *
 * <p>\[ a = \frac{|\{j : \min t \le c_j \le \max t\}|}{|\{j : c_j \text{ present}\}|} \]
 * Unlike SDMetrics' BoundaryAdherence, a missing cell is no violation: missing cells have a metric of their own.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1]; higher is better. A fresh real sample scores a little below 1.
 *   <li><b>Applies to</b>: numeric, integer and datetime columns.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: Clopper and Pearson, on effective rows. The excess over the holdout's share: MOVER.
 *   <li><b>Cost</b>: none of its own; the column's sorted numbers.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
 */
@AutoService(Metric.class)
public final class BoundaryAdherence implements ColumnMetric<SortedCounts> {

    private static final Measure SHARE =
            Measure.share("share").called("share of synthetic numbers within the training range");

    private static final Description DESCRIPTION = new Description(
            "validity.boundary-adherence",
            "1",
            "Boundary adherence",
            "Do the synthetic numbers lie within the training column's range?",
            "Share of present synthetic numbers between the training column's smallest and largest number, ends included.",
            "A generator that copies the extremes scores 1; a fresh real sample does not. Read it against the yardstick.",
            Scope.MODEL,
            List.of(),
            List.of(SHARE),
            List.of("Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field field) {
        if (field.isKey()) {
            return Applicability.NOT_KEYS;
        }
        return field.kind().isNumber() ? Applicability.YES : Applicability.no("kind", "The column holds no numbers.");
    }

    @Override
    public Statistic<SortedCounts> statistic(Field field) {
        return new Distinct(field);
    }

    @Override
    public boolean isForSubgroups() {
        return true;
    }

    @Override
    public List<Measured> compare(SortedCounts reference, SortedCounts candidate, Comparison context) {
        double[] known = reference.values();
        if (known.length == 0 || candidate.present() == 0) {
            return List.of();
        }
        double min = known[0];
        double max = known[known.length - 1];
        double[] values = candidate.values();
        long[] counts = candidate.counts();
        long inside = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= min && values[i] <= max) {
                inside += counts[i];
            }
        }
        return List.of(new Measured(
                SHARE, Proportions.exactShare(inside, candidate.present(), context.candidateDeff(), context.level())));
    }
}
