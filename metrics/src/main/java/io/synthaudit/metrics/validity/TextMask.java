package io.synthaudit.metrics.validity;

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
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.interval.TotalVariation;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.statistic.TextMasks;
import io.synthaudit.core.table.Field;
import java.util.Arrays;
import java.util.List;

/**
 * Whether texts and ids are written as in training: their masks of character classes, A for a capital, a for another letter, 9
 * for a digit, all else as it is.
 *
 * <p>With \(p_k, q_k\) the shares of mask k among the present cells of reference and candidate, \[ \mathit{TVD} = \tfrac12
 * \sum_k |p_k - q_k| \] over the 255 most frequent masks of training, its other masks, and all masks that training lacks
 * ({@code distance}). {@code unseen} is the share of candidate cells with a mask that training lacks.
 *
 * <ul>
 *   <li><b>How to read</b>: an {@code unseen} of .2 where a holdout has 0 means that a fifth of the ids has a format that no
 *       real id has.
 *   <li><b>Range</b>: [0, 1]; lower is better. Free texts hardly repeat a mask, so fresh ones are unseen too: read the excess.
 *   <li><b>Applies to</b>: texts, ids and keys that are not read as numbers.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: null-corrected bootstrap; Clopper and Pearson for {@code unseen}.
 *   <li><b>Cost</b>: masks are made once per distinct value, then one look-up a row.
 * </ul>
 *
 * <p>A mask may disclose its cell, so none is ever printed. Two ids of one mask can differ in a check digit.
 *
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
 */
@AutoService(Metric.class)
public final class TextMask implements ColumnMetric<Counts> {

    private static final Measure DISTANCE =
            Measure.distance("distance").called("total variation distance of the text masks");
    private static final Measure UNSEEN = new Measure(
                    "unseen", "1", "[0, 1]", Direction.LOWER, Measure.Against.DIFFERENCE)
            .called("share of texts with a mask that training lacks");

    private static final Description DESCRIPTION = new Description(
            "validity.text-mask",
            "1",
            "Formats of texts and ids",
            "Are the synthetic texts and ids written in the formats of training?",
            "A cell's mask has A for each capital, a for each other letter, 9 for each digit and other characters as they are."
                    + " Half the sum over masks of |training share - synthetic share|, the 255 most frequent of training, its"
                    + " other masks and all others being cells; unseen = share of present synthetic cells with a mask that no"
                    + " training cell has.",
            "Free texts hardly repeat a mask, so those of fresh people are unseen too: read the excess. Check digits and words"
                    + " are not looked at.",
            Scope.MODEL,
            List.of(),
            List.of(DISTANCE, UNSEEN),
            List.of(
                    "Gibbs and Su (2002), doi:10.1111/j.1751-5823.2002.tb00178.x",
                    "Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field field) {
        return Textual.of(field);
    }

    @Override
    public Statistic<Counts> statistic(Field field) {
        return new TextMasks(field);
    }

    @Override
    public String variant(Counts reference) {
        return reference.bins().variant().equals("levels")
                ? "masks"
                : reference.bins().variant() + "-masks";
    }

    @Override
    public List<Measured> compare(Counts reference, Counts candidate, Comparison context) {
        long n = reference.rows() - reference.missing();
        long m = candidate.rows() - candidate.missing();
        if (n == 0 || m == 0) {
            return List.of();
        }
        Estimate unseen = Proportions.exactShare(candidate.unseen(), m, context.candidateDeff(), context.level());
        return List.of(
                new Measured(DISTANCE, Estimate.point(distance(reference, n, candidate, m), "The engine resamples.")),
                new Measured(UNSEEN, unseen));
    }

    @Override
    public double expected(String measure, Counts reference, double referenceRows, double candidateRows) {
        double share = informative(measure, reference);
        if (share == 0) {
            return 0;
        }
        long[] cells = reference.cells().clone();
        cells[reference.size()] = 0;
        double inverse = (1 / referenceRows + 1 / candidateRows) / share;
        return TotalVariation.factor(TotalVariation.shares(cells)) * Math.sqrt(inverse);
    }

    @Override
    public double informative(String measure, Counts state) {
        return 1 - (double) state.missing() / Math.max(1, state.rows());
    }

    @Override
    public long cells(Counts reference) {
        return Arrays.stream(reference.cells()).filter(c -> c > 0).count();
    }

    private static double distance(Counts reference, double n, Counts candidate, double m) {
        double sum = 0;
        for (int k = 0; k < reference.cells().length; k++) {
            if (k != reference.size()) {
                sum += Math.abs(reference.cells()[k] / n - candidate.cells()[k] / m);
            }
        }
        return Math.min(1, sum / 2);
    }
}
