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
 * Share of missing cells in the candidate column minus the share in the reference column.
 *
 * <p>With \(m\) missing cells among \(n\) rows, \[ d = \frac{m_c}{n_c} - \frac{m_r}{n_r} . \]
 * A positive value means that the candidate, usually the synthetic table, leaves out more.
 *
 * <ul>
 *   <li><b>Range</b>: \([-1, 1]\), a difference of proportions. Nearer zero is better.
 *   <li><b>Applies to</b>: columns of every kind.
 *   <li><b>Missing cells</b>: what is measured; a synthetic cell that does not parse counts as missing.
 *   <li><b>Interval</b>: Newcombe's hybrid of two Wilson score intervals, on effective rows.
 *   <li><b>Cost</b>: none of its own; the column's level counts.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe (1998), method 10</a>
 */
@AutoService(Metric.class)
public final class MissingRateDifference implements ColumnMetric<Counts> {

    private static final Measure DIFFERENCE =
            Measure.difference("difference", "[-1, 1]").called("difference of the shares of missing cells");

    private static final Description DESCRIPTION = new Description(
            "validity.missing-rate-difference",
            "1",
            "Missing rate difference",
            "Does the synthetic column leave out as many cells as the training column?",
            "Share of missing cells in the synthetic column minus the share in the training column.",
            "Equal rates say nothing of which cells are missing.",
            Scope.MODEL,
            List.of(),
            List.of(DIFFERENCE),
            List.of(
                    "Newcombe (1998), method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field field) {
        return Applicability.YES;
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
        double candidateRate = (double) candidate.missing() / candidate.rows();
        double referenceRate = (double) reference.missing() / reference.rows();
        return List.of(new Measured(
                DIFFERENCE,
                Proportions.differenceOfRates(
                        candidateRate,
                        candidate.rows() / context.candidateDeff(),
                        referenceRate,
                        reference.rows() / context.referenceDeff(),
                        context.level())));
    }
}
