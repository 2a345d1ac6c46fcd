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
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * Share of exact zeros among the candidate's numbers minus the share among the reference's.
 *
 * <p>With \(z\) zeros among \(n\) present cells, \[ d = \frac{z_c}{n_c} - \frac{z_r}{n_r} . \] Generators that model a column as
 * one smooth curve smear its zeros, which means, variances and correlations then hide.
 *
 * <ul>
 *   <li><b>Range</b>: [-1, 1]; nearer zero is better, negative where zeros are lost.
 *   <li><b>Applies to</b>: numeric and integer columns in which either table has a zero.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: Newcombe's hybrid of two Wilson score intervals, on effective rows.
 *   <li><b>Cost</b>: none of its own; the column's sorted numbers.
 * </ul>
 *
 * <p>A synthetic .0001 is no zero: the number is strict, and the tails and quantiles say how far off it is.
 *
 * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe (1998), method 10</a>
 */
@AutoService(Metric.class)
public final class ZeroInflation implements ColumnMetric<SortedCounts> {

    private static final Measure DIFFERENCE =
            Measure.difference("difference", "[-1, 1]").called("difference of the shares of zeros");

    private static final Reason NO_ZERO = new Reason("kind", "Neither table has a zero in this column.");

    private static final Description DESCRIPTION = new Description(
            "fidelity.zero-inflation",
            "1",
            "Zero inflation",
            "Does the synthetic column hold as many exact zeros as the training column?",
            "Share of exact zeros among present synthetic numbers minus their share in training.",
            "A number next to zero is no zero: a column whose zeros are smeared by a hair has lost them all.",
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
        return field.kind() == Kind.NUMERIC || field.kind() == Kind.INTEGER
                ? Applicability.YES
                : Applicability.no("kind", "The column holds no numbers.");
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
        double n = reference.present();
        double m = candidate.present();
        long before = zeros(reference);
        long after = zeros(candidate);
        if (n == 0 || m == 0 || before + after == 0) {
            return List.of();
        }
        return List.of(new Measured(
                DIFFERENCE,
                Proportions.differenceOfRates(
                        after / m,
                        m / context.candidateDeff(),
                        before / n,
                        n / context.referenceDeff(),
                        context.level())));
    }

    @Override
    public Reason leftOut(Measure measure, SortedCounts reference, SortedCounts candidate) {
        return candidate.present() > 0 ? NO_ZERO : null;
    }

    private static long zeros(SortedCounts column) {
        int at = Arrays.binarySearch(column.values(), 0.0);
        return at < 0 ? 0 : column.counts()[at];
    }
}
