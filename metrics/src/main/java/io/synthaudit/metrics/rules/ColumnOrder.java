package io.synthaudit.metrics.rules;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import java.util.List;

/**
 * Pairs of columns of which one is at most the other in every training row, as a start is before its end, and synthetic rows
 * that break the order.
 *
 * <p>With \(a \le b\) in every training row that holds both, \[ \mathit{share} = \frac{\#\{a > b\}}{\#\{a, b\
 * \text{present}\}} \] in the synthetic table. Equal values keep the order.
 *
 * <ul>
 *   <li><b>How to read</b>: the yardstick is the holdout's share; an order that the holdout breaks as often is none.
 *       {@code broken-share} counts a row once however many orders it breaks.
 *   <li><b>Range</b>: shares [0, 1], counts from 0; lower is better.
 *   <li><b>Applies to</b>: pairs of instants, and pairs of numbers unless different units are declared; content columns only. An
 *       order has at least 50 rows, and independent columns would show it, or any like it, with a probability below one in a
 *       million: so columns whose ranges do not overlap have none.
 *   <li><b>Missing cells</b>: rows that lack either are left out.
 *   <li><b>Interval</b>: Clopper and Pearson, holdout rows of one person as one cluster; over all orders Bonferroni's. The
 *       excess over the holdout: MOVER.
 *   <li><b>Cost</b>: most pairs break both ways within a few rows.
 * </ul>
 *
 * <p>Misleads where a generator clips: a row with a = b keeps the order and may be as false.
 *
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
 */
@AutoService(TableEvaluation.class)
public final class ColumnOrder implements TableEvaluation {

    private static final Description DESCRIPTION = new Description(
            "validity.column-order",
            "1",
            "Order of columns",
            "Do synthetic rows keep the order of columns that every training row keeps, as a start before its end?",
            "An order holds if a column is at most another in every training row that holds both, where chance would break it."
                    + " Share: synthetic rows that break it, of those that hold both. Broken share: rows that break any, of all."
                    + " Worst share: the largest of an order.",
            "An order that merely holds often may hold in all of a small training table; read it against the holdout. Numbers"
                    + " without declared units are taken to be of one.",
            Scope.MODEL,
            List.of(),
            RuleFindings.MEASURES,
            List.of("Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        OrderSearch search = new OrderSearch(run);
        List<Rule> rules = search.rules();
        return new RuleFindings(run, rules).observations(DESCRIPTION, rules.size(), search.sentence());
    }
}
