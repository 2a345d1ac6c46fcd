package io.synthaudit.metrics.fidelity;

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
import io.synthaudit.core.interval.Distances;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.table.Tables;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * NIST's k-marginal score of all pairs, and the random subsample of training that is as far from training.
 *
 * <p>With shares p of training and q of the candidate in the cells k of a pair t of J, \[ \mathit{score} = 500\,\Bigl(2 -
 * \frac1J\sum_t\sum_k|p_{tk} - q_{tk}|\Bigr) . \] The subsample equivalence is the share f of training rows for which the
 * score expected of a random subsample without replacement is that score. The expectation is a sum over training's cells,
 * exact, so that no subsample has to be drawn: a cell of K of n rows contributes the mean deviation of the hypergeometric law,
 * near \(\sqrt{2/\pi\;p(1-p)(1-f)/(fn)}\).
 *
 * <ul>
 *   <li><b>How to read</b>: the smaller the equivalent subsample, the worse the table. Fresh rows as many as training's are as
 *       far as a third of training, m fresh rows as far as m/(2m + n) of it: see the yardstick.
 *   <li><b>Range</b>: score \([0, 1000]\), equivalence \((0, 1]\); higher is better.
 *   <li><b>Applies to</b>: pairs of content columns; column-equivalence to the columns one by one. Numbers in 20 training
 *       quantile bins, a column of more than 256 levels with its 255 most frequent and one bin for the others.
 *   <li><b>Missing cells</b>: a level of their own, as are levels that training lacks.
 *   <li><b>Interval</b>: of the mean sum by the jackknife, what two samples of one law score subtracted below; that
 *       of the equivalence is inverted from it without subtracting, since a subsample's distance is nothing but noise.
 *   <li><b>Cost</b>: one visit per pair of all rows, those of the samples of equal size included; 2,500 pairs at most.
 * </ul>
 *
 * <p>SDNist takes 200 pairs with replacement from 30 columns on, among them a column with itself, gives values outside
 * training's range bins of their own, and reads the equivalence off unseeded subsamples of 1, 5, 10 .. 90 %.
 *
 * @see <a href="https://github.com/usnistgov/SDNist">NIST, SDNist</a>
 */
@AutoService(TableEvaluation.class)
public final class KMarginal implements TableEvaluation {

    private static final int ORDER = 2;
    private static final String PART = "It is part of the excess, which has the interval.";

    private static final Measure SCORE =
            new Measure("score", "1", "[0, 1000]", Direction.HIGHER, Measure.Against.OWN).called("k-marginal score");
    private static final Measure EQUIVALENCE =
            share("subsample-equivalence").called("equivalent subsample of training by pairs");
    private static final Measure COLUMNS =
            share("column-equivalence").called("equivalent subsample of training by single columns");

    private static final Description DESCRIPTION = new Description(
            "fidelity.k-marginal",
            "1",
            "k-marginal score and subsample equivalence",
            "How large a random sample of the training rows is as far from training as the synthetic table?",
            "500 (2 - mean over pairs of columns of the sum over cells of |training share - synthetic share|), cells by 20"
                    + " training quantile bins or levels; the equivalence is the share of training rows whose random subsamples"
                    + " are expected to score the same.",
            "It tells sampling noise from error by size alone: a table with few rows is as far as a small subsample however right"
                    + " its generator, and rows copied from training make it better; read it beside that of the holdout.",
            Scope.MODEL,
            List.of(),
            List.of(SCORE, EQUIVALENCE, COLUMNS),
            List.of("NIST, SDNist, https://github.com/usnistgov/SDNist"));

    private static Measure share(String id) {
        return new Measure(id, "share of training rows", "(0, 1]", Direction.HIGHER, Measure.Against.OWN);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public long heap(Tables tables, int threads) {
        return MarginalCodes.heap(tables, threads);
    }

    @Override
    public List<Observation> evaluate(Run run) {
        int columns = run.tables().schema().content().length;
        if (columns == 0) {
            return Observation.none(
                    DESCRIPTION, Target.TABLE, new Reason("no-columns", "No column holds content to be counted."));
        }
        if (run.tables().training().rows() == 0 || run.tables().synthetic().rows() == 0) {
            return Observation.none(DESCRIPTION, Target.TABLE, new Reason("too-few", "A table has no rows."));
        }
        MarginalCodes codes = MarginalCodes.of(run);
        List<Observation> found = new ArrayList<>();
        if (columns < ORDER) {
            Reason one = new Reason("no-columns", "Only one column holds content, so there are no pairs.");
            found.add(Observation.not(SCORE.id(), Target.TABLE, one));
            found.add(Observation.not(EQUIVALENCE.id(), Target.TABLE, one));
        } else {
            MarginalSets sets =
                    MarginalSets.of(columns, ORDER, codes.parts().visits(), run.stream(DESCRIPTION.id() + "/sets"));
            Marginals pairs = Marginals.of(run, codes, sets);
            String basis = sets.basis("pairs");
            found.add(score(run, codes, pairs).note(note(codes, basis)));
            found.add(equivalence(run, codes, pairs, EQUIVALENCE, "2-way/20-bins", basis));
        }
        MarginalSets each =
                MarginalSets.of(columns, 1, codes.parts().visits(), run.stream(DESCRIPTION.id() + "/columns"));
        Marginals alone = Marginals.of(run, codes, each);
        found.add(equivalence(run, codes, alone, COLUMNS, "1-way/20-bins", each.basis("columns")));
        return found;
    }

    private static String note(MarginalCodes codes, String sentence) {
        return codes.parts().samples().isSimulated() ? sentence + " " + EqualSamples.SIMULATED : sentence;
    }

    private static Observation score(Run run, MarginalCodes codes, Marginals pairs) {
        double value = pairs.mean(MarginalCells.Distances::value);
        double fresh = pairs.fresh();
        double sd = pairs.sd().value();
        Interval distance = Distances.distance(value, fresh, sd, sd, Double.NaN, run.level());
        Interval interval = new Interval(
                score(distance.upper()), score(distance.lower()), run.level(), "null-corrected, jackknife");
        double matched = score(pairs.mean(MarginalCells.Distances::matched));
        double yardstick = score(pairs.mean(MarginalCells.Distances::yardstick));
        double reach = Normal.z(run.level()) * 1000 * pairs.sd().excess();
        Interval about = new Interval(
                matched - yardstick - reach, matched - yardstick + reach, run.level(), "jackknife, training shared");
        return observed(run, SCORE, "2-way/20-bins", Estimate.of(score(value), score(Math.min(1, fresh)), interval))
                .yardstick(
                        Estimate.point(yardstick, PART), codes.parts().samples().rows())
                .matched(Estimate.point(matched, PART), Double.NaN)
                .excess(Estimate.of(matched - yardstick, 0, about));
    }

    private static double score(double distance) {
        return 1000 * (1 - distance);
    }

    private static Observation equivalence(
            Run run, MarginalCodes codes, Marginals marginals, Measure measure, String variant, String basis) {
        double level = run.level();
        Estimate value = share(
                marginals,
                marginals.mean(MarginalCells.Distances::value),
                marginals.sd().value(),
                level);
        Estimate matched = share(
                marginals,
                marginals.mean(MarginalCells.Distances::matched),
                marginals.sd().matched(),
                level);
        Estimate yardstick = share(
                marginals,
                marginals.mean(MarginalCells.Distances::yardstick),
                marginals.sd().yardstick(),
                level);
        Estimate excess = Estimate.of(
                matched.value() - yardstick.value(),
                0,
                Proportions.mover(matched.value(), matched.interval(), yardstick.value(), yardstick.interval()));
        return observed(run, measure, variant, value)
                .yardstick(yardstick, codes.parts().samples().rows())
                .matched(matched, Double.NaN)
                .excess(excess)
                .note(note(codes, inWords(value.value()) + " " + basis));
    }

    /** Distances here are half of the sums that subsamples are told apart by. */
    private static Estimate share(Marginals marginals, double distance, double sd, double level) {
        return marginals.subsamples().share(2 * distance, 2 * sd, level);
    }

    private static String inWords(double share) {
        if (share >= 1) {
            return "It is no farther from training than all of its rows are.";
        }
        String percent = new BigDecimal(100 * share)
                .round(new MathContext(2, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
        return "It is as far from training as a random " + percent + " % of its rows would be.";
    }

    private static Observation observed(Run run, Measure measure, String variant, Estimate estimate) {
        return Observation.of(
                        measure.id(),
                        Target.TABLE,
                        estimate,
                        run.tables().training().rows(),
                        run.tables().synthetic().rows())
                .variant(variant);
    }
}
