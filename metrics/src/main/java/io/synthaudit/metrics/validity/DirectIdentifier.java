package io.synthaudit.metrics.validity;

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
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Share of the synthetic values of an identifying column that are values of the training column.
 *
 * <p>One real identifier in a release is a breach whatever else holds, so gates look at the number itself.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1]; only 0 is good.
 *   <li><b>Applies to</b>: columns with the role direct-identifier or row-key.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: Clopper and Pearson, for another release of the same kind.
 *   <li><b>Yardstick</b>: none; a fresh sample of people has identifiers of its own.
 *   <li><b>Cost</b>: one look-up a row.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
 */
@AutoService(TableEvaluation.class)
public final class DirectIdentifier implements TableEvaluation {

    private static final Measure SHARE = new Measure("share", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
            .called("share of synthetic values that are someone's identifier in training");

    private static final Description DESCRIPTION = new Description(
            "validity.direct-identifier",
            "1",
            "Replayed identifiers",
            "Do identifiers of real rows stand in the synthetic table?",
            "Share of present synthetic values of a direct identifier or row key that occur in the training column.",
            "Row numbers that merely count 1, 2, 3 coincide by construction; declare no role for such a column.",
            Scope.RELEASE,
            List.of(),
            List.of(SHARE),
            List.of("Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        List<Observation> result = new ArrayList<>();
        for (int c = 0; c < run.tables().schema().size(); c++) {
            Field field = run.tables().schema().field(c);
            if (field.has(Role.DIRECT_IDENTIFIER) || field.has(Role.ROW_KEY)) {
                result.add(observe(
                        run,
                        run.tables().training().column(c),
                        run.tables().synthetic().column(c)));
            }
        }
        if (result.isEmpty()) {
            result.add(Observation.not(
                    SHARE.id(),
                    Target.TABLE,
                    new Reason("role-absent", "No column has the role direct-identifier or row-key.")));
        }
        return result;
    }

    private static Observation observe(Run run, Column training, Column synthetic) {
        Target target = Target.column(synthetic.field().name());
        long present = synthetic.rows() - synthetic.missing();
        if (present == 0) {
            return Observation.not(SHARE.id(), target, new Reason("no-value", "The synthetic column is empty."));
        }
        long replayed =
                synthetic instanceof CodeColumn codes ? known(codes) : known(training, (NumberColumn) synthetic);
        return Observation.of(
                SHARE.id(),
                target,
                Proportions.exactShare(replayed, present, 1, run.level()),
                training.rows(),
                present);
    }

    private static long known(CodeColumn synthetic) {
        int known = synthetic.dictionary().known();
        return Arrays.stream(synthetic.codes()).filter(c -> c >= 0 && c < known).count();
    }

    private static long known(Column training, NumberColumn synthetic) {
        double[] sorted = ((NumberColumn) training).values().clone();
        Arrays.sort(sorted);
        return Arrays.stream(synthetic.values())
                .filter(v -> !Double.isNaN(v) && Arrays.binarySearch(sorted, v) >= 0)
                .count();
    }
}
