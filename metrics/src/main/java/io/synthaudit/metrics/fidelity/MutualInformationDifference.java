package io.synthaudit.metrics.fidelity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
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
 * Mutual information of two columns in the candidate minus that in the reference, normalised and in bits.
 *
 * <p>\[ \mathit{NMI} = \frac{2\, I(x; y)}{H(x) + H(y)} \] with the arithmetic mean of the entropies ({@code difference}), and
 * \(I(x; y) = \sum p_{jk} \log_2 \frac{p_{jk}}{p_{j\cdot} p_{\cdot k}}\) itself ({@code difference-bits}).
 *
 * <ul>
 *   <li><b>How to read</b>: above 0, the columns tell more of each other than in training.
 *   <li><b>Range</b>: [-1, 1] normalised; in bits up to the logarithm of the number of levels. Nearer zero is better.
 *   <li><b>Applies to</b>: every pair of content columns; numbers in their training quantile bins, not as so many levels.
 *   <li><b>Missing cells</b>: rows with a missing cell in either column are left out. Levels that training lacks are one level.
 *   <li><b>Interval</b>: roots of chi-squares with jackknife bias and variance, see {@link Association}; with fewer than 5
 *       rows a cell in either table no bound holds and the range stands in for it.
 *   <li><b>Cost</b>: none of its own; the pair's table of cells.
 * </ul>
 *
 * <p>A column with one level has no entropy; the pair then has no value.
 *
 * @see <a href="https://doi.org/10.1162/089976603321780272">Paninski (2003), bias of plug-in information</a>
 */
@AutoService(Metric.class)
public final class MutualInformationDifference implements PairMetric<PairCounts> {

    private static final double NATS_PER_BIT = StrictMath.log(2);

    private static final Measure NORMALISED =
            Measure.difference("difference", "[-1, 1]").called("difference of the normalised mutual information");
    private static final Measure BITS = new Measure(
                    "difference-bits", "bit", "(-inf, inf)", Direction.ZERO, Measure.Against.DIFFERENCE)
            .called("difference of the mutual information in bits");

    private static final Description DESCRIPTION = new Description(
            "fidelity.mutual-information-difference",
            "1",
            "Mutual information difference",
            "Do the two columns share as much information as they do in training?",
            "Mutual information over the arithmetic mean of both entropies, and in bits, in the synthetic table minus that in"
                    + " training; rows in which both cells are present, numbers in training quantile bins.",
            "It grows as tables shrink; the value shown is the plug-in, the interval has the bias of both tables subtracted.",
            Scope.MODEL,
            List.of(),
            List.of(NORMALISED, BITS),
            List.of(
                    "Paninski (2003), doi:10.1162/089976603321780272",
                    "Vinh, Epps and Bailey (2010), https://www.jmlr.org/papers/v11/vinh10a.html"));

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
        double most = StrictMath.log(Math.min(reference.height(), reference.width()));
        Estimate nats = difference(SharedInformation.Form.NATS, before, after, dense ? 0 : most, context);
        Interval bounds = nats.interval();
        Interval bits = new Interval(
                bounds.lower() / NATS_PER_BIT, bounds.upper() / NATS_PER_BIT, bounds.level(), bounds.method());
        return List.of(
                new Measured(
                        NORMALISED, difference(SharedInformation.Form.MEAN, before, after, dense ? 0 : 1, context)),
                new Measured(BITS, Estimate.of(nats.value() / NATS_PER_BIT, bits)));
    }

    /** The difference; with all its range as interval if {@code range} is not 0. */
    private static Estimate difference(
            SharedInformation.Form form,
            SharedInformation before,
            SharedInformation after,
            double range,
            Comparison context) {
        double value = after.value(form) - before.value(form);
        if (range > 0) {
            return Estimate.of(value, PairBins.whole(range, context.level()));
        }
        Association had = before.bounds(form, context.referenceDeff(), context.level());
        return Estimate.of(
                value,
                after.bounds(form, context.candidateDeff(), context.level()).minus(had, value));
    }
}
