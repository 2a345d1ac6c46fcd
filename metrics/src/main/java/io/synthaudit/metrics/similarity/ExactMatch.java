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
import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.learn.neighbour.Gower;
import io.synthaudit.learn.neighbour.Nearest;
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.BitSet;
import java.util.List;

/**
 * Share of released rows that equal a training row, and by how much it exceeds what unseen people explain.
 *
 * <p>Two rows are equal if all content columns agree, missing cells included. The excess is that of
 * {@link NearCopyExcess} at distance 0: \[ x = \frac{c_T - (n/h)\, c_H}{m} . \]
 *
 * <ul>
 *   <li><b>How to read</b>: with few columns of few levels many rows are equal by chance, in the holdout too; the excess takes
 *       that out, the share does not.
 *   <li><b>Range</b>: excess \([-n/h, 1]\), shares \([0, 1]\). Lower is better.
 *   <li><b>Applies to</b>: the excess to tables with a holdout, the shares to all.
 *   <li><b>Interval</b>: MOVER of two Clopper-Pearson intervals (excess), Clopper-Pearson (share), Wilson (persons), on
 *       effective counts.
 *   <li><b>Cost</b>: none of its own; the searches shared by all similarity metrics.
 * </ul>
 *
 * <p>One changed cell hides a copy from it. Where duplicates were removed over training and holdout together no holdout row
 * can equal a training row, and the yardstick is 0 by construction.
 */
@AutoService(TableEvaluation.class)
public final class ExactMatch implements TableEvaluation {

    private static final Description DESCRIPTION = new Description(
            "similarity.exact-match",
            "1",
            "Exact matches",
            "Are released rows rows of the training table, more often than they are rows the generator never saw?",
            "Excess: (c_T - (n/h) c_H) / m with c_T, c_H the synthetic rows equal to a training or holdout row in every content"
                    + " column (equal to rows of both, they share); needs a holdout. Share: synthetic rows equal to a training"
                    + " row, over all; set against holdout rows equal to a training row. Exposed persons: training persons with a"
                    + " row that a synthetic row equals, over all.",
            "One changed cell hides a copy. Where duplicates were removed over training and holdout together the holdout equals no"
                    + " training row by construction. "
                    + Similarity.NO_PROOF,
            Scope.RELEASE,
            List.of(),
            List.of(
                    new Measure("excess", "1", "[-n/h, 1]", Direction.LOWER, Measure.Against.OWN)
                            .called("share of copied rows beyond chance"),
                    new Measure("share", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
                            .called("share of synthetic rows that copy a training row"),
                    new Measure("exposed-persons", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
                            .called("share of training rows that are copied")),
            List.of(
                    Similarity.DELUSION,
                    "Zou and Donner (2008), https://doi.org/10.1002/sim.2747",
                    "Clopper and Pearson (1934), https://doi.org/10.1093/biomet/26.4.404"));

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
        return List.of(excess(run), share(run), exposed(run));
    }

    private static Observation excess(Run run) {
        Reason uncontrolled = Similarity.uncontrolled(run);
        if (uncontrolled != null) {
            return Observation.not("excess", Target.TABLE, uncontrolled);
        }
        long real = (long) run.tables().training().rows() + run.control().get().rows();
        return Observation.of(
                        "excess",
                        Target.TABLE,
                        NearRows.of(run, 0).excess(run.level()),
                        real,
                        run.tables().synthetic().rows())
                .note("A release that does not know the training rows from others of their kind scores 0 on average.");
    }

    private static Observation share(Run run) {
        Nearest nearest = Neighbourhood.of(run).syntheticToTraining();
        Persons persons = Persons.ofTraining(run);
        double[] owned = new double[persons.count()];
        int equal = 0;
        for (int s = 0; s < nearest.queries(); s++) {
            if (nearest.distance(s) <= Gower.TIE) {
                equal++;
                owned[persons.of()[nearest.row(s)]]++;
            }
        }
        int m = nearest.queries();
        Estimate share = Proportions.exactShare(equal, m, DesignEffect.ofHubs(owned), run.level());
        Observation observation = Observation.of(
                "share", Target.TABLE, share, run.tables().training().rows(), m);
        if (run.control().isEmpty()) {
            return observation.note("Without a holdout nothing tells copies from rows that are equal by chance.");
        }
        Estimate yardstick = yardstick(run);
        Interval bounds = Proportions.mover(share.value(), share.interval(), yardstick.value(), yardstick.interval())
                .clippedTo(-1, 1);
        return observation
                .yardstick(yardstick, run.control().get().rows())
                .excess(Estimate.of(share.value() - yardstick.value(), bounds))
                .note("The yardstick is the share of holdout rows that equal a training row.");
    }

    private static Estimate yardstick(Run run) {
        Nearest nearest = Neighbourhood.of(run).holdoutToTraining();
        double[] equal = new double[nearest.queries()];
        double count = 0;
        for (int i = 0; i < equal.length; i++) {
            equal[i] = nearest.distance(i) <= Gower.TIE ? 1 : 0;
            count += equal[i];
        }
        double deff =
                DesignEffect.ofClusters(equal, run.tables().holdoutEntity().orElse(null));
        return Proportions.exactShare(count, equal.length, deff, run.level());
    }

    private static Observation exposed(Run run) {
        Nearest nearest = Neighbourhood.of(run).trainingToSynthetic();
        Persons persons = Persons.ofTraining(run);
        BitSet seen = new BitSet();
        for (int row = 0; row < nearest.queries(); row++) {
            if (nearest.distance(row) <= Gower.TIE) {
                seen.set(persons.of()[row]);
            }
        }
        return Observation.of(
                "exposed-persons",
                Target.TABLE,
                Proportions.share(seen.cardinality(), persons.count(), 1, run.level()),
                run.tables().training().rows(),
                run.tables().synthetic().rows());
    }
}
