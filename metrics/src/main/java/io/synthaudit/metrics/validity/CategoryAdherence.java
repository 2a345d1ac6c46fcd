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
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * Share of the candidate's present cells whose level the training column has.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1]; higher is better. A fresh real sample with rare levels scores a little below 1.
 *   <li><b>Applies to</b>: categorical, ordinal and boolean columns.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: Clopper and Pearson, on effective rows. The excess over the holdout's share: MOVER.
 *   <li><b>Cost</b>: none of its own; the column's level counts.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
 */
@AutoService(Metric.class)
public final class CategoryAdherence implements ColumnMetric<Counts> {

    private static final Measure SHARE =
            Measure.share("share").called("share of synthetic cells with a level of training");

    private static final Description DESCRIPTION = new Description(
            "validity.category-adherence",
            "1",
            "Category adherence",
            "Are the synthetic levels levels that the training column has?",
            "Share of present synthetic cells whose level occurs in the training column.",
            "A level of the population that training happens to lack counts against the generator; read it against the"
                    + " yardstick.",
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
        return field.kind().isCategory() ? Applicability.YES : Applicability.no("kind", "The column has no levels.");
    }

    @Override
    public Statistic<Counts> statistic(Field field) {
        return new Levels(field);
    }

    @Override
    public boolean isForSubgroups() {
        return true;
    }

    @Override
    public List<Measured> compare(Counts reference, Counts candidate, Comparison context) {
        long present = candidate.rows() - candidate.missing();
        if (present == 0) {
            return List.of();
        }
        long known = present - candidate.unseen();
        return List.of(
                new Measured(SHARE, Proportions.exactShare(known, present, context.candidateDeff(), context.level())));
    }
}
