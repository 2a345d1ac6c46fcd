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
import io.synthaudit.core.interval.TotalVariation;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Half the sum of absolute differences of the two columns' shares.
 *
 * <p>\[ \mathit{TVD} = \tfrac12 \sum_k |p_k - q_k| \] over levels, or over 20 quantile bins of the training column
 * (numbers). Levels that training lacks count with all their mass. Exact, unlike SDMetrics' TVComplement, which gives
 * such levels a small training count first.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1]; lower is better. Two samples of one law are not at 0: see the bias.
 *   <li><b>Applies to</b>: every kind; text and ids by their 255 most frequent values and all others together.
 *   <li><b>Missing cells</b>: a level of their own in {@code distance}, left out in {@code distance-present}.
 *   <li><b>Interval</b>: null-corrected bootstrap; the excess over a fresh sample likewise, at coarser bins where small
 *       tables need them.
 *   <li><b>Cost</b>: none of its own; the column's level counts.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1111/j.1751-5823.2002.tb00178.x">Gibbs and Su (2002)</a>
 */
@AutoService(Metric.class)
public final class TotalVariationDistance implements ColumnMetric<Counts> {

    private static final Measure DISTANCE = Measure.distance("distance").called("total variation distance");
    private static final Measure PRESENT =
            Measure.distance("distance-present").called("total variation distance over present cells");

    private static final Description DESCRIPTION = new Description(
            "fidelity.tvd",
            "1",
            "Total variation distance",
            "How far apart are the distributions of the column?",
            "Half the sum over levels (numbers: 20 training quantile bins) of |training share - synthetic share|; missing"
                    + " is a level in distance and left out in distance-present.",
            "It is blind to which levels are near each other, and grows with the number of levels.",
            Scope.MODEL,
            List.of(),
            List.of(DISTANCE, PRESENT),
            List.of("Gibbs and Su (2002), doi:10.1111/j.1751-5823.2002.tb00178.x"));

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
    public String variant(Counts reference) {
        return reference.bins().variant();
    }

    @Override
    public boolean isForSubgroups() {
        return true;
    }

    @Override
    public List<Measured> compare(Counts reference, Counts candidate, Comparison context) {
        if (reference.rows() == 0 || candidate.rows() == 0) {
            return List.of();
        }
        List<Measured> result = new ArrayList<>();
        double distance = distance(reference.cells(), reference.rows(), candidate.cells(), candidate.rows(), -1);
        result.add(new Measured(DISTANCE, Estimate.point(distance, "The engine resamples.")));
        long n = reference.rows() - reference.missing();
        long m = candidate.rows() - candidate.missing();
        if (n > 0 && m > 0) {
            double present = distance(reference.cells(), n, candidate.cells(), m, reference.size());
            result.add(new Measured(PRESENT, Estimate.point(present, "The engine resamples.")));
        }
        return result;
    }

    @Override
    public double expected(String measure, Counts reference, double referenceRows, double candidateRows) {
        long[] cells = reference.cells().clone();
        double share = informative(measure, reference);
        if (measure.equals(PRESENT.id())) {
            cells[reference.size()] = 0;
        }
        if (Arrays.stream(cells).sum() == 0) {
            return 0;
        }
        double inverse = 1 / (referenceRows * share) + 1 / (candidateRows * share);
        return TotalVariation.factor(TotalVariation.shares(cells)) * Math.sqrt(inverse);
    }

    @Override
    public Estimate closedForm(String measure, Counts reference, Counts candidate, Comparison context) {
        long[] a = reference.cells().clone();
        long[] b = candidate.cells().clone();
        if (measure.equals(PRESENT.id())) {
            a[reference.size()] = 0;
            b[candidate.size()] = 0;
        }
        return TotalVariation.estimate(a, b, context.referenceDeff(), context.candidateDeff(), context.level());
    }

    @Override
    public double informative(String measure, Counts state) {
        return measure.equals(PRESENT.id()) ? 1 - (double) state.missing() / Math.max(1, state.rows()) : 1;
    }

    @Override
    public long cells(Counts reference) {
        return Arrays.stream(reference.cells()).filter(c -> c > 0).count();
    }

    private static double distance(long[] a, double n, long[] b, double m, int leftOut) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            if (k != leftOut) {
                sum += Math.abs(a[k] / n - b[k] / m);
            }
        }
        return Math.min(1, sum / 2);
    }
}
