package io.synthaudit.metrics.similarity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.learn.neighbour.Nearest;
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.List;

/**
 * Percentiles of the distance to the closest record, training and holdout side by side at equal sizes, seen from synthetic
 * rows and seen from records.
 *
 * <p>With \(T_k\) and \(H_k\) the tables cut by chance to \(k = \min(n, h)\) rows: percentiles over \(s\) of \(\min_{t \in T_k}
 * d(s, t)\), and over \(t \in T_k\) of \(\min_s d(s, t)\); the yardsticks have \(H_k\) in place of \(T_k\).
 *
 * <ul>
 *   <li><b>How to read</b>: a release that does not know its training rows gives the two sides alike. Copies of few rows show in the
 *       lowest percentiles only.
 *   <li><b>Range</b>: \([0, 1]\), no direction: small means faithful as well as copied.
 *   <li><b>Missing cells</b>: as in the distance, a value like others.
 *   <li><b>Interval</b>: order statistics, rows taken as independent.
 *   <li><b>Cost</b>: four searches at equal sizes, shared with the distance ratios.
 * </ul>
 *
 * <p>Cutting hides copies of the rows that are cut: {@link NearCopyExcess} uses all rows.
 *
 * @see <a href="https://arxiv.org/abs/2505.01524">Yao et al. (2025), The DCR Delusion</a>
 */
@AutoService(TableEvaluation.class)
public final class EqualSizeDistances implements TableEvaluation {

    private static final String WHAT = "distances";

    private static final Description DESCRIPTION = new Description(
            "similarity.equal-size-dcr",
            "1",
            "Distances to the closest record at equal sizes",
            "Do released rows lie as far from training rows as from equally many rows nobody used?",
            "Percentiles of the distance from synthetic rows to the nearest training row, and from training rows to the nearest"
                    + " synthetic row, beside those of the holdout, after the larger of the two tables was cut by chance to the"
                    + " size of the smaller. Distance: mean over columns, numbers by training range, capped at 1; categories 0"
                    + " or 1.",
            "Small means faithful as well as copied, cutting hides copies of the rows that are cut, and tables that pass tests on"
                    + " these distances are open to membership inference all the same. "
                    + Similarity.NO_PROOF,
            Scope.RELEASE,
            List.of("holdout"),
            Percentiles.measures(WHAT),
            List.of(Similarity.DELUSION, Similarity.GOWER));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        Reason reason = Similarity.uncontrolled(run);
        return reason != null
                ? Percentiles.none(WHAT, reason)
                : Percentiles.observations(run, Neighbourhood.of(run).equalSizes(), Nearest::distances);
    }
}
