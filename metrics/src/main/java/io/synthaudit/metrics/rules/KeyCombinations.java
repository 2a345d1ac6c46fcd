package io.synthaudit.metrics.rules;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import java.util.List;

/**
 * Columns and pairs of columns that tell all training rows apart, as a person and a day do, and synthetic rows that share
 * their values with another.
 *
 * <p>A key holds if no two training rows have the same values in it; {@code share} is the share of synthetic rows whose values
 * another synthetic row has too. Peers count all but the first of equal rows; here all count, so that none is innocent by its
 * place.
 *
 * <ul>
 *   <li><b>How to read</b>: the yardstick is the holdout's share, among its own rows. Chance repeats grow with the rows of a
 *       table, those of a true key do not come.
 *   <li><b>Range</b>: shares [0, 1], counts from 0; lower is better.
 *   <li><b>Applies to</b>: keys, identifiers and columns of whole numbers by themselves; all pairs of columns that repeat alone,
 *       up to 50,000, beyond that a seeded sample. A key has at least 50 rows, and independent draws would show it, or any like
 *       it, with a probability of about one in a million.
 *   <li><b>Missing cells</b>: rows that lack a cell of the key are left out.
 *   <li><b>Interval</b>: Clopper and Pearson, with equal rows as one draw and those of a holdout person too; over all keys
 *       Bonferroni's. The excess over the holdout: MOVER.
 *   <li><b>Cost</b>: most pairs repeat within a few rows.
 * </ul>
 *
 * <p>Misleads where a table is a random part of a larger one: a pair may be unique in the part and not in the whole.
 *
 * @see <a href="https://doi.org/10.14778/2777598.2777604">Papenbrock et al. (2015), seven algorithms for dependencies</a>
 */
@AutoService(TableEvaluation.class)
public final class KeyCombinations implements TableEvaluation {

    private static final Description DESCRIPTION = new Description(
            "validity.key-combinations",
            "1",
            "Unique combinations of columns",
            "Do columns that tell all training rows apart tell synthetic rows apart?",
            "A key is a column or a pair of columns of which no two training rows have the same values, where chance would"
                    + " repeat them. Share: synthetic rows whose values in it another synthetic row has too, of those that hold"
                    + " them. Broken share: rows of which that is so for any key, of all. Worst share: the largest of a key.",
            "A pair of fine columns may be unique in a part of a table and not in the whole; read it against the holdout.",
            Scope.MODEL,
            List.of(),
            RuleFindings.MEASURES,
            List.of(
                    "Papenbrock et al. (2015), doi:10.14778/2777598.2777604",
                    "Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        KeySearch search = new KeySearch(run);
        List<Rule> rules = search.rules();
        return new RuleFindings(run, rules).observations(DESCRIPTION, rules.size(), search.sentence());
    }
}
