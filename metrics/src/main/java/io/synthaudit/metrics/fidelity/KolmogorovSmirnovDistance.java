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
import io.synthaudit.core.interval.KolmogorovSmirnov;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * Largest difference of the two columns' empirical distribution functions.
 *
 * <p>\[ D = \sup_x |F_r(x) - F_c(x)| , \] evaluated at every distinct value of either column, ties together, so exact.
 * SDMetrics' KSComplement is \(1 - D\), after rounding to 14 decimals.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1]; lower is better. Two samples of one law are at about \(0.87 \sqrt{1/n + 1/m}\).
 *   <li><b>Applies to</b>: numeric, integer and datetime columns.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: null-corrected bootstrap on at most 512 cells; the excess over a fresh sample likewise.
 *   <li><b>Cost</b>: sorting each column once.
 * </ul>
 *
 * <p>It sees shifts in the middle of a distribution better than differences in its tails.
 *
 * @see <a href="https://doi.org/10.2307/2280095">Massey (1951)</a>
 */
@AutoService(Metric.class)
public final class KolmogorovSmirnovDistance implements ColumnMetric<SortedCounts> {

    private static final Measure DISTANCE = Measure.distance("distance").called("Kolmogorov-Smirnov distance");

    private static final Description DESCRIPTION = new Description(
            "fidelity.ks",
            "1",
            "Kolmogorov-Smirnov distance",
            "How far apart are the distributions of the numbers?",
            "D = sup |F_training(x) - F_synthetic(x)| over all x, ties together, missing cells left out.",
            "It sees shifts in the middle of a distribution better than differences in its tails.",
            Scope.MODEL,
            List.of(),
            List.of(DISTANCE),
            List.of("Massey (1951), doi:10.2307/2280095"));

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
    public boolean isForSubgroups() {
        return true;
    }

    @Override
    public List<Measured> compare(SortedCounts reference, SortedCounts candidate, Comparison context) {
        double n = reference.present();
        double m = candidate.present();
        if (n == 0 || m == 0) {
            return List.of();
        }
        double distance = distance(reference, n, candidate, m);
        return List.of(new Measured(DISTANCE, Estimate.point(distance, "The engine resamples.")));
    }

    @Override
    public double expected(String measure, SortedCounts reference, double referenceRows, double candidateRows) {
        double present = informative(measure, reference);
        return present == 0 ? 0 : KolmogorovSmirnov.expected(referenceRows * present, candidateRows * present);
    }

    @Override
    public double informative(String measure, SortedCounts state) {
        return (double) state.present() / Math.max(1, state.rows());
    }

    private static double distance(SortedCounts reference, double n, SortedCounts candidate, double m) {
        double[] x = reference.values();
        double[] y = candidate.values();
        long[] cx = reference.counts();
        long[] cy = candidate.counts();
        long below = 0;
        long belowToo = 0;
        double largest = 0;
        for (int i = 0, j = 0; i < x.length && j < y.length; ) {
            double value = Math.min(x[i], y[j]);
            if (x[i] == value) {
                below += cx[i++];
            }
            if (y[j] == value) {
                belowToo += cy[j++];
            }
            largest = Math.max(largest, Math.abs(below / n - belowToo / m));
        }
        return largest;
    }
}
