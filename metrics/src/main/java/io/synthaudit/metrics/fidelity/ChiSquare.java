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
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Pearson's chi-square test that the two columns' counts come from one law, as information only.
 *
 * <p>With counts \(a_k\) of n and \(b_k\) of m present cells, \[ X^2 = nm \sum_k \frac{(a_k/n - b_k/m)^2}{a_k + b_k} \] over
 * the levels, or training quantile bins, that either table holds; df is their number less one. Always of counts: of shares,
 * as in some tools, the statistic is too small by a factor of the number of rows and p is close to 1 whatever the tables.
 *
 * <ul>
 *   <li><b>Range</b>: statistic [0, infinity), df from 1, p [0, 1]; no direction, for none of them says how much differs.
 *   <li><b>Applies to</b>: numbers, datetimes and categories.
 *   <li><b>Missing cells</b>: left out; the missing rate has a metric of its own.
 *   <li><b>Interval</b>: none: a test statistic is no estimate. With rows enough every difference is significant.
 *   <li><b>Cost</b>: one pass over the column.
 * </ul>
 *
 * <p>Levels that training lacks stand each for itself: taken for one cell they would leave the statistic as it is and take away
 * their degrees of freedom, so that a fresh sample with many rare levels would look impossible. Where rows belong to entities p
 * is that of the statistic at effective sizes (Rao and Scott's first-order correction).
 *
 * @see <a href="https://doi.org/10.1080/14786440009463897">Pearson (1900)</a>
 * @see <a href="https://doi.org/10.1214/aos/1176346391">Rao and Scott (1984)</a>
 */
@AutoService(Metric.class)
public final class ChiSquare implements ColumnMetric<LevelRows> {

    private static final String WHY =
            "It tests whether anything differs and does not estimate how much; it grows with the" + " number of rows.";

    private static final Measure STATISTIC = new Measure(
                    "statistic", "1", "[0, inf)", Direction.NONE, Measure.Against.OWN)
            .called("chi-square statistic");
    private static final Measure FREEDOM = new Measure("df", "1", "[1, inf)", Direction.NONE, Measure.Against.OWN)
            .called("number of degrees of freedom");
    private static final Measure P =
            new Measure("p-value", "1", "[0, 1]", Direction.NONE, Measure.Against.OWN).called("p-value");

    private static final Description DESCRIPTION = new Description(
            "fidelity.chi-square",
            "1",
            "Chi-square test",
            "Could the counts of both columns come from one law?",
            "Pearson's two-sample chi-square of the counts per level (numbers: 20 training quantile bins), missing cells left"
                    + " out: statistic, degrees of freedom, p.",
            "With many rows any difference is significant, with few none is: read a distance for how much differs.",
            Scope.MODEL,
            List.of(),
            List.of(STATISTIC, FREEDOM, P),
            List.of(
                    "Pearson (1900), doi:10.1080/14786440009463897",
                    "Rao and Scott (1984), doi:10.1214/aos/1176346391"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field field) {
        return field.kind().isNumber() || field.kind().isCategory()
                ? Applicability.YES
                : Applicability.no("kind", "The column has neither numbers nor levels.");
    }

    @Override
    public Statistic<LevelRows> statistic(Field field) {
        return new EveryLevel(field);
    }

    @Override
    public String variant(LevelRows reference) {
        return reference.variant();
    }

    @Override
    public List<Measured> compare(LevelRows reference, LevelRows candidate, Comparison context) {
        double n = reference.present();
        double m = candidate.present();
        int cells = 0;
        double sum = 0;
        for (int k = 0; k < Math.max(reference.codes(), candidate.codes()); k++) {
            long a = reference.at(k);
            long b = candidate.at(k);
            if (a + b > 0) {
                double difference = a / n - b / m;
                sum += difference * difference / (a + b);
                cells++;
            }
        }
        if (n == 0 || m == 0 || cells < 2) {
            return List.of();
        }
        double statistic = n * m * sum;
        double effective = (1 / n + 1 / m) / (context.referenceDeff() / n + context.candidateDeff() / m);
        double p = ChiSquaredDistribution.of(cells - 1).survivalProbability(statistic * effective);
        return List.of(
                new Measured(STATISTIC, Estimate.point(statistic, WHY)),
                new Measured(FREEDOM, Estimate.point(cells - 1, "It is a number of cells.")),
                new Measured(P, Estimate.point(p, WHY)));
    }
}
