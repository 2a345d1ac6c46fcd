package io.synthaudit.metrics.utility;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.TwoLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whether models that learned from the synthetic table find the same columns important as models that learned from real rows.
 *
 * <p>Kendall's \(\tau_b\) over the other columns, between a column's importance in a model learned from training rows and in
 * one learned from as many synthetic rows: the spread of what it adds to the score (logistic regression), the impurity that
 * its splits take away (forest), their gain (boosting). Nearest neighbours have no such number.
 *
 * <ul>
 *   <li><b>Range</b>: \([-1, 1]\). 1 is the same order.
 *   <li><b>Applies to</b>: each target column with 2 to 50 categories and at least three other content columns.
 *   <li><b>Missing cells</b>: as {@code utility.tstr}; a column's mark of missing cells counts for it.
 *   <li><b>Interval</b>: Student's, by 12 refits on at most 2,000 rows drawn with repetition from either table; rather too wide,
 *       since ranks of smaller samples vary more.
 *   <li><b>Yardstick</b>: mean of the same between refits on different draws of training rows.
 *   <li><b>Cost</b>: shared with {@code utility.tstr} and {@code utility.learners}.
 * </ul>
 *
 * <p>Impurity favours columns of many levels, and columns that say the same share their importance by chance; both on either
 * side alike.
 *
 * @see <a href="https://doi.org/10.1023/A:1010933404324">Breiman (2001)</a>
 */
@AutoService(TableEvaluation.class)
public final class FeatureImportance implements TableEvaluation {

    private static final int FEWEST_COLUMNS = 3;

    private static final Measure TAU = new Measure("kendall", "1", "[-1, 1]", Direction.HIGHER, Measure.Against.OWN)
            .called("rank correlation of the importance of columns");

    private static final Description DESCRIPTION = new Description(
            "utility.importance",
            "1",
            "Importance of columns",
            "Do models find the same columns important whether they learn from synthetic or from real rows?",
            "Kendall's tau-b, over columns, between importance in a model learned from training rows and in one learned from"
                    + " as many synthetic rows.",
            "Columns that say the same share their importance by chance.",
            Scope.MODEL,
            List.of("holdout", "target"),
            List.of(TAU),
            List.of("Kendall (1938), doi:10.1093/biomet/30.1-2.81", "Breiman (2001), doi:10.1023/A:1010933404324"));

    private static final Reason FEW =
            new Reason("too-few", "There are fewer than three other columns, or a model uses none of them.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        // Nearest neighbours weigh all columns alike, whatever was learned.
        return Contest.observe(
                run,
                DESCRIPTION,
                contest -> Rival.all().stream()
                        .filter(rival -> rival != Rival.NEIGHBOURS)
                        .map(rival -> observe(run, contest, rival).params(Map.of("learner", rival.word(true))))
                        .toList());
    }

    private static Observation observe(Run run, Contest contest, Rival rival) {
        Match match = Match.of(run, contest, rival);
        Refits refits = Refits.of(run, contest, rival);
        int[] columns = contest.features();
        double value = agreement(
                match.trainingEqual().importance(), match.syntheticEqual().importance(), columns);
        int times = refits.each().length;
        double[] repeated = refits.of(r -> agreement(r.realImportance(), r.madeImportance(), columns));
        double[] fresh = new double[times];
        for (int b = 0; b < times; b++) {
            fresh[b] = agreement(
                    refits.each()[b].realImportance(), refits.each()[(b + 1) % times].realImportance(), columns);
        }
        double[] known = Arrays.stream(repeated).filter(v -> !Double.isNaN(v)).toArray();
        if (columns.length < FEWEST_COLUMNS || Double.isNaN(value) || known.length < 2) {
            return Observation.not(TAU.id(), contest.target(), FEW);
        }
        double yardstick =
                Arrays.stream(fresh).filter(v -> !Double.isNaN(v)).average().orElse(0);
        return Observation.of(
                        TAU.id(),
                        contest.target(),
                        TwoLevel.ofRepeated(value, known, -1, 1, run.level()),
                        match.trainingEqual().rows(),
                        match.syntheticEqual().rows())
                .yardstick(Estimate.point(yardstick, "It is a mean over pairs of refits."), refits.rows())
                .note(columns.length + " columns." + contest.repeats().note()
                        + " The yardstick is of models that learned from " + refits.rows() + " rows.");
    }

    private static double agreement(double[] real, double[] made, int[] columns) {
        if (real.length == 0 || made.length == 0) {
            return Double.NaN;
        }
        return RankAgreement.of(select(real, columns), select(made, columns));
    }

    private static double[] select(double[] values, int[] columns) {
        return Arrays.stream(columns).mapToDouble(c -> values[c]).toArray();
    }
}
