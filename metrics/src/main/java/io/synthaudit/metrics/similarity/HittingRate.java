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
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.neighbour.ToleranceMatch;
import java.util.List;

/**
 * Hitting rate: share of training rows that some synthetic row matches in every column, numbers to a thirtieth of their range.
 *
 * <p>Row \(t\) is hit by \(s\) if \(t_j = s_j\) in every category and \(|t_j - s_j| \le r_j / 30\) in every number, \(r_j\) the range
 * of the training column. The yardstick is the share of holdout rows that are hit.
 *
 * <ul>
 *   <li><b>How to read</b>: by the excess over holdout rows. With few columns most rows are hit by chance.
 *   <li><b>Range</b>: share \([0, 1]\), excess \([-1, 1]\). Lower is better.
 *   <li><b>Missing cells</b>: match missing cells and nothing else.
 *   <li><b>Interval</b>: Wilson (share), Newcombe (excess), on effective counts where persons have several rows; exact in that
 *       rows of either table are independent once the synthetic rows are given.
 *   <li><b>Cost</b>: a search of its own among rows of equal levels.
 * </ul>
 *
 * <p>One number far out widens the range, and with it every match. SynthEval gives the share alone, at 0.0333 instead of
 * a thirtieth.
 *
 * @see <a href="https://arxiv.org/abs/2404.15821">Lautrup et al. (2024), SynthEval</a>
 */
@AutoService(TableEvaluation.class)
public final class HittingRate implements TableEvaluation {

    private static final double TOLERANCE = 1 / 30.0;

    private static final Description DESCRIPTION = new Description(
            "similarity.hitting-rate",
            "1",
            "Hitting rate",
            "How many training rows have a released row that agrees with them in everything?",
            "Share of training rows that some synthetic row equals in every category and meets in every number within a thirtieth"
                    + " of the training range; set against the share of holdout rows. Missing cells match missing cells.",
            "With few columns most rows are hit by chance, with many hardly any; one number far out widens every match. "
                    + Similarity.NO_PROOF,
            Scope.RELEASE,
            List.of(),
            List.of(new Measure("share", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
                    .called("share of training rows that a synthetic row meets")),
            List.of(
                    Similarity.DELUSION,
                    "Lautrup et al. (2024), SynthEval, https://arxiv.org/abs/2404.15821",
                    "Newcombe (1998), https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I"));

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
        Table training = run.tables().training();
        Table synthetic = run.tables().synthetic();
        ToleranceMatch match = ToleranceMatch.of(training, synthetic, TOLERANCE);
        Rate ours = Rate.of(match.hits(training), run.tables().trainingEntity().orElse(null));
        Observation share = Observation.of(
                "share",
                Target.TABLE,
                Proportions.share(ours.hits(), ours.rows(), ours.deff(), run.level()),
                training.rows(),
                synthetic.rows());
        if (run.control().isEmpty()) {
            return List.of(share.note("Without a holdout nothing tells how many rows are hit by chance."));
        }
        Rate theirs = Rate.of(
                match.hits(run.control().get()), run.tables().holdoutEntity().orElse(null));
        Estimate excess = Proportions.differenceOfRates(
                ours.share(), ours.effective(), theirs.share(), theirs.effective(), run.level());
        return List.of(share.yardstick(
                        Proportions.share(theirs.hits(), theirs.rows(), theirs.deff(), run.level()), theirs.rows())
                .excess(excess)
                .note("The yardstick is the share of holdout rows that are hit, which is chance."));
    }

    private record Rate(double hits, int rows, double deff) {

        static Rate of(boolean[] hit, int[] entity) {
            double[] values = new double[hit.length];
            double sum = 0;
            for (int i = 0; i < hit.length; i++) {
                values[i] = hit[i] ? 1 : 0;
                sum += values[i];
            }
            return new Rate(sum, hit.length, DesignEffect.ofClusters(values, entity));
        }

        double share() {
            return hits / rows;
        }

        double effective() {
            return DesignEffect.effective(rows, deff);
        }
    }
}
