package io.synthaudit.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthenticityTest extends SimilarityContract {

    @Override
    TableEvaluation evaluation() {
        return new Authenticity();
    }

    @Override
    List<String> measuredWithoutHoldout() {
        return List.of("share");
    }

    /** {@code auth(S), auth(H)} of {@link Small}. */
    @Test
    void values_are_those_of_a_plain_loop() {
        Observation share = Values.of(Small.seen(evaluation()), "share");
        assertThat(share.estimate().value()).isCloseTo(2 / 7.0, within(1e-15));
        assertThat(share.yardstick().value()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(share.excess().value()).isCloseTo(2 / 7.0 - 1 / 3.0, within(1e-15));
    }

    @Test
    void a_copy_of_training_has_none_and_people_nobody_saw_are_like_the_yardstick() {
        Table training = FixtureTables.people(800, 1);
        Table holdout = FixtureTables.people(400, 2);
        Observation copy = Values.of(evaluation().evaluate(FixedRun.of(training, training, holdout)), "share");
        assertThat(copy.estimate().value()).isZero();
        assertThat(copy.excess().interval().upper()).isNegative();
        Observation fresh =
                Values.of(evaluation().evaluate(FixedRun.of(training, FixtureTables.people(500, 3), holdout)), "share");
        assertThat(fresh.excess().interval().contains(0)).isTrue();
    }

    @Test
    void a_single_training_row_leaves_nothing_to_measure() {
        Table one = Small.table(new double[] {1}, 0);
        assertThat(evaluation().evaluate(FixedRun.of(one, Small.SYNTHETIC, Small.HOLDOUT)))
                .allMatch(o -> o.reason().code().equals("too-few"));
    }
}
