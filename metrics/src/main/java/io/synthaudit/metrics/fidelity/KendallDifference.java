package io.synthaudit.metrics.fidelity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import java.util.List;

/**
 * Kendall's tau-b of two columns of numbers in the synthetic table minus that in training.
 *
 * <p>With C concordant and D discordant pairs of rows among \(N\), and \(T_x, T_y\) pairs tied in x and in y, \[ \tau_b = \frac{C - D}{\sqrt{(N - T_x)(N - T_y)}} . \]
 *
 * <ul>
 *   <li><b>How to read</b>: above 0, the columns rise together more than they do in training. Every pair counts, also those
 *       that are uncorrelated in training.
 *   <li><b>Range</b>: [-2, 2]; nearer zero is better.
 *   <li><b>Applies to</b>: pairs of numeric, integer and datetime columns.
 *   <li><b>Missing cells</b>: rows with a missing cell in either column are left out (pairwise complete).
 *   <li><b>Interval</b>: influence function with ties on Fisher's scale, by persons where a table has an entity key; it needs no normal columns.
 *   <li><b>Cost</b>: n log n per pair, or the number of distinct pairs of values where that is smaller. Exact up to 2,000 pairs and 200,000 rows, beyond that on one seeded sample of rows that the
 *       finding names.
 * </ul>
 *
 * <p>It needs whole columns and does not merge. A constant column has none.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1966.10480879">Knight (1966)</a>
 */
@AutoService(TableEvaluation.class)
public final class KendallDifference implements TableEvaluation {

    private static final Description DESCRIPTION = new Description(
            "fidelity.kendall-difference",
            "1",
            "Kendall tau-b difference",
            "Do pairs of rows agree in the order of the two columns as often as they do in training?",
            "Kendall's tau-b in the synthetic table minus that in training, over rows in which both cells are present.",
            "It sees monotone relations only. Heavy ties, as in zero-inflated columns, leave few pairs of rows to decide it.",
            Scope.MODEL,
            List.of(),
            List.of(Measure.difference("difference", "[-2, 2]").called("difference of Kendall's tau-b")),
            List.of(
                    "Knight (1966), doi:10.1080/01621459.1966.10480879",
                    "Hoeffding (1948), doi:10.1214/aoms/1177730196"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        return RankDifferences.of(run, DESCRIPTION, Kendall::of);
    }
}
