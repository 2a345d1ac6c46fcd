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

class HittingRateTest extends SimilarityContract {

    @Override
    TableEvaluation evaluation() {
        return new HittingRate();
    }

    @Override
    List<String> measuredWithoutHoldout() {
        return List.of("share");
    }

    /**
     * With the tables of {@link Small}: {@code hit = lambda A: np.mean(((abs(A[:,None,0]-S[None,:,0])<=10/30) &
     * (A[:,None,1]==S[None,:,1])).any(1)); hit(T), hit(H)} gives 2/6 and 1/6.
     */
    @Test
    void values_are_those_of_a_plain_loop() {
        Observation share = Values.of(Small.seen(evaluation()), "share");
        assertThat(share.estimate().value()).isCloseTo(2 / 6.0, within(1e-15));
        assertThat(share.yardstick().value()).isCloseTo(1 / 6.0, within(1e-15));
        assertThat(share.excess().value()).isCloseTo(2 / 6.0 - 1 / 6.0, within(1e-15));
    }

    @Test
    void a_copy_of_training_hits_all_and_people_nobody_saw_as_many_as_chance() {
        Table training = FixtureTables.people(800, 1);
        Table holdout = FixtureTables.people(400, 2);
        Observation copy = Values.of(evaluation().evaluate(FixedRun.of(training, training, holdout)), "share");
        assertThat(copy.estimate().value()).isEqualTo(1);
        assertThat(copy.excess().interval().lower()).isPositive();
        Observation fresh =
                Values.of(evaluation().evaluate(FixedRun.of(training, FixtureTables.people(500, 3), holdout)), "share");
        assertThat(fresh.excess().interval().contains(0)).isTrue();
    }
}
