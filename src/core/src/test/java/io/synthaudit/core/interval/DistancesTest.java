package io.synthaudit.core.interval;

import static io.synthaudit.core.interval.ProportionsTest.bounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistancesTest {

    private static final double Z = 1.6448536269514715;

    @Test
    void the_lower_bound_subtracts_the_bias_and_the_upper_one_does_not() {
        Interval interval = Distances.distance(0.3, 0.05, 0.01, 0.02, Double.NaN, 0.95);
        bounds(interval, 0.25 - Z * 0.02, 0.3 + Z * 0.02, within(1e-9));
    }

    @Test
    void a_resampled_quantile_can_only_raise_the_upper_bound() {
        assertThat(Distances.distance(0.3, 0.05, 0.01, 0.02, 0.4, 0.95).upper()).isEqualTo(0.4);
        assertThat(Distances.distance(0.3, 0.05, 0.01, 0.02, 0.31, 0.95).upper())
                .isCloseTo(0.3 + Z * 0.02, within(1e-9));
    }

    @Test
    void bounds_stay_within_0_and_1_unless_the_distance_has_no_end() {
        assertThat(Distances.distance(0.04, 0.05, 0.01, 0.02, Double.NaN, 0.95).lower())
                .isZero();
        assertThat(Distances.distance(0.99, 0.05, 0.01, 0.02, Double.NaN, 0.95).upper())
                .isEqualTo(1);
        assertThat(Distances.unbounded(2.5, 0.05, 0.01, 0.02, Double.NaN, 0.95).upper())
                .isGreaterThan(2.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distances.distance(2.5, 0.05, 0.01, 0.02, Double.NaN, 0.95));
    }

    @Test
    void mcdiarmid_is_the_closed_form() {
        double t = Math.sqrt(StrictMath.log(2 / 0.1) / 2 * (1 / 1000.0 + 1 / 500.0));
        bounds(Distances.mcdiarmid(0.4, 0.05, 1000, 500, 0.95), 0.35 - t, 0.4 + t, within(1e-12));
    }

    @Test
    void rows_needed_are_the_first_that_bring_the_expectation_within_the_limit() {
        double factor = 1.6;
        double needed = Distances.rowsNeeded(factor, 10_000, 0.05);
        assertThat(factor * Math.sqrt(1 / 10_000.0 + 1 / needed)).isLessThanOrEqualTo(0.05);
        assertThat(factor * Math.sqrt(1 / 10_000.0 + 1 / (needed - 1))).isGreaterThan(0.05);
        assertThat(Distances.rowsNeeded(factor, 1_024, 0.05)).isInfinite();
        assertThat(Distances.rowsNeeded(0, 100, 0.05)).isEqualTo(1);
    }

    /** Mean .868731 and standard deviation .260333 of Kolmogorov's law. */
    @Test
    void kolmogorovs_law_has_its_moments() {
        assertThat(KolmogorovSmirnov.expected(200, 200)).isCloseTo(0.0868731, within(1e-7));
        assertThat(KolmogorovSmirnov.nullSd(200, 200)).isCloseTo(0.0260333, within(1e-7));
        assertThat(KolmogorovSmirnov.sdAt(0.5, 100, 0.2, 50)).isCloseTo(Math.sqrt(0.0025 + 0.0032), within(1e-15));
    }

    @ParameterizedTest(name = "true distance {0}")
    @ValueSource(doubles = {0, 0.03, 0.1, 0.3})
    void the_kolmogorov_smirnov_bounds_cover_the_truth(double shift) {
        Draws draws = new Draws(109);
        int repetitions = 400;
        Coverage.of(repetitions, shift, i -> ks(draws, shift).interval()).holdsAt(0.95, repetitions);
    }

    /** Uniform numbers against uniform numbers of which a share is moved above 1: true distance = that share. */
    private static Estimate ks(Draws draws, double share) {
        double[] a = new double[800];
        double[] b = new double[500];
        Arrays.setAll(a, i -> draws.uniform());
        Arrays.setAll(b, i -> draws.uniform() + (draws.uniform() < share ? 1 : 0));
        Arrays.sort(a);
        Arrays.sort(b);
        double best = -1;
        double f = 0;
        double g = 0;
        for (double[] sample : new double[][] {a, b}) {
            for (double x : sample) {
                double fx = Placements.countUpTo(a, x) / 800.0;
                double gx = Placements.countUpTo(b, x) / 500.0;
                if (Math.abs(fx - gx) > best) {
                    best = Math.abs(fx - gx);
                    f = fx;
                    g = gx;
                }
            }
        }
        return KolmogorovSmirnov.estimate(best, f, 800, g, 500, 0.95);
    }
}
