package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.PredictedTables.AMOUNT;
import static io.synthaudit.metrics.utility.PredictedTables.CLASS;
import static io.synthaudit.metrics.utility.PredictedTables.broken;
import static io.synthaudit.metrics.utility.PredictedTables.of;
import static io.synthaudit.metrics.utility.PredictedTables.one;
import static io.synthaudit.metrics.utility.PredictedTables.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberTargetsTest {

    private static final List<String> LEARNERS = List.of("linear", "forest", "boosting", "neighbours");

    private final NumberTargets evaluation = new NumberTargets();

    /** numpy, i = arange(60): truth i*37%23, prediction 0.7 truth + i*11%13; standard errors with n - 1. */
    @Test
    void scores_are_those_of_numpy() {
        double[] truth = IntStream.range(0, 60).mapToDouble(i -> i * 37 % 23).toArray();
        double[] guess = IntStream.range(0, 60)
                .mapToDouble(i -> truth[i] * 0.7 + i * 11 % 13)
                .toArray();
        NumberScores scores = new NumberScores(truth, null);
        Estimate r2 = scores.r2(guess, 0.95);
        assertThat(r2.value()).isCloseTo(0.39364757769116265, within(1e-12));
        assertThat(r2.interval().width() / 2).isCloseTo(0.11245226452929294 * Normal.z(0.95), within(1e-9));
        assertThat(scores.rmse(guess, 0.95).value()).isCloseTo(5.221829181426753, within(1e-12));
        assertThat(scores.mae(guess, 0.95).value()).isCloseTo(4.245, within(1e-12));
        double upper = scores.rmse(guess, 0.95).interval().upper();
        assertThat(upper * upper)
                .isCloseTo(5.221829181426753 * 5.221829181426753 + 4.385472007045111 * Normal.z(0.95), within(1e-9));
        assertThat(scores.r2Difference(guess, guess, 0.95).value()).isZero();
    }

    @Test
    void a_copy_loses_nothing_and_its_doubt_is_shown() {
        Table training = of(400, "training");
        List<Observation> all = evaluation.evaluate(run(training, training, of(300, "holdout"), AMOUNT));
        for (String learner : LEARNERS) {
            Estimate difference = one(all, "r2-difference", learner).estimate();
            assertThat(difference.value()).as(learner).isZero();
            assertThat(difference.interval().width()).isPositive();
            Observation r2 = one(all, "r2", learner);
            assertThat(r2.estimate().value())
                    .isGreaterThan(0.85)
                    .isEqualTo(r2.yardstick().value());
            assertThat(one(all, "real-r2", learner).estimate().value())
                    .isEqualTo(r2.estimate().value());
            assertThat(one(all, "rmse", learner).estimate().value())
                    .isGreaterThan(one(all, "mae", learner).estimate().value());
        }
        assertThat(one(all, "floor-r2", null).estimate().value()).isBetween(-0.05, 1e-12);
    }

    @Test
    void a_broken_table_is_significantly_worse() {
        List<Observation> all =
                evaluation.evaluate(run(of(500, "training"), broken(300, "made"), of(300, "holdout"), AMOUNT));
        for (String learner : LEARNERS) {
            assertThat(one(all, "r2-difference", learner).estimate().interval().upper())
                    .as(learner)
                    .isLessThan(-0.5);
            assertThat(one(all, "r2", learner).yardstickRows()).isEqualTo(300);
        }
    }

    @Test
    void reasons_are_given_and_cover_every_measure() {
        Table training = of(400, "training");
        Table few = training.select(IntStream.range(0, 49).toArray());
        assertThat(reasons(run(training, training, of(300, "holdout")))).containsOnly("no-target");
        assertThat(reasons(run(training, training, of(300, "holdout"), CLASS))).containsOnly("kind");
        assertThat(reasons(run(training, training, null, CLASS))).containsOnly("kind");
        assertThat(reasons(run(training, training, null, AMOUNT))).containsOnly("no-holdout");
        assertThat(reasons(run(training, few, of(300, "holdout"), AMOUNT))).containsOnly("too-few");
        Table constant = training.select(new int[400]);
        assertThat(reasons(run(training, constant, of(300, "holdout"), AMOUNT))).containsOnly("too-few");
    }

    private List<String> reasons(FixedRun run) {
        List<Observation> all = evaluation.evaluate(run);
        assertThat(all)
                .extracting(Observation::measure)
                .containsExactlyElementsOf(evaluation.description().measures().stream()
                        .map(Measure::id)
                        .toList());
        return all.stream().map(o -> o.reason().code()).toList();
    }

    @Test
    void results_do_not_depend_on_the_order_of_tasks() {
        FixedRun run = run(of(120, "training"), of(90, "made"), of(100, "holdout"), AMOUNT);
        assertThat(evaluation.evaluate(run.backwards())).isEqualTo(evaluation.evaluate(run));
        assertThat(Arrays.asList(evaluation.description().question())).allMatch(q -> q.endsWith("?"));
    }
}
