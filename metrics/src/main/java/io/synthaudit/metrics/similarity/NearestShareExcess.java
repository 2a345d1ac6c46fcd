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
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.NearestShare;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.neighbour.Nearest;
import io.synthaudit.learn.neighbour.NearestSearch;
import io.synthaudit.learn.neighbour.Neighbourhood;
import io.synthaudit.learn.neighbour.Pool;
import java.util.List;

/**
 * Whether released rows lie nearer to training than to holdout rows more often than chance has it.
 *
 * <p>With \(s\) the share of synthetic rows whose nearest row of training and holdout together is a training row (tied rows
 * share) and \(\pi = n/(n+h)\), \[ \varphi = \frac{s - \pi}{1 - \pi} . \] Any generator that never used the difference between
 * training and holdout scores 0 on average, whatever the sizes of the two.
 *
 * <ul>
 *   <li><b>How to read</b>: 0 is chance, 1 is every row nearest to a training row.
 *   <li><b>Range</b>: \((-\pi/(1-\pi), 1]\). Nearer zero is better. Below zero with 99.9 % confidence means files swapped, or
 *       a holdout that the generator saw: then nothing is reported but that.
 *   <li><b>Interval</b>: the standard deviation under permuted labels, by the number of synthetic rows that share a person as
 *       their nearest. A binomial interval raises two to four times too many alarms.
 *   <li><b>Cost</b>: the searches shared by all similarity metrics, and one in each of five samples of training for the equal-size share.
 * </ul>
 *
 * <p>The equal-size share is what vendors print: training is cut down to as many rows as the holdout has, by chance; the mean of five cuts. It hides
 * copies of all rows that are cut: a table that holds nothing but training rows can score .63.
 *
 * @see <a href="https://arxiv.org/abs/2505.01524">Yao et al. (2025)</a>
 */
@AutoService(TableEvaluation.class)
public final class NearestShareExcess implements TableEvaluation {

    private static final Description DESCRIPTION = new Description(
            "similarity.nearest-share-excess",
            "1",
            "Nearest-share excess",
            "Do released rows lie nearer to training than to holdout rows, beyond what the tables' sizes explain?",
            "phi = (share - pi) / (1 - pi), pi = n / (n + h): share of synthetic rows whose nearest of the n training and h holdout"
                    + " rows is a training row (tied rows share). Equal-size share: the same share after the larger of the two"
                    + " tables was cut to the size of the smaller. Control: the same with training and holdout labels dealt out"
                    + " anew 200 times.",
            "An average over all released rows: one copied row in a hundred is not seen. The equal-size share hides copies of rows"
                    + " that were cut, and is given for comparison with other tools only. "
                    + Similarity.NO_PROOF,
            Scope.RELEASE,
            List.of("holdout"),
            List.of(
                    new Measure("phi", "1", "[-n/h, 1]", Direction.LOWER, Measure.Against.OWN)
                            .called("excess phi of the share of synthetic rows nearer to training"),
                    new Measure("share", "1", "[0, 1]", Direction.NONE, Measure.Against.OWN)
                            .called("share of synthetic rows nearer to training than to the holdout"),
                    new Measure("equal-size-share", "1", "[0, 1]", Direction.NONE, Measure.Against.OWN)
                            .called("same share at equal sizes")),
            List.of(Similarity.DELUSION, Similarity.GOWER));

    /** What is drawn by chance is averaged. */
    private static final int DRAWS = 5;

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
        NearestOfPool nearest = NearestOfPool.of(Neighbourhood.of(run).pool(), Persons.ofPool(run));
        Estimate phi = nearest.phi(run.level());
        Pool pool = Neighbourhood.of(run).pool();
        double chance = pool.training() / (double) pool.rows();
        Interval bounds = phi.interval();
        Interval shareBounds = new Interval(
                        chance + (1 - chance) * bounds.lower(),
                        chance + (1 - chance) * bounds.upper(),
                        bounds.level(),
                        bounds.method())
                .clippedTo(0, 1);
        int m = pool.queries();
        return List.of(
                Observation.of("phi", Target.TABLE, phi, pool.rows(), m)
                        .attack(Labels.control(run, DESCRIPTION.id(), labels -> nearest.alarms(labels, run.level())))
                        .note(
                                "A release that does not know the training rows from others of their kind scores 0 on average."),
                Observation.of("share", Target.TABLE, Estimate.of(nearest.share(), chance, shareBounds), pool.rows(), m)
                        .yardstick(Estimate.point(chance, "It follows from the tables' sizes."), pool.rows())
                        .note("The yardstick is the share of training rows among all real rows."),
                Observation.of(
                                "equal-size-share",
                                Target.TABLE,
                                Estimate.point(
                                        equalSizeShare(run),
                                        "The mean of five draws, for comparison with other tools only."),
                                2L * Math.min(pool.training(), pool.holdout()),
                                m)
                        .yardstick(Estimate.point(0.5, "It follows from the equal sizes."), 0));
    }

    private static double equalSizeShare(Run run) {
        Table training = run.tables().training();
        Table holdout = run.control().orElseThrow();
        int k = Math.min(training.rows(), holdout.rows());
        boolean cutTraining = training.rows() >= holdout.rows();
        Table larger = cutTraining ? training : holdout;
        double sum = 0;
        for (int draw = 0; draw < (larger.rows() == k ? 1 : DRAWS); draw++) {
            int[] kept = RandomStreams.sample(larger.rows(), k, run.stream(DESCRIPTION.id() + "/equal-size/" + draw));
            sum += shareOf(run, larger.select(kept), cutTraining, k);
        }
        return larger.rows() == k ? sum : sum / DRAWS;
    }

    private static double shareOf(Run run, Table cut, boolean cutTraining, int k) {
        Neighbourhood neighbours = Neighbourhood.of(run);
        Nearest toCut = NearestSearch.of(neighbours.gower(), run.tables().synthetic(), cut)
                .run(run::parallel);
        Pool pool = cutTraining
                ? Pool.of(toCut, neighbours.syntheticToHoldout(), k, k)
                : Pool.of(neighbours.syntheticToTraining(), toCut, k, k);
        double sum = 0;
        for (int s = 0; s < pool.queries(); s++) {
            sum += pool.trainingShare(s);
        }
        return sum / pool.queries();
    }

    /** The nearest pooled rows of all synthetic rows, with the persons that share them. */
    private record NearestOfPool(Pool pool, int[][] tied, double[] owned, double share) {

        static NearestOfPool of(Pool pool, Persons persons) {
            double[] owned = new double[persons.count()];
            int[][] tied = new int[pool.queries()][];
            double sum = 0;
            for (int s = 0; s < tied.length; s++) {
                tied[s] = pool.tied(s);
                owned[persons.of()[pool.first(s)]]++;
                sum += pool.trainingShare(s);
            }
            return new NearestOfPool(pool, tied, owned, Math.min(1, sum / tied.length));
        }

        Estimate phi(double level) {
            return NearestShare.excess(share, owned, pool.training(), pool.holdout(), level);
        }

        boolean alarms(Labels labels, double level) {
            double sum = 0;
            for (int[] rows : tied) {
                sum += labels.trainingShare(rows);
            }
            double permuted = Math.min(1, sum / tied.length);
            return NearestShare.excess(permuted, owned, labels.training(), labels.holdout(), level)
                            .interval()
                            .lower()
                    > 0;
        }
    }
}
