package io.synthaudit.learn.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.RealTables;
import org.junit.jupiter.api.Test;

/**
 * Reference values are those of R 4.2.2 with survival 3.5-3, {@code b <- read.csv("data/breast_cancer_seer/real.csv")}; the
 * commands stand beside them.
 */
class SurvivalTest {

    private static final Tables BREAST = RealTables.load("breast_cancer_seer", "cart");

    private static double[] months(Table table) {
        int column = table.schema().indexOf("Survival Months").orElseThrow();
        return ((NumberColumn) table.column(column)).values();
    }

    private static boolean[] dead(Table table) {
        CodeColumn status =
                (CodeColumn) table.column(table.schema().indexOf("Status").orElseThrow());
        boolean[] dead = new boolean[table.rows()];
        for (int i = 0; i < dead.length; i++) {
            dead[i] = status.dictionary().label(status.codes()[i]).equals("Dead");
        }
        return dead;
    }

    /**
     * {@code k <- survfit(Surv(Survival.Months, Status == "Dead") ~ 1, b); summary(k, times = c(10, 50, 100)); summary(k, rmean =
     * 100)$table}.
     */
    @Test
    void curve_and_area_equal_r() {
        ProductLimit curve = ProductLimit.of(months(BREAST.training()), dead(BREAST.training()));
        double[] times = {10, 50, 100};
        double[] survival = {0.989905343055, 0.904394941051, 0.805000859914};
        double[] error = {0.00193289502222, 0.00572966803838, 0.0103119587815};
        for (int i = 0; i < times.length; i++) {
            assertThat(curve.at(times[i])).isCloseTo(survival[i], within(1e-11));
            assertThat(curve.at(times[i]) * Math.sqrt(curve.greenwoodAt(times[i])))
                    .isCloseTo(error[i], within(1e-11));
        }
        assertThat(curve.area(100)).isCloseTo(90.676935480142, within(1e-9));
        assertThat(Math.sqrt(curve.areaVariance(100))).isCloseTo(0.446129357519, within(1e-9));
    }

    /**
     * {@code b2} as {@code b} from {@code synthetic_cart.csv}, {@code u} both with g = 1 and 2; {@code survdiff(Surv(Survival.Months,
     * Status == "Dead") ~ g, u)[c("chisq", "obs", "exp", "var")]}.
     */
    @Test
    void log_rank_equals_r() {
        LogRank test = LogRank.of(
                months(BREAST.training()),
                dead(BREAST.training()),
                months(BREAST.synthetic()),
                dead(BREAST.synthetic()));
        assertThat(test.observed()).isEqualTo(421);
        assertThat(test.expected()).isCloseTo(412.799313399, within(1e-8));
        assertThat(test.variance()).isCloseTo(205.671339948, within(1e-8));
        assertThat(test.z() * test.z()).isCloseTo(0.326984113344, within(1e-9));
    }

    @Test
    void without_events_nobody_is_lost() {
        ProductLimit curve = ProductLimit.of(new double[] {1, 2, 3}, new boolean[3]);
        assertThat(curve.at(3)).isEqualTo(1);
        assertThat(curve.area(3)).isEqualTo(3);
        assertThat(curve.areaVariance(3)).isZero();
        double[] time = {1, 2, 3};
        assertThat(LogRank.of(time, new boolean[3], time, new boolean[3]).z()).isZero();
    }

    @Test
    void without_censoring_survival_is_the_share_still_there() {
        ProductLimit curve = ProductLimit.of(new double[] {4, 1, 3, 2}, new boolean[] {true, true, true, true});
        assertThat(curve.survival()).containsExactly(new double[] {.75, .5, .25, 0}, within(1e-15));
        assertThat(curve.area(4)).isCloseTo(2.5, within(1e-15));
        // Var of the mean of 1, 2, 3, 4 with divisor n.
        assertThat(curve.areaVariance(4)).isCloseTo(1.25 / 4, within(1e-15));
    }
}
