package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.PredictedTables.CLASS;
import static io.synthaudit.metrics.utility.PredictedTables.broken;
import static io.synthaudit.metrics.utility.PredictedTables.of;
import static io.synthaudit.metrics.utility.PredictedTables.one;
import static io.synthaudit.metrics.utility.PredictedTables.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankAgreementTest {

    /** scipy: kendalltau([1, 2, 3, 4, 4], [2, 1, 3, 3, 5]) = 0.6666667; with ties on either side. */
    @Test
    void tau_is_that_of_scipy() {
        assertThat(RankAgreement.of(new double[] {1, 2, 3, 4, 4}, new double[] {2, 1, 3, 3, 5}))
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThat(RankAgreement.of(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .isEqualTo(-1);
        assertThat(RankAgreement.of(new double[] {1, 1}, new double[] {3, 2})).isNaN();
        assertThat(RankAgreement.of(new double[] {0.0, -0.0}, new double[] {3, 2}))
                .isNaN();
    }

    @Test
    void a_copy_ranks_learners_and_columns_as_training_does() {
        Table training = of(500, "training");
        FixedRun run = run(training, training, of(400, "holdout"), CLASS);
        Observation models = one(new ModelRanks().evaluate(run), "kendall", null);
        assertThat(models.estimate().value()).isEqualTo(1);
        assertThat(models.estimate().interval().lower()).isLessThan(1);
        List<Observation> columns = new FeatureImportance().evaluate(run);
        for (String learner : List.of("logistic", "forest", "boosting")) {
            Observation tau = one(columns, "kendall", learner);
            assertThat(tau.estimate().value()).isEqualTo(1);
            assertThat(tau.yardstick().value()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void a_broken_table_does_not() {
        FixedRun run = run(of(500, "training"), broken(500, "made"), of(400, "holdout"), CLASS);
        Observation models = one(new ModelRanks().evaluate(run), "kendall", null);
        assertThat(models.estimate().value()).isLessThan(1);
        List<Observation> columns = new FeatureImportance().evaluate(run);
        assertThat(columns).anySatisfy(o -> assertThat(o.estimate().value()).isLessThan(1));
    }

    @Test
    void without_a_holdout_the_reason_is_given() {
        Table training = of(100, "training");
        FixedRun run = run(training, training, null, CLASS);
        assertThat(new ModelRanks().evaluate(run))
                .singleElement()
                .satisfies(o -> assertThat(o.reason().code()).isEqualTo("no-holdout"));
        assertThat(new FeatureImportance().evaluate(run))
                .singleElement()
                .satisfies(o -> assertThat(o.reason().code()).isEqualTo("no-holdout"));
    }

    @Test
    void ranks_do_not_depend_on_the_order_of_tasks() {
        FixedRun run = run(of(120, "training"), of(90, "made"), of(100, "holdout"), CLASS);
        assertThat(new ModelRanks().evaluate(run.backwards())).isEqualTo(new ModelRanks().evaluate(run));
        assertThat(new FeatureImportance().evaluate(run.backwards())).isEqualTo(new FeatureImportance().evaluate(run));
    }
}
