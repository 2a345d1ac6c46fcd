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
import io.synthaudit.core.interval.Association;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.statistic.LevelMoments;
import io.synthaudit.core.statistic.LevelSums;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * Correlation ratio of a column of numbers on a column of levels, in the candidate minus that in the reference.
 *
 * <p>With level means \(\bar y_i\) and shares \(p_i\), \[ \eta = \sqrt{\frac{\sum_i p_i (\bar y_i - \bar
 * y)^2}{\operatorname{Var} y}} , \] the numbers themselves and no bins: 0 if all levels have one mean, 1 if the level
 * determines the number. It is the root, not the square.
 *
 * <ul>
 *   <li><b>How to read</b>: above 0, levels differ more in their means than they do in training.
 *   <li><b>Range</b>: [-1, 1]; nearer zero is better.
 *   <li><b>Applies to</b>: pairs of a categorical, ordinal or boolean and a numeric, integer or datetime column.
 *   <li><b>Missing cells</b>: rows with a missing cell in either column are left out. Levels that training lacks are one level.
 *   <li><b>Interval</b>: roots of chi-squares, see {@link Association}, with influence-function variance and the bias of
 *       levels that differ in variance; widened for heavy tails. With fewer than 5 rows a level in either table no bound
 *       holds and the range stands in for it.
 *   <li><b>Cost</b>: four sums per row.
 * </ul>
 *
 * <p>It grows as tables shrink; the value shown is the plug-in, the interval has the bias of both tables subtracted. A constant
 * column has none.
 *
 * @see <a href="https://doi.org/10.1073/pnas.21.9.554">Kelley (1935), an unbiased correlation ratio measure</a>
 */
@AutoService(Metric.class)
public final class CorrelationRatioDifference implements PairMetric<LevelSums> {

    private static final Measure DIFFERENCE =
            Measure.difference("difference", "[-1, 1]").called("difference of the correlation ratios");

    private static final Description DESCRIPTION = new Description(
            "fidelity.correlation-ratio-difference",
            "1",
            "Correlation ratio difference",
            "Do the levels of one column differ in the means of the other as they do in training?",
            "Correlation ratio eta, the root of the share of the numbers' variance that lies between levels, in the synthetic"
                    + " table minus that in training; rows in which both cells are present.",
            "It sees means only, and one outlier can move it. Levels may trade places without changing it.",
            Scope.MODEL,
            List.of(),
            List.of(DIFFERENCE),
            List.of("Kelley (1935), doi:10.1073/pnas.21.9.554"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field first, Field second) {
        boolean mixed = first.kind().isCategory() && second.kind().isNumber()
                || first.kind().isNumber() && second.kind().isCategory();
        return mixed
                ? Applicability.YES
                : Applicability.no("kind", "It needs one column of levels and one of numbers.");
    }

    @Override
    public Statistic<LevelSums> statistic(Field first, Field second) {
        return first.kind().isNumber() ? new LevelMoments(second, first) : new LevelMoments(first, second);
    }

    @Override
    public String variant(LevelSums reference) {
        return reference.variant();
    }

    @Override
    public List<Measured> compare(LevelSums reference, LevelSums candidate, Comparison context) {
        CorrelationRatio training = new CorrelationRatio(reference);
        CorrelationRatio synthetic = new CorrelationRatio(candidate);
        if (!training.isDefined() || !synthetic.isDefined()) {
            return List.of();
        }
        double value = synthetic.eta() - training.eta();
        if (!training.isDense(context.referenceDeff()) || !synthetic.isDense(context.candidateDeff())) {
            Interval whole = new Interval(-1, 1, context.level(), "whole range, fewer than 5 rows a level");
            return List.of(new Measured(DIFFERENCE, Estimate.of(value, whole)));
        }
        Association had = training.bounds(context.referenceDeff(), context.level());
        Association has = synthetic.bounds(context.candidateDeff(), context.level());
        return List.of(new Measured(DIFFERENCE, Estimate.of(value, has.minus(had, value))));
    }
}
