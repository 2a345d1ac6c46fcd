package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.AnalysesTables.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.analysis.SurvivalCurves;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class SurvivalDifferenceTest {

    @Test
    void survival_of_a_copy_is_the_same_and_of_another_generator_is_within_its_bounds() {
        Tables breast = RealTables.load("breast_cancer_seer", "cart");
        SurvivalCurves all = new SurvivalCurves("all", "Survival Months", "Status", "Dead", "");
        Table training = breast.training();
        List<Observation> copy = new SurvivalDifference()
                .evaluate(FixedRun.of(training, training, null).analysing(all));
        assertThat(copy).hasSize(3).allSatisfy(o -> {
            assertThat(o.estimate().value()).isCloseTo(0, within(1e-12));
            assertThat(o.estimate().interval().contains(0)).isTrue();
            assertThat(o.estimate().interval().width()).isPositive();
        });
        List<Observation> cart =
                new SurvivalDifference().evaluate(FixedRun.of(breast).analysing(all));
        // R: survdiff gives chi squared 0.326984113344, see SurvivalTest.
        assertThat(one(cart, "log-rank").estimate().value()).isCloseTo(Math.sqrt(0.326984113344), within(1e-9));
        // R: survfit of both tables, stepfun(k$time, c(1, k$surv)) compared up to month 107, where 11 rows are at risk.
        assertThat(one(cart, "curve-distance").estimate().value()).isCloseTo(0.054185846491, within(1e-11));
        // R: summary(k, rmean = 107)$table: rmean and se(rmean) of both.
        Observation area = one(cart, "area-difference");
        assertThat(area.estimate().value()).isCloseTo(-0.300304068953, within(1e-9));
        assertThat(area.estimate().interval().width()).isCloseTo(2 * Normal.z(.95) * 0.711670894488, within(1e-8));
        assertThat(one(cart, "curve-distance").yardstick()).isNotNull();
        SurvivalCurves byRace = new SurvivalCurves("race", "Survival Months", "Status", "", "Race");
        assertThat(new SurvivalDifference().evaluate(FixedRun.of(breast).analysing(byRace)))
                .hasSize(9)
                .extracting(o -> o.params().get("group"))
                .contains("Race=White", "Race=Black", "Race=Other");
    }

    /** Independent rows of one exponential law with censoring: bounds on the distance and the area hold. */
    @Test
    void survival_bounds_hold_for_two_samples_of_one_law() {
        UniformRandomProvider random = new RandomStreams(5).stream("survival");
        int covered = 0;
        int area = 0;
        int n = 300;
        for (int i = 0; i < n; i++) {
            CurvePair pair = CurvePair.of(exponential(150, random), exponential(90, random));
            covered += pair.distance(0.95).interval().lower() <= 0 ? 1 : 0;
            area += pair.area(0.95).interval().lower() <= 0 ? 1 : 0;
        }
        assertThat((double) covered / n).isGreaterThan(0.95);
        assertThat((double) area / n).isGreaterThan(0.91);
    }

    private static SurvivalRows exponential(int rows, UniformRandomProvider random) {
        double[] time = new double[rows];
        boolean[] event = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            double death = -StrictMath.log(1 - random.nextDouble());
            double end = 2 * random.nextDouble();
            time[i] = Math.min(death, end);
            event[i] = death <= end;
        }
        return new SurvivalRows(time, event, null, io.synthaudit.learn.survival.ProductLimit.of(time, event));
    }
}
