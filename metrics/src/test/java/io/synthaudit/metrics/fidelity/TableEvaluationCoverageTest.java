package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.testkit.simulation.CoverageTable;
import io.synthaudit.testkit.simulation.Law;
import io.synthaudit.testkit.simulation.Laws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Bounds of evaluations of whole tables in the families fidelity and validity.
 *
 * <p>{@code mvn -Pslow -pl metrics test -Dtest=TableEvaluationCoverageTest} prints the table of src/docs/operating-characteristics.md.
 */
@Tag("slow")
final class TableEvaluationCoverageTest {

    @Test
    void bounds_hold_at_their_level_under_every_law() {
        CoverageTable table = new CoverageTable();
        for (TableEvaluation evaluation : Simulated.evaluations()) {
            List<Law> laws = new ArrayList<>(Laws.pairs());
            // With rare levels the number of cells that are filled, and so the truth of planted differences, hangs on
            // n.
            laws.addAll(Laws.columns().stream().filter(Law::isEqual).toList());
            for (Law law : laws) {
                table.add(Simulated.of(evaluation, law, 279, 4_000));
                table.add(Simulated.of(evaluation, law, 2_682, 4_000));
            }
        }
        table.check();
    }
}
