package io.synthaudit.metrics.fidelity;

import io.synthaudit.testkit.simulation.CoverageTable;
import io.synthaudit.testkit.simulation.Law;
import io.synthaudit.testkit.simulation.Laws;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Bounds of pair metrics that the engine resamples.
 *
 * <p>{@code mvn -Pslow -pl metrics test -Dtest=PairDistanceCoverageTest} prints the table of src/docs/operating-characteristics.md.
 */
@Tag("slow")
final class PairDistanceCoverageTest {

    @Test
    void bounds_hold_at_their_level_under_every_law() {
        CoverageTable table = new CoverageTable();
        for (Law law : Laws.pairs()) {
            table.add(Simulated.of(Simulated.pairs(true), law, 279, 4_000));
            table.add(Simulated.of(Simulated.pairs(true), law, 2_682, 4_000));
        }
        table.check();
    }
}
