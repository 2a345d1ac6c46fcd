package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.PredictedTables.CLASS;
import static io.synthaudit.metrics.utility.PredictedTables.broken;
import static io.synthaudit.metrics.utility.PredictedTables.of;
import static io.synthaudit.metrics.utility.PredictedTables.one;
import static io.synthaudit.metrics.utility.PredictedTables.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainRealTestSyntheticTest {

    private final TrainRealTestSynthetic evaluation = new TrainRealTestSynthetic();

    /** Tested on the holdout's rows in the synthetic table's place, it is train on real, test on real. */
    @Test
    void its_yardstick_is_the_same_model_on_the_holdout() {
        Table training = of(400, "training");
        FixedRun run = run(training, of(350, "made"), of(300, "holdout"), CLASS);
        List<Observation> made = evaluation.evaluate(run);
        List<Observation> real = new TrainRealTestReal().evaluate(run);
        for (Measure measure : evaluation.description().measures()) {
            Observation o = one(made, measure.id(), null);
            assertThat(o.yardstick()).isEqualTo(one(real, measure.id(), null).estimate());
            assertThat(o.candidateRows()).isEqualTo(350);
        }
        assertThat(one(made, "auc", null)
                        .estimate()
                        .interval()
                        .contains(one(real, "auc", null).estimate().value()))
                .isTrue();
    }

    @Test
    void synthetic_answers_that_follow_from_nothing_are_not_recognised() {
        FixedRun run = run(of(400, "training"), broken(350, "made"), of(300, "holdout"), CLASS);
        Observation auc = one(evaluation.evaluate(run), "auc", null);
        assertThat(auc.estimate().interval().upper()).isLessThan(0.6);
        assertThat(auc.yardstick().value()).isGreaterThan(0.8);
    }

    @Test
    void without_a_holdout_every_measure_says_so() {
        Table training = of(100, "training");
        assertThat(evaluation.evaluate(run(training, training, null, CLASS)))
                .allMatch(o -> o.reason().code().equals("no-holdout"))
                .hasSize(evaluation.description().measures().size());
    }
}
