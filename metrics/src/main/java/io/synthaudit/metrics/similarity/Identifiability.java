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
import io.synthaudit.learn.neighbour.EqualSizes;
import io.synthaudit.learn.neighbour.Gower;
import io.synthaudit.learn.neighbour.Nearest;
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.Arrays;
import java.util.List;

/**
 * Epsilon-identifiability: share of training rows that have a synthetic row nearer than any other training row.
 *
 * <p>With \(n\) training rows, \[ \varepsilon = \frac{1}{n} \#\{ t : \min_s d(t, s) < \min_{t' \ne t} d(t, t') \} , \] distances
 * being {@link Gower}'s. The control is the same share of holdout rows among themselves; the loss is the difference of the
 * two at equal sizes, training cut by chance to as many rows as the holdout has, or the other way round.
 *
 * <ul>
 *   <li><b>How to read</b>: the share alone grows with the number of synthetic rows, whoever made them; the loss does not, and is 0
 *       on average for a generator that does not know training rows from others of their kind.
 *   <li><b>Range</b>: shares \([0, 1]\), loss \([-1, 1]\). Lower is better.
 *   <li><b>Missing cells</b>: as in the distance, a value like others.
 *   <li><b>Interval</b>: Wilson (shares) and Newcombe (loss), on effective counts: rows that share a nearest row, of either table, are
 *       not independent. Binomial intervals of a faithful release's loss raise twice the nominal number of alarms.
 *   <li><b>Cost</b>: one search of training in itself, and six at equal sizes that other similarity metrics share.
 * </ul>
 *
 * <p>The authors weight columns by inverse entropy, which for numbers depends on how they are cut; here all columns count alike,
 * as in the code that is in use. SynthEval's loss takes the holdout's share of the rows of training, which is a loss of its own.
 *
 * @see <a href="https://doi.org/10.1109/JBHI.2020.2980262">Yoon, Drumright and van der Schaar (2020), ADS-GAN</a>
 */
@AutoService(TableEvaluation.class)
public final class Identifiability implements TableEvaluation {

    private static final Description DESCRIPTION = new Description(
            "similarity.identifiability",
            "1",
            "Epsilon-identifiability",
            "Is there a released row nearer to a training row than any other person is?",
            "Share of training rows whose nearest synthetic row is nearer than their nearest other training row. Loss: the same"
                    + " share less that of holdout rows among themselves, both tables cut to the size of the smaller. Distance:"
                    + " mean over columns, all of one weight.",
            "The share grows with the number of synthetic rows even where the generator knows nobody; only the loss is set"
                    + " against people it never saw. "
                    + Similarity.NO_PROOF,
            Scope.RELEASE,
            List.of(),
            List.of(
                    new Measure("loss", "1", "[-1, 1]", Direction.LOWER, Measure.Against.OWN)
                            .called("share of identifiable training rows beyond that of holdout rows"),
                    new Measure("share", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
                            .called("share of identifiable training rows")),
            List.of(
                    Similarity.DELUSION,
                    Similarity.GOWER,
                    "Yoon et al. (2020), https://doi.org/10.1109/JBHI.2020.2980262",
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
        int n = run.tables().training().rows();
        Reason alone = new Reason("too-few", "A single row has no other one to be near to.");
        if (n < 2) {
            return Similarity.none(DESCRIPTION, alone);
        }
        Reason uncontrolled = Similarity.uncontrolled(run);
        Neighbourhood neighbours = Neighbourhood.of(run);
        int m = run.tables().synthetic().rows();
        double[] all = identifiable(neighbours.trainingToSynthetic(), neighbours.trainingToItself());
        double deff = DesignEffect.ofClusters(all, run.tables().trainingEntity().orElse(null));
        return List.of(
                uncontrolled != null
                        ? Observation.not("loss", Target.TABLE, uncontrolled)
                        : neighbours.equalSizes().size() < 2
                                ? Observation.not("loss", Target.TABLE, alone)
                                : loss(run, neighbours.equalSizes()),
                Observation.of("share", Target.TABLE, Proportions.share(sum(all), n, deff, run.level()), n, m)
                        .note("It grows with the number of synthetic rows, whoever made them."));
    }

    private static Observation loss(Run run, EqualSizes sizes) {
        int k = sizes.size();
        EqualSizes.Side training = sizes.training();
        EqualSizes.Side holdout = sizes.holdout();
        double[] ours = identifiable(training.toSynthetic(), training.toItself());
        double[] theirs = identifiable(holdout.toSynthetic(), holdout.toItself());
        int m = run.tables().synthetic().rows();
        double deffOurs = Math.max(
                DesignEffect.ofClusters(
                        ours, chosen(run.tables().trainingEntity().orElse(null), sizes.trainingRows())),
                shared(training.toSynthetic(), training.toItself(), m));
        double deffTheirs = Math.max(
                DesignEffect.ofClusters(
                        theirs, chosen(run.tables().holdoutEntity().orElse(null), sizes.holdoutRows())),
                shared(holdout.toSynthetic(), holdout.toItself(), m));
        Estimate loss = Proportions.differenceOfRates(
                sum(ours) / k,
                DesignEffect.effective(k, deffOurs),
                sum(theirs) / k,
                DesignEffect.effective(k, deffTheirs),
                run.level());
        return Observation.of(
                        "loss",
                        Target.TABLE,
                        loss,
                        2L * k,
                        run.tables().synthetic().rows())
                .note("A release that does not know the training rows from others of their kind scores 0 on average.");
    }

    /** Rows with one nearest synthetic row, or one nearest other row, are identifiable together. */
    private static double shared(Nearest toSynthetic, Nearest toItself, int synthetic) {
        return Math.max(
                DesignEffect.ofHubs(owned(toSynthetic, synthetic)),
                DesignEffect.ofHubs(owned(toItself, toItself.queries())));
    }

    private static double[] owned(Nearest nearest, int rows) {
        double[] owned = new double[rows];
        for (int i = 0; i < nearest.queries(); i++) {
            owned[nearest.row(i)]++;
        }
        return owned;
    }

    private static int[] chosen(int[] entity, int[] rows) {
        return entity == null
                ? null
                : Arrays.stream(rows).map(row -> entity[row]).toArray();
    }

    private static double[] identifiable(Nearest toSynthetic, Nearest toItself) {
        double[] identifiable = new double[toSynthetic.queries()];
        for (int i = 0; i < identifiable.length; i++) {
            identifiable[i] = toSynthetic.distance(i) < toItself.distance(i) - Gower.TIE ? 1 : 0;
        }
        return identifiable;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
