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
 * Cramer's V of two columns in the candidate minus that in the reference.
 *
 * <p>With \(\phi^2 = \chi^2/n\), r and c levels, \(\tilde\phi^2 = \max(0, \phi^2 - (r-1)(c-1)/(n-1))\) and \(\tilde r = r -
 * (r-1)^2/(n-1)\), \(\tilde c\) likewise, \[ \tilde V = \sqrt{\tilde\phi^2 / \min(\tilde r - 1, \tilde c - 1)} \] is
 * Bergsma's corrected V ({@code difference}); \(V = \sqrt{\phi^2 / \min(r - 1, c - 1)}\) the plain one
 * ({@code difference-plain}), which grows as tables shrink. No continuity correction.
 *
 * <ul>
 *   <li><b>How to read</b>: above 0, the columns hang together more in the synthetic table than in training. Every pair
 *       counts, also those that are independent in training, so an invented association shows.
 *   <li><b>Range</b>: [-1, 1]; nearer zero is better.
 *   <li><b>Applies to</b>: every pair of content columns; numbers in their training quantile bins.
 *   <li><b>Missing cells</b>: rows with a missing cell in either column are left out. Levels that training lacks are one level.
 *   <li><b>Interval</b>: roots of chi-squares with jackknife bias and variance, see {@link Association}; with fewer than 5
 *       rows a cell in either table no bound holds and the range stands in for it.
 *   <li><b>Cost</b>: none of its own; the pair's table of cells.
 * </ul>
 *
 * <p>A column with one level has no V; the pair then has no value.
 *
 * @see <a href="https://doi.org/10.1016/j.jkss.2012.10.002">Bergsma (2013), bias correction of Cramer's V</a>
 */
@AutoService(Metric.class)
public final class CramersVDifference implements PairMetric<PairCounts> {

    private static final Measure CORRECTED =
            Measure.difference("difference", "[-1, 1]").called("difference of the bias-corrected Cramer's V");
    private static final Measure PLAIN =
            Measure.difference("difference-plain", "[-1, 1]").called("difference of the plain Cramer's V");

    private static final Description DESCRIPTION = new Description(
            "fidelity.cramers-v-difference",
            "1",
            "Cramer's V difference",
            "Are the two columns as strongly associated as they are in training?",
            "Cramer's V in the synthetic table minus that in training, over rows in which both cells are present; numbers in"
                    + " training quantile bins. Bias-corrected after Bergsma, and plain.",
            "Two tables can have equal V and quite different cells. Levels that are rare weigh as much as frequent ones.",
            Scope.MODEL,
            List.of(),
            List.of(CORRECTED, PLAIN),
            List.of(
                    "Bergsma (2013), doi:10.1016/j.jkss.2012.10.002",
                    "Cramer (1946), Mathematical Methods of Statistics, section 21.9"));

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
        MeanSquareContingency before = new MeanSquareContingency(training);
        MeanSquareContingency after = new MeanSquareContingency(synthetic);
        Association had = before.bounds(context.referenceDeff(), context.level());
        Association has = after.bounds(context.candidateDeff(), context.level());
        boolean dense = training.isDense(context.referenceDeff()) && synthetic.isDense(context.candidateDeff());
        double corrected = corrected(synthetic, after) - corrected(training, before);
        double plain = plain(synthetic, after) - plain(training, before);
        Interval bounds = has.root(correctedMost(synthetic)).minus(had.root(correctedMost(training)), corrected);
        Interval plainBounds = has.root(most(synthetic)).minus(had.root(most(training)), plain);
        return List.of(
                new Measured(CORRECTED, Estimate.of(corrected, dense ? bounds : PairBins.whole(1, context.level()))),
                new Measured(PLAIN, Estimate.of(plain, dense ? plainBounds : PairBins.whole(1, context.level()))));
    }

    static double corrected(Joint joint, MeanSquareContingency contingency) {
        double square = Math.max(0, contingency.value() - contingency.nullBias());
        return Math.min(1, Math.sqrt(square / correctedMost(joint)));
    }

    private static double plain(Joint joint, MeanSquareContingency contingency) {
        return Math.min(1, Math.sqrt(contingency.value() / most(joint)));
    }

    /** Largest mean square contingency that so many levels can reach, with Bergsma's correction of their number. */
    static double correctedMost(Joint joint) {
        double fewer = Math.min(joint.levels(), joint.otherLevels());
        return Math.max(1e-12, fewer - 1 - (fewer - 1) * (fewer - 1) / (joint.n() - 1));
    }

    private static double most(Joint joint) {
        return Math.min(joint.levels(), joint.otherLevels()) - 1.0;
    }
}
