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
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * Euclidean distance of the roots of the two columns' shares, divided by the root of two.
 *
 * <p>\[ H = \sqrt{\tfrac12 \sum_k (\sqrt{p_k} - \sqrt{q_k})^2} = \sqrt{1 - \sum_k \sqrt{p_k q_k}} \] over levels, or over 20
 * quantile bins of the training column (numbers): both tables share the bins, which are never made from a width that swallows
 * the whole column. synthpop's dBhatt, on its own bins.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1], a metric; lower is better. Two samples of one law are not at 0: see the bias.
 *   <li><b>Applies to</b>: every kind; text and ids by their 255 most frequent values and all others together.
 *   <li><b>Missing cells</b>: a level of their own in {@code distance}, left out in {@code distance-present}.
 *   <li><b>Interval</b>: null-corrected bootstrap; the excess over a fresh sample likewise.
 *   <li><b>Cost</b>: none of its own; the column's level counts.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1111/j.1751-5823.2002.tb00178.x">Gibbs and Su (2002)</a>
 */
@AutoService(Metric.class)
public final class HellingerDistance implements ColumnMetric<Counts> {

    private static final Measure DISTANCE = Measure.distance("distance").called("Hellinger distance");
    private static final Measure PRESENT =
            Measure.distance("distance-present").called("Hellinger distance over present cells");

    private static final Description DESCRIPTION = new Description(
            "fidelity.hellinger",
            "1",
            "Hellinger distance",
            "How far apart are the roots of the shares?",
            "Root of half the sum of (root of training share - root of synthetic share)^2, over levels (numbers: 20 training quantile bins); missing is a level in distance and left out in distance-present.",
            "Rare levels weigh more than in total variation; it is blind to which levels are near each other.",
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
        return reference.bins().cuts() != null
                ? "profile-bins"
                : reference.bins().variant();
    }

    /** H^2 is at most the total variation distance. */
    @Override
    public double reach(String measure, double share) {
        return Math.sqrt(share);
    }

    @Override
    public List<Measured> compare(Counts reference, Counts candidate, Comparison context) {
        long n = reference.rows();
        long m = candidate.rows();
        if (n == 0 || m == 0) {
            return List.of();
        }
        double distance = distance(reference.cells(), n, candidate.cells(), m, -1);
        Measured all = new Measured(DISTANCE, Estimate.point(distance, "The engine resamples."));
        long missing = reference.missing() + candidate.missing();
        long r = n - reference.missing();
        long c = m - candidate.missing();
        if (r == 0 || c == 0) {
            return List.of(all);
        }
        double present =
                missing == 0 ? distance : distance(reference.cells(), r, candidate.cells(), c, reference.size());
        return List.of(all, new Measured(PRESENT, Estimate.point(present, "The engine resamples.")));
    }

    /** By differences of roots: one minus the sum of products would cancel where good tables are. */
    static double distance(long[] a, double n, long[] b, double m, int leftOut) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            if (k != leftOut) {
                double difference = Math.sqrt(a[k] / n) - Math.sqrt(b[k] / m);
                sum += difference * difference;
            }
        }
        return Math.min(1, Math.sqrt(sum / 2));
    }
}
