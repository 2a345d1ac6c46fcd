package io.synthaudit.metrics.fidelity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.TotalVariation;
import io.synthaudit.core.statistic.Contingency;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Total variation distance of the joint distribution of two columns.
 *
 * <p>\[ \mathit{TVD} = \tfrac12 \sum_{j,k} |p_{jk} - q_{jk}| \] over pairs of levels or training quantile bins. Both
 * tables use the training column's bins; SDMetrics' quality report bins each table by its own range, so a shifted or
 * rescaled column scores perfectly there.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1]; lower is better. Many cells make it large for small tables: see the bias, and the excess,
 *       which is taken at 5 bins a column.
 *   <li><b>Applies to</b>: every pair of content columns; beyond 256 levels the 255 most frequent and all others.
 *   <li><b>Missing cells</b>: a level of their own in {@code distance}; rows with one are left out in
 *       {@code distance-present}.
 *   <li><b>Interval</b>: null-corrected bootstrap; McDiarmid's closed form beyond 1,000 pairs or below 5 rows a cell.
 *   <li><b>Cost</b>: one table of counts per pair.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1111/j.1751-5823.2002.tb00178.x">Gibbs and Su (2002)</a>
 */
@AutoService(Metric.class)
public final class PairTotalVariation implements PairMetric<PairCounts> {

    private static final Measure DISTANCE = Measure.distance("distance").called("total variation distance");
    private static final Measure PRESENT =
            Measure.distance("distance-present").called("total variation distance over present cells");

    private static final Description DESCRIPTION = new Description(
            "fidelity.pair-tvd",
            "1",
            "Pair total variation distance",
            "How far apart are the joint distributions of the two columns?",
            "Half the sum over pairs of levels (numbers: 20 training quantile bins) of |training share - synthetic"
                    + " share|; the excess is taken at 5 bins a column.",
            "Many cells make it large for small tables whatever the generator; read the excess.",
            Scope.MODEL,
            List.of(),
            List.of(DISTANCE, PRESENT),
            List.of("Gibbs and Su (2002), doi:10.1111/j.1751-5823.2002.tb00178.x"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field first, Field second) {
        return Applicability.YES;
    }

    @Override
    public Statistic<PairCounts> statistic(Field first, Field second) {
        return new Contingency(first, second);
    }

    @Override
    public String variant(PairCounts reference) {
        String x = reference.first().pairBins().variant();
        String y = reference.second().pairBins().variant();
        return x.equals(y) ? x : x + "+" + y;
    }

    @Override
    public List<Measured> compare(PairCounts reference, PairCounts candidate, Comparison context) {
        long[] a = reference.cells();
        long[] b = candidate.cells();
        int height = reference.height();
        int width = reference.width();
        double n = 0;
        double m = 0;
        double presentN = 0;
        double presentM = 0;
        for (int i = 0, k = 0; i < height; i++) {
            for (int j = 0; j < width; j++, k++) {
                n += a[k];
                m += b[k];
                if (reference.isPresent(i, j)) {
                    presentN += a[k];
                    presentM += b[k];
                }
            }
        }
        if (n == 0 || m == 0) {
            return List.of();
        }
        double all = 0;
        double present = 0;
        for (int i = 0, k = 0; i < height; i++) {
            for (int j = 0; j < width; j++, k++) {
                all += Math.abs(a[k] / n - b[k] / m);
                if (reference.isPresent(i, j)) {
                    present += Math.abs(a[k] / presentN - b[k] / presentM);
                }
            }
        }
        List<Measured> result = new ArrayList<>();
        result.add(new Measured(DISTANCE, Estimate.point(Math.min(1, all / 2), "The engine resamples.")));
        if (presentN > 0 && presentM > 0) {
            result.add(new Measured(PRESENT, Estimate.point(Math.min(1, present / 2), "The engine resamples.")));
        }
        return result;
    }

    @Override
    public double expected(String measure, PairCounts reference, double referenceRows, double candidateRows) {
        long[] cells = informativeCells(measure, reference);
        double all = reference.rows();
        double left = java.util.Arrays.stream(cells).sum();
        if (left == 0) {
            return 0;
        }
        double inverse = (1 / referenceRows + 1 / candidateRows) * all / left;
        return TotalVariation.factor(TotalVariation.shares(cells)) * Math.sqrt(inverse);
    }

    @Override
    public Estimate closedForm(String measure, PairCounts reference, PairCounts candidate, Comparison context) {
        return TotalVariation.estimate(
                informativeCells(measure, reference),
                informativeCells(measure, candidate),
                context.referenceDeff(),
                context.candidateDeff(),
                context.level());
    }

    @Override
    public double informative(String measure, PairCounts state) {
        return (double) java.util.Arrays.stream(informativeCells(measure, state))
                        .sum()
                / Math.max(1, state.rows());
    }

    private static long[] informativeCells(String measure, PairCounts state) {
        if (!measure.equals(PRESENT.id())) {
            return state.cells();
        }
        long[] cells = state.cells().clone();
        for (int i = 0, k = 0; i < state.height(); i++) {
            for (int j = 0; j < state.width(); j++, k++) {
                cells[k] = state.isPresent(i, j) ? cells[k] : 0;
            }
        }
        return cells;
    }

    @Override
    public long cells(PairCounts reference) {
        return java.util.Arrays.stream(reference.cells()).filter(c -> c > 0).count();
    }
}
