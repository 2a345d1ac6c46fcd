package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CorrelationTest {

    /** Normal data: co-moments 3, 3, 3r, 3r, 1 + 2 r^2, and the classical variance (1 - r^2)^2 / n. */
    @Test
    void normal_data_have_the_classical_variance() {
        double r = 0.6;
        Correlation correlation =
                Correlation.of(100, 4, 9, r * 6, 48, 243, 3 * r * 24, 3 * r * 54, (1 + 2 * r * r) * 36);
        assertThat(correlation.r()).isCloseTo(0.6, within(1e-15));
        assertThat(correlation.variance()).isCloseTo(0.64 * 0.64 / 100, within(1e-15));
    }

    @Test
    void the_difference_adds_both_variances() {
        Estimate estimate = new Correlation(0.5, 0.0009e-4, 1e7).minus(new Correlation(0.2, 0.0016e-4, 5e6), 0.95);
        assertThat(estimate.value()).isCloseTo(0.3, within(1e-15));
        assertThat(estimate.interval().width()).isCloseTo(2 * 1.6448536 * 0.05e-2, within(1e-6));
    }

    /** python3 -c "from math import *; s = 1.6448536269514722 * .01 * (1 + 4 / (300 * .19)) / .19; print([tanh(atanh(.9) + d * s) for d in (-1, 1)])" */
    @Test
    void bounds_have_equal_reach_on_fisher_s_scale() {
        Interval bounds = new Correlation(0.9, 1e-4, 300).interval(0.95);
        assertThat(bounds.lower()).isCloseTo(0.8808556320826735, within(1e-12));
        assertThat(bounds.upper()).isCloseTo(0.9162052576697276, within(1e-12));
    }

    @Test
    void exact_linear_columns_leave_the_doubt_of_rows_not_seen() {
        Correlation exact = Correlation.of(300, 2, 8, 4, 12, 192, 24, 96, 48);
        assertThat(exact.r()).isCloseTo(1, within(1e-15));
        assertThat(exact.minus(exact, 0.95).interval().width()).isBetween(0.02, 0.1);
    }

    @Test
    void a_constant_column_has_no_correlation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.of(10, 0, 1, 0, 0, 3, 0, 0, 0))
                .withMessage("the correlation of a constant column is not defined");
    }

    @Test
    void normal_columns_are_covered() {
        Draws draws = new Draws(113);
        int repetitions = 500;
        Coverage.of(
                        repetitions,
                        0,
                        i -> sample(draws, 279, false)
                                .minus(sample(draws, 279, false), 0.95)
                                .interval())
                .holdsAt(0.95, repetitions);
    }

    /** Zero-inflated log-normal columns: Fisher's z covers .675 in the reference simulation, the influence function .942. */
    @Tag("slow")
    @Test
    void skewed_columns_are_nearly_covered_where_fisher_is_far_off() {
        Draws draws = new Draws(127);
        int repetitions = 4000;
        int influence = 0;
        int fisher = 0;
        for (int i = 0; i < repetitions; i++) {
            Correlation first = sample(draws, 2682, true);
            Correlation second = sample(draws, 2682, true);
            influence += first.minus(second, 0.975).interval().contains(0) ? 1 : 0;
            fisher += Math.abs(fisher(first.r()) - fisher(second.r())) < 1.96 * Math.sqrt(2 / 2679.0) ? 1 : 0;
        }
        assertThat(influence / (double) repetitions).isGreaterThan(0.92);
        assertThat(fisher / (double) repetitions).isLessThan(0.8);
    }

    private static double fisher(double r) {
        return StrictMath.log((1 + r) / (1 - r)) / 2;
    }

    private static Correlation sample(Draws draws, int n, boolean skewed) {
        double[] x = new double[n];
        double[] y = new double[n];
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            double shared = draws.gaussian();
            x[i] = shared + draws.gaussian();
            y[i] = shared + draws.gaussian();
            if (skewed) {
                x[i] = x[i] < 1 ? 0 : StrictMath.exp(0.6 * x[i]);
                y[i] = StrictMath.exp(0.5 * y[i]);
            }
            meanX += x[i] / n;
            meanY += y[i] / n;
        }
        double[] moments = new double[8];
        int[][] powers = {{2, 0}, {0, 2}, {1, 1}, {4, 0}, {0, 4}, {3, 1}, {1, 3}, {2, 2}};
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < powers.length; k++) {
                moments[k] +=
                        StrictMath.pow(x[i] - meanX, powers[k][0]) * StrictMath.pow(y[i] - meanY, powers[k][1]) / n;
            }
        }
        return Correlation.of(
                n, moments[0], moments[1], moments[2], moments[3], moments[4], moments[5], moments[6], moments[7]);
    }
}
