package io.synthaudit.metrics.similarity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.OrderStatistics;
import io.synthaudit.learn.neighbour.Nearest;
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.ArrayList;
import java.util.List;

/**
 * Nearest-neighbour distance ratio: how much nearer the nearest record is than the second nearest.
 *
 * <p>With \(d_1 \le d_2\) the distances of a row to its two nearest records, \(d_1 / d_2\), and 1 where both are 0. Median and 5 %
 * quantile from synthetic rows to training, beside those from holdout rows to training; percentiles at equal sizes, as in
 * {@link EqualSizeDistances}.
 *
 * <ul>
 *   <li><b>How to read</b>: near 0 a row sits on one record and not between several, as a copy of an outlier does. Far below
 *       the yardstick it is a reason to look closer, above it it proves nothing.
 *   <li><b>Range</b>: \([0, 1]\), no direction.
 *   <li><b>Missing cells</b>: as in the distance, a value like others.
 *   <li><b>Interval</b>: order statistics, rows taken as independent.
 *   <li><b>Cost</b>: none of its own; searches that similarity metrics share.
 * </ul>
 *
 * <p>A copy of a row that training holds twice has the ratio 1, and so looks best.
 *
 * @see <a href="https://arxiv.org/abs/2505.01524">Yao et al. (2025), The DCR Delusion</a>
 */
@AutoService(TableEvaluation.class)
public final class DistanceRatio implements TableEvaluation {

    private static final String WHAT = "distance ratio";

    private static final Description DESCRIPTION = new Description(
            "similarity.nndr",
            "1",
            "Nearest-neighbour distance ratio",
            "Do released rows sit on single training rows rather than between several?",
            "Distance to the nearest over distance to the second nearest record, 1 where both are 0: median and 5 % quantile over"
                    + " synthetic rows against training, beside holdout rows against training; percentiles against equally many"
                    + " training and holdout rows, seen from synthetic rows and seen from records. Distance: mean over columns.",
            "A copy of a row that training holds twice has the ratio 1, and tables that pass tests on the ratio are open to"
                    + " membership inference all the same. "
                    + Similarity.NO_PROOF,
            Scope.RELEASE,
            List.of(),
            all(),
            List.of(Similarity.DELUSION, Similarity.GOWER));

    private static List<Measure> all() {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure("median", "1", "[0, 1]", Direction.NONE, Measure.Against.OWN)
                .called("median distance ratio of synthetic rows"));
        measures.add(new Measure("p05", "1", "[0, 1]", Direction.NONE, Measure.Against.OWN)
                .called("5th percentile of the distance ratios of synthetic rows"));
        measures.addAll(Percentiles.measures(WHAT));
        return measures;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        Reason unmeasurable = Similarity.unmeasurable(run);
        if (unmeasurable != null) {
            return Similarity.none(DESCRIPTION, unmeasurable);
        }
        Neighbourhood neighbours = Neighbourhood.of(run);
        List<Observation> observations = new ArrayList<>();
        observations.add(observation("median", 0.5, neighbours, run));
        observations.add(observation("p05", 0.05, neighbours, run));
        Reason uncontrolled = Similarity.uncontrolled(run);
        observations.addAll(
                uncontrolled != null
                        ? Percentiles.none(WHAT, uncontrolled)
                        : Percentiles.observations(run, neighbours.equalSizes(), Percentiles::ratios));
        return observations;
    }

    private static Observation observation(String measure, double q, Neighbourhood neighbours, Run run) {
        Nearest nearest = neighbours.syntheticToTraining();
        Observation observation = Observation.of(
                measure,
                Target.TABLE,
                OrderStatistics.quantile(Percentiles.ratios(nearest), q, run.level()),
                run.tables().training().rows(),
                nearest.queries());
        if (run.control().isEmpty()) {
            return observation;
        }
        Nearest fresh = neighbours.holdoutToTraining();
        return observation
                .yardstick(OrderStatistics.quantile(Percentiles.ratios(fresh), q, run.level()), fresh.queries())
                .note("The yardstick is the distance ratio of holdout rows to training.");
    }
}
