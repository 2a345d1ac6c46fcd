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
 * Distance to the closest record: median and 5 % quantile of the mixed distance from synthetic rows to training, and to the
 * holdout.
 *
 * <p>\(d(s, T) = \min_{x \in T} d(s, x)\) with Gower's mean over columns; quantiles by linear interpolation between order
 * statistics.
 *
 * <ul>
 *   <li><b>How to read</b>: as a description. Set it beside the yardstick, the same quantile from holdout rows to training: far
 *       below it is a reason to look closer, above it proves nothing.
 *   <li><b>Range</b>: \([0, 1]\), no direction: small means faithful as well as copied.
 *   <li><b>Interval</b>: order statistics, rows taken as independent.
 *   <li><b>Cost</b>: none of its own; the searches shared by all similarity metrics.
 * </ul>
 *
 * <p>Tables that pass every test on these distances are open to membership inference all the same. Distances to the holdout
 * are larger where the holdout has fewer rows than training, for that reason alone.
 *
 * @see <a href="https://arxiv.org/abs/2505.01524">Yao et al. (2025), The DCR Delusion</a>
 */
@AutoService(TableEvaluation.class)
public final class ClosestRecord implements TableEvaluation {

    private static final double MEDIAN = 0.5;
    private static final double LOW = 0.05;

    private static final Description DESCRIPTION = new Description(
            "similarity.dcr",
            "1",
            "Distance to the closest record",
            "How far are released rows from the nearest training row, and from the nearest holdout row?",
            "Median and 5 % quantile over synthetic rows of the mixed distance (mean over columns: numbers by training range,"
                    + " capped at 1; categories 0 or 1) to the nearest training row; beside it holdout rows to training, and"
                    + " synthetic rows to the holdout.",
            "Small means faithful as well as copied, and tables that pass tests on it are open to membership inference all the"
                    + " same; it is never gated. Distances to a holdout of fewer rows are larger for that reason alone. "
                    + Similarity.NO_PROOF,
            Scope.RELEASE,
            List.of(),
            List.of(
                    distance("median").called("median distance of a synthetic row to its nearest training row"),
                    distance("p05").called("5th percentile of the distances to the nearest training row"),
                    distance("holdout-median").called("median distance of a holdout row to its nearest training row"),
                    distance("holdout-p05")
                            .called("5th percentile of the holdout's distances to the nearest training row")),
            List.of(Similarity.DELUSION, Similarity.GOWER));

    private static Measure distance(String id) {
        return new Measure(id, "1", "[0, 1]", Direction.NONE, Measure.Against.OWN);
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
        Nearest toTraining = neighbours.syntheticToTraining();
        List<Observation> observations = new ArrayList<>();
        for (double q : new double[] {MEDIAN, LOW}) {
            Observation observation = observation(q == MEDIAN ? "median" : "p05", toTraining, q, run);
            if (run.control().isPresent()) {
                Nearest yardstick = neighbours.holdoutToTraining();
                observation = observation
                        .yardstick(OrderStatistics.quantile(yardstick.distances(), q, run.level()), yardstick.queries())
                        .note("The yardstick is the distance from holdout rows to training.");
            }
            observations.add(observation);
        }
        for (double q : new double[] {MEDIAN, LOW}) {
            String measure = q == MEDIAN ? "holdout-median" : "holdout-p05";
            observations.add(
                    run.control().isPresent()
                            ? observation(measure, neighbours.syntheticToHoldout(), q, run)
                            : Observation.not(measure, Target.TABLE, run.noControl()));
        }
        return observations;
    }

    private static Observation observation(String measure, Nearest nearest, double q, Run run) {
        long real = measure.startsWith("holdout")
                ? run.control().orElseThrow().rows()
                : run.tables().training().rows();
        return Observation.of(
                measure,
                Target.TABLE,
                OrderStatistics.quantile(nearest.distances(), q, run.level()),
                real,
                nearest.queries());
    }
}
