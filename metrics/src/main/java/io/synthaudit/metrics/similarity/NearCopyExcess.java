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
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.List;

/**
 * Share of released rows that sit on a training person beyond what unseen people explain.
 *
 * <p>With \(\tau\) the 5 % quantile of the distance from holdout rows to training, let \(c_T\) and \(c_H\) be the synthetic
 * rows within \(\tau\) of a training or holdout row whose nearest such row is a training row, or a holdout row; tied rows share.
 * Then \[ x = \frac{c_T - (n/h)\, c_H}{m} . \] It is 0 on average for every generator that did not see which rows are training,
 * however good it is.
 *
 * <ul>
 *   <li><b>How to read</b>: .05 says that one released row in twenty is a person of the training table, or very near to
 *       being one, for no other reason than that this person was in it.
 *   <li><b>Range</b>: \([-n/h, 1]\). Nearer zero from above is better; below zero is chance, or files swapped.
 *   <li><b>Applies to</b>: tables with a holdout and at least one content column.
 *   <li><b>Missing cells</b>: as in {@link io.synthaudit.learn.neighbour.Gower}.
 *   <li><b>Interval</b>: MOVER of two Clopper-Pearson intervals on counts divided by the design effect of near rows that share
 *       a person. Alarms under permuted labels: at most 5 %.
 *   <li><b>Cost</b>: the searches of synthetic rows in training and holdout, shared by all similarity metrics.
 * </ul>
 *
 * <p>It misses copies that were moved by more than \(\tau\), and an attacker who knows only some columns.
 *
 * @see <a href="https://arxiv.org/abs/2505.01524">Yao et al. (2025)</a> on what distances to the closest record cannot show
 */
@AutoService(TableEvaluation.class)
public final class NearCopyExcess implements TableEvaluation {

    private static final double QUANTILE = 0.05;

    private static final Description DESCRIPTION = new Description(
            "similarity.near-copy-excess",
            "1",
            "Near-copy excess",
            "Do released rows sit on training persons more often than on people the generator never saw?",
            "(c_T - (n/h) c_H) / m: c_T and c_H count the m synthetic rows within tau of the pooled n training and h holdout rows"
                    + " whose nearest pooled row is of training, or of the holdout (tied rows share); tau is the 5 % quantile of"
                    + " the mixed distance from holdout rows to training. Exposed persons: share of training persons that are the"
                    + " nearest one of such a row. Control: the same with training and holdout labels dealt out anew 200 times.",
            "Copies moved by more than tau, or in many cells, are not seen; nor is an attacker who knows only some columns. "
                    + Similarity.NO_PROOF,
            Scope.RELEASE,
            List.of("holdout"),
            List.of(
                    new Measure("excess", "1", "[-n/h, 1]", Direction.LOWER, Measure.Against.OWN)
                            .called("share of near copies beyond chance"),
                    new Measure("exposed-persons", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
                            .called("share of training rows with a near copy")),
            List.of(Similarity.DELUSION, Similarity.GOWER, "Zou and Donner (2008), https://doi.org/10.1002/sim.2747"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        Reason reason = Similarity.uncontrolled(run);
        if (reason != null) {
            return Similarity.none(DESCRIPTION, reason);
        }
        double tau = OrderStatistics.quantile(
                Neighbourhood.of(run).holdoutToTraining().distances(), QUANTILE);
        NearRows near = NearRows.of(run, tau);
        long real = (long) run.tables().training().rows()
                + run.control().orElseThrow().rows();
        long released = run.tables().synthetic().rows();
        return List.of(
                Observation.of("excess", Target.TABLE, near.excess(run.level()), real, released)
                        .attack(Labels.control(run, DESCRIPTION.id(), labels -> near.alarms(labels, run.level())))
                        .note(
                                "A release that does not know the training rows from others of their kind scores 0 on average."),
                Observation.of("exposed-persons", Target.TABLE, near.exposed(run.level()), real, released)
                        .note(
                                "Some of them would be nearest by chance alone: only the excess says how many are too many."));
    }
}
