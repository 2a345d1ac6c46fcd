package io.synthaudit.learn.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {

    private final FixedRun run = FixedRun.of(FixtureTables.fresh(300, 200, 100, 1));
    private final Neighbourhood neighbours = Neighbourhood.of(run);

    @Test
    void each_search_is_done_once_per_run() {
        assertThat(Neighbourhood.of(run).syntheticToTraining()).isSameAs(neighbours.syntheticToTraining());
        assertThat(Neighbourhood.of(run).pool()).isSameAs(neighbours.pool());
        assertThat(Neighbourhood.of(run).crossFit()).isSameAs(neighbours.crossFit());
    }

    @Test
    void queries_and_base_are_what_the_names_say() {
        assertThat(neighbours.syntheticToTraining().queries()).isEqualTo(200);
        assertThat(neighbours.syntheticToHoldout().queries()).isEqualTo(200);
        assertThat(neighbours.holdoutToTraining().queries()).isEqualTo(100);
        assertThat(neighbours.trainingToSynthetic().queries()).isEqualTo(300);
        assertThat(neighbours.holdoutToSynthetic().queries()).isEqualTo(100);
        assertThat(neighbours.pool().rows()).isEqualTo(400);
        double[] direct = NearestSearch.of(
                        neighbours.gower(),
                        run.tables().holdout().orElseThrow(),
                        run.tables().synthetic())
                .run(Parallel.NONE)
                .distances();
        assertThat(neighbours.holdoutToSynthetic().distances()).isEqualTo(direct);
    }

    @Test
    void without_a_holdout_training_can_be_searched_and_nothing_else() {
        FixedRun alone = FixedRun.of(FixtureTables.people(100, 1), FixtureTables.people(100, 2), null);
        assertThat(Neighbourhood.of(alone).isMeasurable()).isTrue();
        assertThat(Neighbourhood.of(alone).syntheticToTraining().queries()).isEqualTo(100);
        assertThatIllegalStateException()
                .isThrownBy(() -> Neighbourhood.of(alone).holdoutToTraining())
                .withMessage("there is no holdout to be near to");
    }

    @Test
    void swapped_files_and_a_holdout_that_was_copied_leave_nothing_to_be_set_against() {
        Table seen = FixtureTables.people(400, 6);
        Table other = FixtureTables.people(800, 7);
        assertThat(reason(FixedRun.of(other, seen, seen))).isEqualTo("invalid-holdout");
        Table made = FixtureTables.people(1_000, 8);
        int[] tenth = IntStream.range(0, 100).toArray();
        assertThat(reason(FixedRun.of(other, made, made.select(tenth)))).isEqualTo("invalid-holdout");
        assertThat(reason(FixedRun.of(other, made, seen))).isEmpty();
        assertThat(reason(FixedRun.of(made.select(tenth), made, other))).isEmpty();
    }

    @Test
    void fresh_holdouts_are_not_called_invalid() {
        for (int seed = 100; seed < 140; seed += 2) {
            assertThat(reason(FixedRun.of(FixtureTables.fresh(300, 200, 100, 3L * seed))))
                    .isEmpty();
        }
    }

    private static String reason(FixedRun run) {
        return Neighbourhood.of(run).uncontrolled().map(Reason::code).orElse("");
    }
}
