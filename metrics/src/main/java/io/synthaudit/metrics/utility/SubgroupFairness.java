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
import io.synthaudit.core.table.Subgroups;
import java.util.List;

/**
 * Whether a model that learned from the synthetic table treats a group of people worse than one that learned from real rows.
 *
 * <p>For each group g, over its holdout rows, of the logistic regressions of {@code utility.tstr} on min(n, m) rows:
 *
 * <ul>
 *   <li>{@code error-difference}: share of wrong predictions, learned from synthetic minus learned from real rows, both of which
 *       stand beside it as {@code error} and {@code real-error};
 *   <li>{@code tpr-gap-difference}: the gap \(TPR_g - TPR_{rest}\) of the synthetic model minus that of the real one, and the same
 *       of false positive rates: equalised odds (two classes only, the rarer one positive);
 *   <li>{@code base-rate-difference}: share of the positive class among the group's synthetic rows minus among its training rows.
 * </ul>
 *
 * <p>Reports tell the worst group first, the one with the largest error difference.
 *
 * <ul>
 *   <li><b>Range</b>: errors \([0, 1]\), differences \([-1, 1]\), gaps \([-2, 2]\). 0 is best; a positive error difference is a
 *       loss to the group.
 *   <li><b>Applies to</b>: each target of 2 to 50 categories and each level of a SUBGROUP column, or of two of them together,
 *       with at least 200 training rows (11 persons), the largest 50, and at least 50 holdout rows.
 *   <li><b>Missing cells</b>: rows without a group are in none; else as {@code utility.tstr}.
 *   <li><b>Interval</b>: influence of test rows, paired, by person where persons own several; errors by Wilson and base rates by
 *       Newcombe, on effective numbers of rows.
 *   <li><b>Yardstick</b>: the real side is in the difference; a fresh table would score 0 on average.
 *   <li><b>Cost</b>: none beside {@code utility.tstr}.
 * </ul>
 *
 * <p>Predictions are the likeliest class: where a class is rare in a group nobody may be predicted as it by either model.
 *
 * @see <a href="https://arxiv.org/abs/1610.02413">Hardt, Price and Srebro (2016)</a>
 */
@AutoService(TableEvaluation.class)
public final class SubgroupFairness implements TableEvaluation {

    static final Measure ERROR = new Measure("error-difference", "1", "[-1, 1]", Direction.LOWER, Measure.Against.OWN)
            .called("difference of the shares of wrong predictions");
    static final Measure MADE_ERROR = new Measure("error", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
            .called("share of wrong predictions, learned from synthetic rows");
    static final Measure REAL_ERROR = new Measure("real-error", "1", "[0, 1]", Direction.NONE, Measure.Against.OWN)
            .called("share of wrong predictions, learned from real rows");
    static final Measure TPR = new Measure("tpr-gap-difference", "1", "[-2, 2]", Direction.ZERO, Measure.Against.OWN)
            .called("difference of the gaps of true positive rates");
    static final Measure FPR = new Measure("fpr-gap-difference", "1", "[-2, 2]", Direction.ZERO, Measure.Against.OWN)
            .called("difference of the gaps of false positive rates");
    static final Measure BASE = new Measure("base-rate-difference", "1", "[-1, 1]", Direction.ZERO, Measure.Against.OWN)
            .called("difference of the shares of the positive class");

    static final Description DESCRIPTION = new Description(
                    "utility.fairness",
                    "1",
                    "Fairness to subgroups",
                    "Do models that learn from the synthetic table treat each group as models that learn from real rows do?",
                    "Per group, or crossing of two groups, on holdout rows: share of wrong predictions, and gaps of true and false"
                            + " positive rates to all others, of a logistic regression learned from synthetic rows minus"
                            + " learned from as many training rows; and the difference of the shares of the positive class between synthetic and training rows.",
                    "Equal treatment by both models says nothing of whether the real table is fair.",
                    Scope.MODEL,
                    List.of("holdout", "target"),
                    List.of(ERROR, MADE_ERROR, REAL_ERROR, TPR, FPR, BASE),
                    List.of("Hardt, Price and Srebro (2016), arXiv:1610.02413"))
            .rankedBy(ERROR);

    private static final Reason NO_GROUPS = new Reason(
            "no-subgroup",
            "No column has the role subgroup and a level of 200 training rows: declare one in the schema.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        return Contest.observe(run, DESCRIPTION, contest -> {
            int target = contest.labels().column();
            Subgroups groups = Subgroups.of(run.tables(), column -> column != target);
            if (groups.measured().isEmpty()) {
                return Observation.none(DESCRIPTION, contest.target(), NO_GROUPS);
            }
            Treatment treatment = Treatment.of(run, contest, left(groups));
            return groups.measured().stream()
                    .flatMap(group -> treatment.of(group).stream())
                    .toList();
        });
    }

    /** What is said of groups that are not measured; empty when there are none. */
    private static String left(Subgroups groups) {
        return (groups.small() == 0 ? "" : " Groups too small to be measured: " + groups.small() + ".")
                + (groups.surplus() == 0 ? "" : " Groups beyond the largest 50: " + groups.surplus() + ".");
    }
}
