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
 * Spearman's rank correlation of two columns of numbers in the synthetic table minus that in training.
 *
 * <p>With midranks \(R, S\), \[ \rho = \frac{\operatorname{Cov}(R, S)}{\sqrt{\operatorname{Var} R \operatorname{Var} S}} . \]
 *
 * <ul>
 *   <li><b>How to read</b>: above 0, the columns rise together more than they do in training. Every pair counts, also those
 *       that are uncorrelated in training.
 *   <li><b>Range</b>: [-2, 2]; nearer zero is better.
 *   <li><b>Applies to</b>: pairs of numeric, integer and datetime columns.
 *   <li><b>Missing cells</b>: rows with a missing cell in either column are left out (pairwise complete).
 *   <li><b>Interval</b>: influence function with ties on Fisher's scale, by persons where a table has an entity key; it needs no normal columns.
 *   <li><b>Cost</b>: linear in the rows of a pair, once each column is ranked. Exact up to 2,000 pairs and 200,000 rows, beyond that on one seeded sample of rows that the
 *       finding names.
 * </ul>
 *
 * <p>It needs whole columns and does not merge. A constant column has none.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730196">Hoeffding (1948)</a>
 */
@AutoService(TableEvaluation.class)
public final class SpearmanDifference implements TableEvaluation {

    private static final Description DESCRIPTION = new Description(
            "fidelity.spearman-difference",
            "1",
            "Spearman correlation difference",
            "Do the two columns rise and fall together as they do in training?",
            "Spearman's rank correlation, midranks for ties, in the synthetic table minus that in training, over rows in which both cells are present.",
            "It sees monotone relations only; a U-shaped dependence scores 0 in both tables.",
            Scope.MODEL,
            List.of(),
            List.of(Measure.difference("difference", "[-2, 2]").called("difference of Spearman's rank correlations")),
            List.of("Hoeffding (1948), doi:10.1214/aoms/1177730196", "Spearman (1904), doi:10.2307/1412159"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        return RankDifferences.of(run, DESCRIPTION, Spearman::of);
    }
}
