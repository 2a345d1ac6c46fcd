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
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.OrderStatistics;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Quantiles of the candidate column minus those of the reference, in standard deviations of the training table.
 *
 * <p>\[ d_q = \frac{\hat Q_c(q) - \hat Q_r(q)}{s_r}, \quad q = 1, 5, 25, 50, 75, 95, 99\,\% \] by linear interpolation between
 * order statistics (type 7, the default of numpy, pandas and R); the unit \(s_r\) (divisor n) is the training table's own and
 * adds no doubt. {@code qmse} is SynthEval's: the mean square of the share of candidate numbers in each of ten intervals
 * between training quantiles, less 1/10; numbers beyond the training range are in no interval.
 *
 * <ul>
 *   <li><b>Range</b>: all numbers; nearer zero is better. qmse: [0, 0.09].
 *   <li><b>Applies to</b>: numeric, integer and datetime columns that are not constant in training.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: order statistics of binomial ranks on either side, combined by MOVER. Where a table has too few cells
 *       for such ranks (1 % and 99 %: below 299 at level .95) the quantile is hardly more than its extreme and left out.
 *       qmse has none: its square is biased by size.
 *   <li><b>Cost</b>: none of its own; the column's sorted numbers.
 * </ul>
 *
 * <p>A quantile within a heavy value, as the zeros of a zero-inflated column, is that value whatever else moves. Where values
 * are tied the ten intervals do not hold a tenth each, so that qmse is not zero even for a copy of training.
 *
 * @see <a href="https://doi.org/10.2307/2684934">Hyndman and Fan (1996)</a>
 * @see <a href="https://doi.org/10.1002/0471722162">David and Nagaraja (2003), section 7.1</a>
 */
@AutoService(Metric.class)
public final class Quantiles implements ColumnMetric<SortedCounts> {

    private static final double[] LEVELS = {.5, .01, .05, .25, .75, .95, .99};
    private static final Measure[] QUANTILES = {
        quantile("p50").called("difference of the medians in standard deviations of training"),
        quantile("p1").called("difference of the 1 % quantiles in standard deviations of training"),
        quantile("p5").called("difference of the 5 % quantiles in standard deviations of training"),
        quantile("p25").called("difference of the 25 % quantiles in standard deviations of training"),
        quantile("p75").called("difference of the 75 % quantiles in standard deviations of training"),
        quantile("p95").called("difference of the 95 % quantiles in standard deviations of training"),
        quantile("p99").called("difference of the 99 % quantiles in standard deviations of training")
    };
    private static final int INTERVALS = 10;
    private static final Measure QMSE = new Measure("qmse", "1", "[0, 0.09]", Direction.NONE, Measure.Against.OWN)
            .called("quantile mean squared error");

    private static final Reason TOO_FEW = new Reason(
            "too-few", "With so few cells in one of the tables no order statistics bound a quantile so far out.");

    private static final Description DESCRIPTION = new Description(
            "fidelity.quantiles",
            "1",
            "Quantiles",
            "Do the synthetic numbers have the median, quartiles and outer percentiles of the training column's?",
            "Synthetic minus training quantile (1, 5, 25, 50, 75, 95, 99 %, linear interpolation) in training standard"
                    + " deviations; qmse: mean of (share between training deciles - 1/10)^2.",
            "A quantile within a heavy value, such as the zeros of a column, stays there whatever else moves; with tied values"
                    + " qmse is not 0 even for a copy.",
            Scope.MODEL,
            List.of(),
            List.of(
                    QUANTILES[0],
                    QUANTILES[1],
                    QUANTILES[2],
                    QUANTILES[3],
                    QUANTILES[4],
                    QUANTILES[5],
                    QUANTILES[6],
                    QMSE),
            List.of(
                    "Hyndman and Fan (1996), doi:10.2307/2684934",
                    "David and Nagaraja (2003), doi:10.1002/0471722162",
                    "SynthEval, q_mse"));

    private static Measure quantile(String id) {
        return new Measure(
                id, "training standard deviation", "(-inf, inf)", Direction.ZERO, Measure.Against.DIFFERENCE);
    }

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
        NumberQuantiles r = new NumberQuantiles(reference);
        NumberQuantiles c = new NumberQuantiles(candidate);
        List<Measured> result = new ArrayList<>();
        if (r.n() == 0 || c.n() == 0 || reference.values().length < 2) {
            return result;
        }
        double level = context.level();
        for (int i = 0; i < LEVELS.length; i++) {
            double q = LEVELS[i];
            OrderStatistics.Ranks below = r.ranks(q, context.referenceDeff(), level);
            OrderStatistics.Ranks above = c.ranks(q, context.candidateDeff(), level);
            if (below.exist(r.n()) && above.exist(c.n())) {
                double qr = r.quantile(q);
                double qc = c.quantile(q);
                Interval bounds =
                        Proportions.mover(qc, interval(c, above, qc, level), qr, interval(r, below, qr, level));
                double unit = 1 / context.profile().spread();
                result.add(new Measured(QUANTILES[i], Estimate.of((qc - qr) * unit, bounds.times(unit))));
            }
        }
        result.add(new Measured(
                QMSE,
                Estimate.point(
                        qmse(r, c), "Its square is biased by size; the quantiles' differences have intervals.")));
        return result;
    }

    @Override
    public Reason leftOut(Measure measure, SortedCounts reference, SortedCounts candidate) {
        return reference.values().length > 1 && candidate.present() > 0 ? TOO_FEW : null;
    }

    private static Interval interval(
            NumberQuantiles numbers, OrderStatistics.Ranks ranks, double quantile, double level) {
        return new Interval(
                Math.min(quantile, numbers.ordered(ranks.lower())),
                Math.max(quantile, numbers.ordered(ranks.upper())),
                level,
                "order statistics");
    }

    private static double qmse(NumberQuantiles reference, NumberQuantiles candidate) {
        double sum = 0;
        long before = candidate.below(reference.quantile(0));
        for (int b = 1; b <= INTERVALS; b++) {
            double edge = reference.quantile((double) b / INTERVALS);
            // The last interval holds its upper end.
            long upTo = b < INTERVALS ? candidate.below(edge) : candidate.n() - candidate.above(edge);
            double off = (double) (upTo - before) / candidate.n() - 1.0 / INTERVALS;
            sum += off * off;
            before = upTo;
        }
        return sum / INTERVALS;
    }
}
