package io.synthaudit.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestRecordTest extends SimilarityContract {

    @Override
    TableEvaluation evaluation() {
        return new ClosestRecord();
    }

    @Override
    List<String> measuredWithoutHoldout() {
        return List.of("median", "p05");
    }

    /**
     * {@code sklearn_<variant>.json} of {@code ../shared/goldens}: Gower DCR of the first 2,000 synthetic rows, medians as
     * printed in its README.
     */
    @ParameterizedTest
    @CsvSource({
        "adult, cart, .00592",
        "adult, ctgan, .03196",
        "breast_cancer_seer, gcopula, .08862",
        "breast_cancer_seer, synthpop, .01620",
        "nist_ma2019, cart, .08390",
        "nist_ma2019, leaky50, .04167"
    })
    void medians_are_those_of_a_plain_loop(String dataset, String variant, double median) {
        Tables tables = RealTables.load(dataset, variant);
        Table first = tables.synthetic().select(IntStream.range(0, 2000).toArray());
        List<Observation> found = evaluation()
                .evaluate(FixedRun.of(tables.training(), first, tables.holdout().orElseThrow()));
        assertThat(Values.of(found, "median").estimate().value()).isCloseTo(median, within(6e-6));
    }

    @Test
    void a_copy_is_at_distance_zero_and_people_nobody_saw_are_the_yardstick() {
        Table training = FixtureTables.people(400, 1);
        Table holdout = FixtureTables.people(200, 2);
        List<Observation> found = evaluation().evaluate(FixedRun.of(training, training, holdout));
        Observation median = Values.of(found, "median");
        assertThat(median.estimate().value()).isZero();
        assertThat(median.yardstick().value()).isPositive();
        assertThat(median.yardstickRows()).isEqualTo(200);
        assertThat(Values.of(found, "holdout-median").estimate().value()).isPositive();
    }

    @Test
    void it_has_no_direction_so_that_no_gate_can_read_it_as_good_or_bad() {
        assertThat(evaluation().description().measures()).allMatch(m -> m.direction() == Direction.NONE);
    }
}
