package io.synthaudit.attacks;

import io.synthaudit.attacks.inference.AttributeInference;
import io.synthaudit.attacks.membership.DistanceMembership;
import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.testkit.simulation.CoverageSimulation;
import io.synthaudit.testkit.simulation.CoverageTable;
import io.synthaudit.testkit.simulation.Estimand;
import io.synthaudit.testkit.simulation.Law;
import io.synthaudit.testkit.simulation.Laws;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Bounds of what attacks on the release find beyond chance, on whole tables some of whose synthetic rows copy training rows. The
 * true value is the mean over all repetitions, and what a coin scores where the synthetic rows are fresh.
 *
 * <p>{@code mvn -Pslow -pl attacks test -Dtest=AttackCoverageTest} prints the table of src/docs/operating-characteristics.md.
 */
@Tag("slow")
final class AttackCoverageTest {

    private static final Map<String, Double> OF_FRESH_ROWS = Map.of(
            "attack.membership.distance/auc", 0.5,
            "attack.membership.distance/advantage", 0.0,
            "attack.inference/excess", 0.0);

    @Test
    void bounds_hold_at_their_level_under_every_law() {
        CoverageTable table = new CoverageTable();
        for (Attack attack : List.of(new DistanceMembership(), new AttributeInference())) {
            for (Law law : Laws.leaks()) {
                Map<String, Double> known = law.isEqual() ? OF_FRESH_ROWS : Map.of();
                table.add(new CoverageSimulation(law, 279, 4_000, measure -> Estimand.MEAN, known)
                        .of(attack).stream()
                                .filter(c ->
                                        OF_FRESH_ROWS.containsKey(c.measure().replaceAll("@.*", "")))
                                .toList());
            }
        }
        table.check();
    }
}
