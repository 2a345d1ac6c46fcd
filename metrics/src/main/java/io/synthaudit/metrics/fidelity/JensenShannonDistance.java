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
 * Root of the Jensen-Shannon divergence of the two columns' shares, in bits.
 *
 * <p>\[ \mathit{JS} = \sqrt{\tfrac12 \sum_k p_k \log_2 \frac{2p_k}{p_k + q_k} + \tfrac12 \sum_k q_k \log_2 \frac{2q_k}{p_k +
 * q_k}} \] over levels, or over 20 quantile bins of the training column (numbers). Nothing is added to a share, and a level
 * that training lacks counts with all its mass. Tools differ in base, bins, root and smoothing, so the finding's variant
 * names them: {@code js/base2/profile-bins}, {@code js/base2/levels}.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1], a metric; lower is better. Two samples of one law are not at 0: see the bias.
 *   <li><b>Applies to</b>: every kind; text and ids by their 255 most frequent values and all others together.
 *   <li><b>Missing cells</b>: a level of their own in {@code distance}, left out in {@code distance-present}.
 *   <li><b>Interval</b>: null-corrected bootstrap of the distance, never the root of an interval of the divergence.
 *   <li><b>Cost</b>: none of its own; the column's level counts.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1109/TIT.2003.813506">Endres and Schindelin (2003)</a>
 */
@AutoService(Metric.class)
public final class JensenShannonDistance implements ColumnMetric<Counts> {

    private static final Measure DISTANCE = Measure.distance("distance").called("Jensen-Shannon distance");
    private static final Measure PRESENT =
            Measure.distance("distance-present").called("Jensen-Shannon distance over present cells");

    private static final double LN_2 = StrictMath.log(2);
    private static final double SERIES_LIMIT = 0.25;
    private static final double[] SERIES = new double[13];

    static {
        for (int k = 1; k < SERIES.length; k++) {
            SERIES[k] = 1.0 / (k * (2 * k - 1));
        }
    }

    private static final Description DESCRIPTION = new Description(
            "fidelity.js",
            "1",
            "Jensen-Shannon distance",
            "How many bits does a cell tell about which of the two tables it is from?",
            "Root of the Jensen-Shannon divergence in bits, over levels (numbers: 20 training quantile bins); missing is a level in distance and left out in distance-present.",
            "It is blind to which levels are near each other, and depends on the bins: see the variant.",
            Scope.MODEL,
            List.of(),
            List.of(DISTANCE, PRESENT),
            List.of("Endres and Schindelin (2003), doi:10.1109/TIT.2003.813506"));

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
        return "js/base2/"
                + (reference.bins().cuts() != null
                        ? "profile-bins"
                        : reference.bins().variant());
    }

    /** The divergence in bits is at most the total variation distance. */
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

    static double distance(long[] a, double n, long[] b, double m, int leftOut) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            if (k != leftOut && (a[k] != 0 || b[k] != 0)) {
                double p = a[k] / n;
                double q = b[k] / m;
                sum += (p + q) * loss((p - q) / (p + q));
            }
        }
        return Math.min(1, Math.sqrt(sum / (4 * LN_2)));
    }

    /**
     * (1 + r) ln(1 + r) + (1 - r) ln(1 - r) for r in [-1, 1]. Near 0, where good tables are, by the series of r^2k / (k (2k -
     * 1)): twelve terms are exact to a rounding, nothing cancels, and no logarithm is taken.
     */
    private static double loss(double r) {
        double square = r * r;
        if (Math.abs(r) <= SERIES_LIMIT) {
            double sum = 0;
            for (int k = SERIES.length - 1; k >= 1; k--) {
                sum = (sum + SERIES[k]) * square;
            }
            return sum;
        }
        double rest = 1 - Math.abs(r);
        double tail = rest > 0 ? rest * StrictMath.log(rest) : 0;
        return (1 + Math.abs(r)) * StrictMath.log1p(Math.abs(r)) + tail;
    }
}
