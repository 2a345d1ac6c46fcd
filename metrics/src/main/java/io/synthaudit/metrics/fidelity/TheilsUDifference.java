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
import io.synthaudit.core.statistic.Contingency;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * Theil's uncertainty coefficient of two columns, both ways, in the candidate minus that in the reference.
 *
 * <p>\[ U(x \mid y) = \frac{I(x; y)}{H(x)} \] is the share of the doubt about x that y removes: 0 if they are independent, 1
 * if y determines x.
 *
 * <ul>
 *   <li><b>How to read</b>: {@code first-given-second} is U of the first column given the second, in table order. Below 0,
 *       one column tells less of the other than in training; -1 would be a rule such as state from postcode that is lost.
 *   <li><b>Range</b>: [-1, 1]; nearer zero is better.
 *   <li><b>Applies to</b>: every pair of content columns; numbers in their training quantile bins.
 *   <li><b>Missing cells</b>: rows with a missing cell in either column are left out. Levels that training lacks are one level.
 *   <li><b>Interval</b>: roots of chi-squares with jackknife bias and variance, see {@link Association}; with fewer than 5
 *       rows a cell in either table no bound holds and the range stands in for it.
 *   <li><b>Cost</b>: none of its own; the pair's table of cells.
 * </ul>
 *
 * <p>A column with one level has no entropy; the pair then has no value.
 *
 * @see <a href="https://doi.org/10.1086/224909">Theil (1970), uncertainty coefficients</a>
 */
@AutoService(Metric.class)
public final class TheilsUDifference implements PairMetric<PairCounts> {

    private static final Measure FIRST = Measure.difference("first-given-second", "[-1, 1]")
            .called("difference of Theil's U of the first column given the second");
    private static final Measure SECOND = Measure.difference("second-given-first", "[-1, 1]")
            .called("difference of Theil's U of the second column given the first");

    private static final Description DESCRIPTION = new Description(
            "fidelity.theils-u-difference",
            "1",
            "Theil's U difference",
            "Does each column tell as much of the other as it does in training?",
            "U(x|y), mutual information over the entropy of x, in the synthetic table minus that in training, for both orders of"
                    + " the pair; rows in which both cells are present, numbers in training quantile bins.",
            "A column that is nearly constant has little entropy: U then rests on few rows.",
            Scope.MODEL,
            List.of(),
            List.of(FIRST, SECOND),
            List.of("Theil (1970), doi:10.1086/224909"));

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
        return PairBins.variant(reference);
    }

    @Override
    public List<Measured> compare(PairCounts reference, PairCounts candidate, Comparison context) {
        Joint training = Joint.of(reference);
        Joint synthetic = Joint.of(candidate);
        if (!training.varies() || !synthetic.varies()) {
            return List.of();
        }
        boolean dense = training.isDense(context.referenceDeff()) && synthetic.isDense(context.candidateDeff());
        SharedInformation before = new SharedInformation(training);
        SharedInformation after = new SharedInformation(synthetic);
        return List.of(
                new Measured(FIRST, difference(SharedInformation.Form.FIRST, before, after, dense, context)),
                new Measured(SECOND, difference(SharedInformation.Form.SECOND, before, after, dense, context)));
    }

    private static Estimate difference(
            SharedInformation.Form form,
            SharedInformation before,
            SharedInformation after,
            boolean dense,
            Comparison context) {
        double value = after.value(form) - before.value(form);
        if (!dense) {
            return Estimate.of(value, PairBins.whole(1, context.level()));
        }
        Association had = before.bounds(form, context.referenceDeff(), context.level());
        Interval bounds =
                after.bounds(form, context.candidateDeff(), context.level()).minus(had, value);
        return Estimate.of(value, bounds.clippedTo(-1, 1));
    }
}
