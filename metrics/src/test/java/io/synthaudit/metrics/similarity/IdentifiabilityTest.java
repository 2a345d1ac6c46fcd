package io.synthaudit.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IdentifiabilityTest extends SimilarityContract {

    @Override
    TableEvaluation evaluation() {
        return new Identifiability();
    }

    @Override
    List<String> measuredWithoutHoldout() {
        return List.of("share");
    }

    /** The loss compares two samples of holdout size, and is as noisy as that. */
    @Override
    Tables undamaged() {
        return FixtureTables.fresh(1600, 1200, 800, 43);
    }

    /** {@code ident(T), ident(H)} of {@link Small}. */
    @Test
    void values_are_those_of_a_plain_loop() {
        List<Observation> found = Small.seen(evaluation());
        assertThat(Values.of(found, "share").estimate().value()).isCloseTo(5 / 6.0, within(1e-15));
        assertThat(Values.of(found, "loss").estimate().value()).isCloseTo(5 / 6.0 - 1, within(1e-15));
    }

    @Test
    void a_copy_of_training_is_seen_by_the_loss_and_people_nobody_saw_are_not() {
        Table training = FixtureTables.people(800, 1);
        Table holdout = FixtureTables.people(400, 2);
        List<Observation> copy = evaluation().evaluate(FixedRun.of(training, training, holdout));
        assertThat(Values.of(copy, "loss").estimate().interval().lower()).isPositive();
        List<Observation> fresh = evaluation().evaluate(FixedRun.of(training, FixtureTables.people(500, 3), holdout));
        assertThat(Values.of(fresh, "loss").estimate().interval().contains(0)).isTrue();
    }

    @Test
    void a_single_row_leaves_nothing_to_measure() {
        Table one = Small.table(new double[] {1}, 0);
        assertThat(evaluation().evaluate(FixedRun.of(one, Small.SYNTHETIC, Small.HOLDOUT)))
                .allMatch(o -> o.reason().code().equals("too-few"));
        List<Observation> found = evaluation().evaluate(FixedRun.of(Small.TRAINING, Small.SYNTHETIC, one));
        assertThat(Values.of(found, "loss").reason().code()).isEqualTo("too-few");
        assertThat(Values.of(found, "share").reason()).isNull();
    }

    /** People nobody saw, 1,000 + 500 of them, and many synthetic rows: the bounds of the loss leave 0 out in 5 % each. */
    @Test
    @Tag("slow")
    void bounds_of_the_loss_cover_zero_at_their_level() {
        int low = 0;
        int high = 0;
        int runs = 400;
        for (int r = 0; r < runs; r++) {
            FixedRun run = FixedRun.of(
                    FixtureTables.people(1000, 10_000 + 3 * r),
                    FixtureTables.people(2000, 10_002 + 3 * r),
                    FixtureTables.people(500, 10_001 + 3 * r));
            Observation loss = Values.of(evaluation().evaluate(run), "loss");
            if (loss.estimate() != null) {
                low += loss.estimate().interval().lower() > 0 ? 1 : 0;
                high += loss.estimate().interval().upper() < 0 ? 1 : 0;
            }
        }
        assertThat(low / (double) runs).isLessThanOrEqualTo(0.06);
        assertThat(high / (double) runs).isLessThanOrEqualTo(0.06);
    }
}
