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
import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Mean, standard deviation, skewness and excess kurtosis of the candidate column minus those of the reference.
 *
 * <p>With \(m_k = \frac1n\sum (x-\bar x)^k\): \(s = \sqrt{n m_2/(n-1)}\), \(g_1 = m_3/m_2^{3/2}\), \(g_2 = m_4/m_2^2 - 3\), the
 * population forms (scipy's {@code skew} and {@code kurtosis} as they are by default). {@code mean} and {@code sd} are in the
 * column's own unit, {@code mean-scaled} and {@code sd-scaled} the same in standard deviations (divisor n) of the training
 * table, which counts as a unit and adds no doubt. SDMetrics' StatisticSimilarity is 1 - |difference| / training range.
 *
 * <ul>
 *   <li><b>Range</b>: all numbers; nearer zero is better.
 *   <li><b>Applies to</b>: numeric, integer and datetime columns (seconds).
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: influence functions with Student's quantile at the number of cells that carry them, Hall's
 *       transformation for means, the O(1/n) bias out of skewness and kurtosis. Where few cells carry a moment beyond the
 *       mean there is none: see {@link io.synthaudit.core.interval.Moment}.
 *   <li><b>Cost</b>: none of its own; three passes over the column's distinct numbers.
 * </ul>
 *
 * <p>Equal moments do not make equal distributions; in a column with far outliers skewness and kurtosis are about those.
 *
 * @see <a href="https://doi.org/10.1111/1467-9884.00122">Joanes and Gill (1998), measures of skewness and kurtosis</a>
 */
@AutoService(Metric.class)
public final class Moments implements ColumnMetric<SortedCounts> {

    private static final String REALS = "(-inf, inf)";
    private static final String RAW = "unit of the column";
    private static final String UNITS = "training standard deviation";

    private static final Measure MEAN_SCALED =
            difference("mean-scaled", UNITS).called("difference of the means in standard deviations of training");
    private static final Measure MEAN =
            difference("mean", RAW).called("difference of the means in the column's own unit");
    private static final Measure SD_SCALED =
            difference("sd-scaled", UNITS).called("difference of the standard deviations in those of training");
    private static final Measure SD =
            difference("sd", RAW).called("difference of the standard deviations in the column's own unit");
    private static final Measure SKEWNESS = difference("skewness", "1").called("difference of the skewnesses");
    private static final Measure KURTOSIS = difference("kurtosis", "1").called("difference of the excess kurtoses");

    private static final String CONSTANT = "The column is constant in one of the tables, which shows no spread.";

    private static final Description DESCRIPTION = new Description(
            "fidelity.moments",
            "1",
            "Moments",
            "Do the synthetic numbers have the mean, spread and shape of the training column's?",
            "Synthetic minus training, missing cells left out: mean; standard deviation (divisor n - 1); skewness m3/m2^1.5"
                    + " and excess kurtosis m4/m2^2 - 3 (population forms). Scaled: in training standard deviations.",
            "Equal moments do not make equal distributions, and in a column with far outliers they speak of those alone.",
            Scope.MODEL,
            List.of(),
            List.of(MEAN_SCALED, MEAN, SD_SCALED, SD, SKEWNESS, KURTOSIS),
            List.of(
                    "Joanes and Gill (1998), doi:10.1111/1467-9884.00122",
                    "Hall (1992), On the removal of skewness by transformation, J. R. Statist. Soc. B 54, 221-228"));

    /** Of kind OWN, since an interval may be missing: yardstick and excess are those of differences all the same. */
    private static Measure difference(String id, String unit) {
        return new Measure(id, unit, REALS, Direction.ZERO, Measure.Against.OWN);
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
        if (reference.present() < 2 || candidate.present() < 2) {
            return List.of();
        }
        ColumnProfile profile = context.profile();
        double spread = profile.spread();
        double level = context.level();
        double deffR = context.referenceDeff();
        double deffC = context.candidateDeff();
        NumberMoments r = new NumberMoments(reference, profile.centre(), spread);
        NumberMoments c = new NumberMoments(candidate, profile.centre(), spread);
        List<Measured> result = new ArrayList<>();
        Estimate mean = c.mean(deffC, level).minus(r.mean(deffR, level), 1);
        Estimate sd = c.sd(deffC, level).minus(r.sd(deffR, level), 1);
        if (!r.varies() || !c.varies()) {
            mean = Estimate.point(mean.value(), CONSTANT);
            sd = Estimate.point(sd.value(), CONSTANT);
        }
        if (profile.max() > profile.min()) {
            result.add(new Measured(MEAN_SCALED, mean));
            result.add(new Measured(SD_SCALED, sd));
        }
        result.add(new Measured(MEAN, times(mean, spread)));
        result.add(new Measured(SD, times(sd, spread)));
        if (r.varies() && c.varies()) {
            result.add(new Measured(SKEWNESS, c.skewness(deffC, level).minus(r.skewness(deffR, level), 1)));
            result.add(new Measured(KURTOSIS, c.excessKurtosis(deffC, level).minus(r.excessKurtosis(deffR, level), 1)));
        }
        return result;
    }

    private static Estimate times(Estimate estimate, double factor) {
        return estimate.hasInterval()
                ? Estimate.of(factor * estimate.value(), estimate.interval().times(factor))
                : Estimate.point(factor * estimate.value(), estimate.noInterval());
    }
}
