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

class LearnersTest {

    private static final List<String> LEARNERS = List.of("forest", "boosting", "neighbours");

    private final Learners evaluation = new Learners();

    @Test
    void a_copy_is_as_useful_as_training_to_every_learner() {
        Table training = of(400, "training");
        List<Observation> all = evaluation.evaluate(run(training, training, of(300, "holdout"), CLASS));
        for (String learner : LEARNERS) {
            Observation difference = one(all, "auc-difference", learner);
            assertThat(difference.estimate().value()).isZero();
            assertThat(difference.estimate().interval().upper()).isPositive();
            Observation auc = one(all, "auc", learner);
            assertThat(auc.estimate().value())
                    .isGreaterThan(0.8)
                    .isEqualTo(auc.yardstick().value());
            assertThat(one(all, "real-auc", learner).estimate().value())
                    .isEqualTo(auc.estimate().value());
        }
        assertThat(all).hasSize(3 * evaluation.description().measures().size());
    }

    @Test
    void a_table_without_relations_is_significantly_worse_by_every_score() {
        List<Observation> all =
                evaluation.evaluate(run(of(400, "training"), broken(400, "made"), of(300, "holdout"), CLASS));
        for (String learner : LEARNERS) {
            assertThat(one(all, "auc-difference", learner).estimate().interval().upper())
                    .isNegative();
            for (String worse : List.of("balanced-accuracy", "macro-f1")) {
                Observation o = one(all, worse, learner);
                assertThat(o.estimate().interval().upper())
                        .isLessThan(o.yardstick().value());
            }
            for (String worse : List.of("brier-score")) {
                Observation o = one(all, worse, learner);
                assertThat(o.estimate().interval().lower())
                        .isGreaterThan(o.yardstick().value());
            }
        }
    }

    @Test
    void reasons_cover_every_measure_and_order_of_tasks_changes_nothing() {
        Table training = of(120, "training");
        assertThat(evaluation.evaluate(run(training, training, null, CLASS)))
                .allMatch(o -> o.reason().code().equals("no-holdout"))
                .extracting(Observation::measure)
                .containsExactlyElementsOf(evaluation.description().measures().stream()
                        .map(Measure::id)
                        .toList());
        FixedRun run = run(training, of(90, "made"), of(100, "holdout"), CLASS);
        assertThat(evaluation.evaluate(run.backwards())).isEqualTo(evaluation.evaluate(run));
        assertThat(evaluation.evaluate(run.seed(2))).isNotEqualTo(evaluation.evaluate(run));
    }

    @Test
    void the_gated_difference_of_logistic_regression_has_no_namesake_here() {
        // A gate on utility.tstr/auc-difference judges one finding per target, whatever learners stand beside it.
        Table training = of(120, "training");
        FixedRun run = run(training, of(90, "made"), of(100, "holdout"), CLASS);
        assertThat(new TrainSyntheticTestReal().evaluate(run))
                .filteredOn(o -> o.measure().equals("auc-difference"))
                .hasSize(1);
        assertThat(evaluation.description().id()).isNotEqualTo("utility.tstr");
    }
}
