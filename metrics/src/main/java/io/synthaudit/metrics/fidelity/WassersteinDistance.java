package io.synthaudit.metrics.fidelity;

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
 * Area between the two columns' empirical distribution functions: how far the numbers must be moved on average to turn one
 * column into the other.
 *
 * <p>\[ W_1 = \int |F_r(x) - F_c(x)|\,dx , \] exact, by one merge of the sorted distinct numbers; {@code scaled} divides it
 * by the training column's standard deviation (divisor n).
 *
 * <ul>
 *   <li><b>Range</b>: [0, infinity), in the column's own unit (datetimes: seconds) or in standard deviations; lower is
 *       better. Two samples of one law are not at 0: see the bias.
 *   <li><b>Applies to</b>: numeric, integer and datetime columns; never to levels, between which nothing is measured.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: null-corrected bootstrap on a grid of training quantiles; the excess likewise.
 *   <li><b>Cost</b>: none of its own; the column's sorted numbers.
 * </ul>
 *
 * <p>One far outlier moves it, and in raw units columns cannot be set beside each other, nor averaged. A constant training
 * column has no scaled distance.
 *
 * @see <a href="https://doi.org/10.1137/1118101">Vallender (1974)</a>
 */
@AutoService(Metric.class)
public final class WassersteinDistance implements ColumnMetric<SortedCounts> {

    private static final Measure DISTANCE = new Measure(
                    "distance", "unit of the column", "[0, inf)", Direction.LOWER, Measure.Against.MATCHED)
            .called("mean move in the column's own unit");
    private static final Measure SCALED = new Measure(
                    "scaled", "training standard deviation", "[0, inf)", Direction.LOWER, Measure.Against.MATCHED)
            .called("mean move in standard deviations of training");

    private static final Description DESCRIPTION = new Description(
            "fidelity.wasserstein",
            "1",
            "Wasserstein distance",
            "How far must the synthetic numbers be moved on average to be distributed as in training?",
            "W = integral of |F_training(x) - F_synthetic(x)| dx, missing cells left out, in the column's unit (datetimes:"
                    + " seconds); scaled: divided by the training standard deviation.",
            "One far outlier moves it, and in raw units columns cannot be compared with each other.",
            Scope.MODEL,
            List.of(),
            List.of(DISTANCE, SCALED),
            List.of("Vallender (1974), doi:10.1137/1118101"));

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
        return field.kind().isNumber() ? Applicability.YES : Applicability.no("kind", "The column holds no numbers.");
    }

    @Override
    public Statistic<SortedCounts> statistic(Field field) {
        return new Distinct(field);
    }

    @Override
    public List<Measured> compare(SortedCounts reference, SortedCounts candidate, Comparison context) {
        if (reference.present() == 0 || candidate.present() == 0) {
            return List.of();
        }
        double distance = StepFunctions.area(reference, candidate);
        Measured raw = new Measured(DISTANCE, Estimate.point(distance, "The engine resamples."));
        // The reference's own and not the profile's: a resample of training has another.
        double spread = StepFunctions.spread(reference);
        if (!(spread > 0)) {
            return List.of(raw);
        }
        double scaled = distance / spread;
        return List.of(raw, new Measured(SCALED, Estimate.point(scaled, "The engine resamples.")));
    }

    /** The mean of normal differences of the distribution functions; in standard deviations of the reference if scaled. */
    @Override
    public double expected(String measure, SortedCounts reference, double referenceRows, double candidateRows) {
        if (reference.present() == 0) {
            return 0;
        }
        double present = (double) reference.present() / reference.rows();
        double inverse = (1 / referenceRows + 1 / candidateRows) / present;
        double expected = StepFunctions.meanDeviation(reference) * Math.sqrt(inverse);
        double spread = measure.equals(SCALED.id()) ? StepFunctions.spread(reference) : 1;
        return spread > 0 ? expected / spread : 0;
    }
}
