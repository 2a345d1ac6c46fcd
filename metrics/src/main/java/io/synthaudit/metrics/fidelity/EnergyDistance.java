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
 * Root of twice the squared area between the two columns' empirical distribution functions.
 *
 * <p>\[ D = \sqrt{2 \int (F_r(x) - F_c(x))^2\,dx} , \] exact, by one merge of the sorted distinct numbers; its square is
 * \(2E|X-Y| - E|X-X'| - E|Y-Y'|\). The definition of {@code scipy.stats.energy_distance}.
 *
 * <ul>
 *   <li><b>Range</b>: [0, infinity), in the square root of the column's unit (datetimes: seconds); lower is better. Two
 *       samples of one law are not at 0: see the bias.
 *   <li><b>Applies to</b>: numeric, integer and datetime columns.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: null-corrected bootstrap on a grid of training quantiles; the excess likewise.
 *   <li><b>Cost</b>: none of its own; the column's sorted numbers.
 * </ul>
 *
 * <p>A shift moves it in proportion while it is small, and by its root when it is large.
 *
 * @see <a href="https://doi.org/10.1016/j.jspi.2013.03.018">Szekely and Rizzo (2013)</a>
 */
@AutoService(Metric.class)
public final class EnergyDistance implements ColumnMetric<SortedCounts> {

    private static final Measure DISTANCE = new Measure(
                    "distance", "root of the column's unit", "[0, inf)", Direction.LOWER, Measure.Against.MATCHED)
            .called("energy distance");

    private static final Description DESCRIPTION = new Description(
            "fidelity.energy",
            "1",
            "Energy distance",
            "How far apart are the distributions of the numbers, every part of them weighed by its width?",
            "D = root of 2 times the integral of (F_training(x) - F_synthetic(x))^2 dx, missing cells left out.",
            "Its unit is the root of the column's: columns cannot be compared with each other.",
            Scope.MODEL,
            List.of(),
            List.of(DISTANCE),
            List.of("Szekely and Rizzo (2013), doi:10.1016/j.jspi.2013.03.018"));

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
        if (reference.present() == 0 || candidate.present() == 0) {
            return List.of();
        }
        double distance = Math.sqrt(2 * StepFunctions.squaredArea(reference, candidate));
        return List.of(new Measured(DISTANCE, Estimate.point(distance, "The engine resamples.")));
    }

    /** The mean root of a gamma law with the first two moments that the squared distance has. */
    @Override
    public double expected(String measure, SortedCounts reference, double referenceRows, double candidateRows) {
        if (reference.present() == 0) {
            return 0;
        }
        double present = (double) reference.present() / reference.rows();
        double inverse = (1 / referenceRows + 1 / candidateRows) / present;
        return StepFunctions.meanRootEnergy(reference) * Math.sqrt(inverse);
    }
}
