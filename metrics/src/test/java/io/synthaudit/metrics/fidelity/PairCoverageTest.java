package io.synthaudit.metrics.fidelity;

import io.synthaudit.testkit.simulation.CoverageTable;
import io.synthaudit.testkit.simulation.Law;
import io.synthaudit.testkit.simulation.Laws;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Bounds of pair metrics that bring their own intervals: differences of associations.
 *
 * <p>{@code mvn -Pslow -pl metrics test -Dtest=PairCoverageTest} prints the table of src/docs/operating-characteristics.md.
 */
@Tag("slow")
final class PairCoverageTest {

    @Test
    void bounds_hold_at_their_level_under_every_law() {
        CoverageTable table = new CoverageTable();
        for (Law law : Laws.pairs()) {
            table.add(Simulated.of(Simulated.pairs(false), law, 279, 4_000));
            table.add(Simulated.of(Simulated.pairs(false), law, 2_682, 4_000));
        }
        // The control's root cannot be negative, so that the excess is drawn down. No gate uses it.
        table.check(Map.of(
                "fidelity.missing-dependence/.*-profile@.* excess", 0.88,
                "fidelity.missing-dependence/.*-profile@[^ ]*", 0.93));
    }
}
