package io.synthaudit.metrics.similarity;

import io.synthaudit.core.evaluation.TableEvaluation;
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
 * Bounds of the excesses that gates limit, on whole tables some of whose synthetic rows copy training rows. The true value is
 * the mean over all repetitions, and 0 where the synthetic rows are fresh.
 *
 * <p>{@code mvn -Pslow -pl metrics test -Dtest=LeakCoverageTest} prints the table of src/docs/operating-characteristics.md.
 */
@Tag("slow")
final class LeakCoverageTest {

    private static final Map<String, Double> OF_FRESH_ROWS = Map.of(
            "similarity.exact-match/excess", 0.0,
            "similarity.near-copy-excess/excess", 0.0,
            "similarity.nearest-share-excess/phi", 0.0);

    @Test
    void bounds_hold_at_their_level_under_every_law() {
        CoverageTable table = new CoverageTable();
        for (TableEvaluation evaluation :
                List.<TableEvaluation>of(new ExactMatch(), new NearestShareExcess(), new NearCopyExcess())) {
            // Its 200 permutations are most of the work; NearCopyCoverageTest has 4,000 repetitions of its interval.
            int repetitions = evaluation instanceof NearCopyExcess ? 1_000 : 4_000;
            for (Law law : Laws.leaks()) {
                Map<String, Double> known = law.isEqual() ? OF_FRESH_ROWS : Map.of();
                table.add(new CoverageSimulation(law, 279, repetitions, measure -> Estimand.MEAN, known)
                        .of(evaluation).stream()
                                .filter(c -> OF_FRESH_ROWS.containsKey(c.measure()))
                                .toList());
            }
        }
        table.check();
    }
}
