package io.synthaudit.metrics.rules;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns that determine another in every training row, as a code does its text, and synthetic rows that break it.
 *
 * <p>\(X \to Y\) holds if any two training rows with equal X have equal Y. With \(y(x)\) training's value of Y at x, a synthetic
 * row breaks it if \(Y \ne y(X)\); {@code share} is the share of those rows among the rows whose X training has. X is one
 * column, or two of which neither determines Y.
 *
 * <ul>
 *   <li><b>How to read</b>: the yardstick is the holdout's share. A rule that the holdout breaks as often held in training by
 *       chance or is merely frequent; one that it keeps was there to be learned. {@code broken-share} counts a row once however
 *       many rules it breaks.
 *   <li><b>Range</b>: shares [0, 1], counts from 0; lower is better.
 *   <li><b>Applies to</b>: all columns but keys and identifiers; X with two rows a value or more on average, in a pair of
 *       columns with at most 65,536 cells and two rows a cell. A rule has at least 50 rows, and independent columns would show
 *       it, or any like it, with a probability below one in a million.
 *   <li><b>Missing cells</b>: rows that lack a cell of the rule are left out.
 *   <li><b>Interval</b>: Clopper and Pearson, holdout rows of one person as one cluster; over all rules Bonferroni's. The excess
 *       over the holdout: MOVER.
 *   <li><b>Cost</b>: two passes a column; most candidates die within a few rows.
 * </ul>
 *
 * <p>Values of X that training lacks are counted apart ({@code new-values}): of them training says nothing.
 *
 * @see <a href="https://doi.org/10.1093/comjnl/42.2.100">Huhtala, Karkkainen, Porkka and Toivonen (1999), TANE</a>
 */
@AutoService(TableEvaluation.class)
public final class FunctionalDependency implements TableEvaluation {

    private static final Measure NEW_VALUES =
            RuleFindings.share("new-values").called("share of rows whose determining value is new to training");

    private static final Description DESCRIPTION = new Description(
            "validity.functional-dependency",
            "1",
            "Functional dependencies",
            "Do synthetic rows keep what determines what in training, as a code determines its text?",
            "One or two columns X determine Y if training rows with equal X have equal Y. Share: synthetic rows whose Y is not"
                    + " training's Y of their X, among rows whose X training has. Broken share: rows that break any such rule, of"
                    + " all. Worst share: the largest of a rule. New values: rows whose X training lacks, among rows that hold X"
                    + " and Y. Rules that chance explains are left out.",
            "A rule that merely holds often may hold in all of a small training table; read it against the holdout. Rules with"
                    + " an exception in training are not looked for.",
            Scope.MODEL,
            List.of(),
            List.of(
                    RuleFindings.ROWS,
                    RuleFindings.RULES,
                    RuleFindings.BROKEN,
                    RuleFindings.WORST,
                    RuleFindings.SHARE,
                    NEW_VALUES),
            List.of(
                    "Huhtala, Karkkainen, Porkka and Toivonen (1999), doi:10.1093/comjnl/42.2.100",
                    "Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        DependencySearch search = new DependencySearch(run);
        List<Rule> rules = search.rules();
        RuleFindings findings = new RuleFindings(run, rules);
        List<Observation> result = new ArrayList<>(findings.observations(DESCRIPTION, rules.size(), search.sentence()));
        if (!rules.isEmpty()) {
            findings.named()
                    .forEach(i ->
                            result.add(newValues(run, findings.rule(i), findings.synthetic(i), findings.control(i))));
        }
        return result;
    }

    private static Observation newValues(Run run, Rule rule, Breaks synthetic, Breaks control) {
        if (synthetic.asked() + synthetic.unknown() == 0) {
            return Observation.not(NEW_VALUES.id(), rule.target(), RuleFindings.SILENT);
        }
        Observation found = Observation.of(
                NEW_VALUES.id(),
                rule.target(),
                unknown(synthetic, run.level()),
                run.tables().training().rows(),
                run.tables().synthetic().rows());
        return control == null || control.asked() + control.unknown() == 0
                ? found
                : RuleFindings.against(found, unknown(control, run.level()), control.asked() + control.unknown());
    }

    /** A person's rows often share a value, so their breaches' design effect stands for that of new values. */
    private static Estimate unknown(Breaks breaks, double level) {
        return Proportions.exactShare(breaks.unknown(), breaks.asked() + breaks.unknown(), breaks.deff(), level);
    }
}
