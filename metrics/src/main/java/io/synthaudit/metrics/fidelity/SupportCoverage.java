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
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * Share of the training cells whose level or bin occurs in the candidate column: how much of the training distribution the
 * candidate reaches at all.
 *
 * <p>\[ v = \sum_k p_k \, 1[c_k > 0] \] over levels, or over 20 quantile bins of the training column (numbers). A sample of m
 * rows of the training law reaches \(\sum_k p_k (1 - (1 - p_k)^m)\) in expectation, which is given as bias.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1]; higher is better.
 *   <li><b>Applies to</b>: numbers, datetimes and categories.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: Clopper and Pearson for the training share, widened (MOVER) by the normal variance of the mass that
 *       a sample of the candidate's law holds, at which levels with zero cells count as having half a cell.
 *   <li><b>Cost</b>: none of its own; the column's level counts.
 * </ul>
 *
 * <p>One cell is enough to reach a bin; how many there are is another metric's matter. Unlike category coverage it weighs
 * levels by how common they are, so that the loss of a common one shows.
 *
 * @see <a href="https://doi.org/10.1093/biomet/40.3-4.237">Good (1953), the coverage of a sample</a>
 */
@AutoService(Metric.class)
public final class SupportCoverage implements ColumnMetric<Counts> {

    private static final Measure SHARE =
            Measure.share("share").called("share of training that lies where the synthetic column has anything");

    private static final Description DESCRIPTION = new Description(
            "fidelity.support-coverage",
            "1",
            "Support coverage",
            "How much of the training column lies where the synthetic column has anything at all?",
            "Share of present training cells whose level (numbers: one of 20 training quantile bins) occurs in the synthetic"
                    + " column.",
            "One synthetic cell is enough to reach a bin; the share of a fresh sample of that size is given as bias.",
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
        return field.kind().isNumber() || field.kind().isCategory()
                ? Applicability.YES
                : Applicability.no("kind", "The column has neither numbers nor levels.");
    }

    @Override
    public Statistic<Counts> statistic(Field field) {
        return new Levels(field);
    }

    @Override
    public String variant(Counts reference) {
        return reference.bins().cuts() != null
                ? "profile-bins"
                : reference.bins().variant();
    }

    @Override
    public List<Measured> compare(Counts reference, Counts candidate, Comparison context) {
        long present = reference.rows() - reference.missing();
        if (present == 0 || candidate.rows() == candidate.missing()) {
            return List.of();
        }
        Occupancy mass = Occupancy.of(reference, candidate, context.candidateDeff(), cells -> cells);
        Estimate share = Proportions.exactShare(mass.held(), present, context.referenceDeff(), context.level());
        double reach = Normal.z(context.level()) * Math.sqrt(mass.variance()) / present;
        double value = share.value();
        double down = value - share.interval().lower();
        double up = share.interval().upper() - value;
        Interval interval = new Interval(
                Math.max(0, value - Math.sqrt(down * down + reach * reach)),
                Math.min(1, value + Math.sqrt(up * up + reach * reach)),
                context.level(),
                "Clopper-Pearson and occupancy");
        return List.of(new Measured(SHARE, Estimate.of(value, mass.expected() / present, interval)));
    }
}
