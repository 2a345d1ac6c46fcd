package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.PredictedTables.broken;
import static io.synthaudit.metrics.utility.PredictedTables.of;
import static io.synthaudit.metrics.utility.PredictedTables.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class EveryTargetTest {

    private final EveryTarget evaluation = new EveryTarget();

    @Test
    void it_is_measured_when_asked_for() {
        Table training = of(200, "training");
        FixedRun run = run(training, of(200, "made"), of(150, "holdout"));
        assertThat(evaluation.evaluate(run))
                .hasSize(4)
                .allSatisfy(o -> assertThat(o.reason().code()).isEqualTo("not-requested"))
                .allSatisfy(o -> assertThat(o.reason().text()).contains("--every-target"));
        List<Observation> all = evaluation.evaluate(run.predictingAll());
        assertThat(all).hasSize(10).allSatisfy(o -> assertThat(o.estimate()).isNotNull());
        assertThat(all.stream().map(o -> o.target().columns().get(0)).distinct())
                .containsExactly("x", "level", "noise", "amount", "class");
        assertThat(evaluation.evaluate(run.predictingAll().backwards())).isEqualTo(all);
    }

    @Test
    void a_copy_loses_nothing_and_a_broken_table_what_can_be_predicted() {
        Table training = of(400, "training");
        Table holdout = of(300, "holdout");
        List<Observation> copy =
                evaluation.evaluate(run(training, training, holdout).predictingAll());
        assertThat(copy)
                .filteredOn(o -> o.measure().endsWith("difference"))
                .hasSize(5)
                .allSatisfy(o -> assertThat(o.estimate().value()).isZero());
        List<Observation> lost =
                evaluation.evaluate(run(training, broken(400, "made"), holdout).predictingAll());
        for (Observation o : lost) {
            if (o.measure().endsWith("difference")) {
                String column = o.target().columns().get(0);
                boolean related = !column.equals("noise");
                assertThat(o.estimate().interval().upper() < -0.01).as(column).isEqualTo(related);
            }
        }
    }

    @Test
    void a_table_of_numbers_alone_says_that_it_has_no_classes() {
        Table training = of(200, "training");
        FixedRun none = run(training, training, null).predictingAll();
        assertThat(evaluation.evaluate(none))
                .allSatisfy(o -> assertThat(o.reason().code()).isEqualTo("no-holdout"));
    }
}
