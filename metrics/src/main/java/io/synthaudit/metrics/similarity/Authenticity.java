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
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.learn.neighbour.Gower;
import io.synthaudit.learn.neighbour.Nearest;
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.List;

/**
 * Share of synthetic rows that are no closer to a training row than that row is to its like.
 *
 * <p>With \(t(s)\) the training row nearest to \(s\), of several the first, \[ a = \frac{1}{m} \#\{ s : d(s, t(s)) >
 * \min_{t' \ne t(s)} d(t(s), t') \} , \] distances being {@link Gower}'s.
 *
 * <ul>
 *   <li><b>How to read</b>: a row that fails lies in the gap around one training row, as a copy with noise would. Rows nobody saw
 *       fail too: the yardstick is the same share of holdout rows.
 *   <li><b>Range</b>: \([0, 1]\). Higher is better, but not above the yardstick.
 *   <li><b>Applies to</b>: tables with two training rows or more.
 *   <li><b>Missing cells</b>: as in the distance, a value like others.
 *   <li><b>Interval</b>: Wilson, on effective counts where synthetic rows share a training person; the excess by MOVER.
 *   <li><b>Cost</b>: one search of training in itself; the others are shared by all similarity metrics.
 * </ul>
 *
 * <p>The code of the authors, and others that copied it, look up the distance between training rows at the index of the
 * synthetic row: on the reference vectors that gives .567 where this definition gives .133. Theirs is Euclidean.
 *
 * @see <a href="https://arxiv.org/abs/2102.08921">Alaa et al. (2022), How Faithful is your Synthetic Data?</a>
 */
@AutoService(TableEvaluation.class)
public final class Authenticity implements TableEvaluation {

    private static final Description DESCRIPTION = new Description(
            "similarity.authenticity",
            "1",
            "Authenticity",
            "Are released rows more than a training row with a little noise?",
            "Share of synthetic rows whose distance to the nearest training row exceeds the distance of that training row to its"
                    + " own nearest other training row; set against the same share of holdout rows. Distance: mean over columns,"
                    + " numbers by training range, capped at 1; categories 0 or 1.",
            "Rows nobody saw fail as well, in dense parts of the table more often; rows far off all pass, so that a useless table"
                    + " has the best value. "
                    + Similarity.NO_PROOF,
            Scope.RELEASE,
            List.of(),
            List.of(new Measure("share", "1", "[0, 1]", Direction.HIGHER, Measure.Against.OWN)
                    .called("share of synthetic rows that are no training row with noise")),
            List.of(
                    Similarity.DELUSION,
                    Similarity.GOWER,
                    "Alaa et al. (2022), How Faithful is your Synthetic Data?, https://arxiv.org/abs/2102.08921"));

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
        int n = run.tables().training().rows();
        if (n < 2) {
            return Similarity.none(
                    DESCRIPTION, new Reason("too-few", "A single training row has no other one to be near to."));
        }
        Neighbourhood neighbours = Neighbourhood.of(run);
        Nearest gaps = neighbours.trainingToItself();
        Nearest nearest = neighbours.syntheticToTraining();
        Estimate share = share(nearest, gaps, hubs(nearest, Persons.ofTraining(run)), run.level());
        Observation observation = Observation.of("share", Target.TABLE, share, n, nearest.queries());
        if (run.control().isEmpty()) {
            return List.of(observation.note("Without a holdout nothing tells what rows nobody saw would score."));
        }
        Nearest fresh = neighbours.holdoutToTraining();
        double deff = Math.max(
                hubs(fresh, Persons.ofTraining(run)),
                DesignEffect.ofClusters(
                        passes(fresh, gaps), run.tables().holdoutEntity().orElse(null)));
        Estimate yardstick = share(fresh, gaps, deff, run.level());
        return List.of(observation
                .yardstick(yardstick, fresh.queries())
                .excess(Estimate.of(
                        share.value() - yardstick.value(),
                        Proportions.mover(share.value(), share.interval(), yardstick.value(), yardstick.interval())
                                .clippedTo(-1, 1)))
                .note("The yardstick is the share of holdout rows, which no generator has made."));
    }

    private static Estimate share(Nearest nearest, Nearest gaps, double deff, double level) {
        double count = 0;
        for (double pass : passes(nearest, gaps)) {
            count += pass;
        }
        return Proportions.share(count, nearest.queries(), deff, level);
    }

    /** 1 for rows further away than the gap around their nearest training row, else 0. */
    private static double[] passes(Nearest nearest, Nearest gaps) {
        double[] passes = new double[nearest.queries()];
        for (int i = 0; i < passes.length; i++) {
            passes[i] = nearest.distance(i) > gaps.distance(nearest.row(i)) + Gower.TIE ? 1 : 0;
        }
        return passes;
    }

    private static double hubs(Nearest nearest, Persons persons) {
        double[] owned = new double[persons.count()];
        for (int i = 0; i < nearest.queries(); i++) {
            owned[persons.of()[nearest.row(i)]]++;
        }
        return DesignEffect.ofHubs(owned);
    }
}
