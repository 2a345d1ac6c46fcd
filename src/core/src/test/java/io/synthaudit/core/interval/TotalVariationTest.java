package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalVariationTest {

    private static final double[] SKEWED = {0.5, 0.2, 0.1, 0.08, 0.05, 0.03, 0.02, 0.01, 0.006, 0.004};

    @Test
    void the_distance_is_half_the_sum_of_differences() {
        assertThat(TotalVariation.distance(new long[] {1, 3}, new long[] {2, 2}))
                .isEqualTo(0.25);
        assertThat(TotalVariation.distance(new long[] {5, 0}, new long[] {0, 9}))
                .isEqualTo(1);
    }

    @Test
    void two_cells_have_the_moments_of_a_folded_normal() {
        double sd = Math.sqrt(0.3 * 0.7 * (1 / 50.0 + 1 / 80.0));
        double[] p = {0.3, 0.7};
        assertThat(TotalVariation.factor(p) * Math.sqrt(1 / 50.0 + 1 / 80.0))
                .isCloseTo(sd * Math.sqrt(2 / Math.PI), within(1e-15));
        assertThat(TotalVariation.nullSd(p, 50, 80)).isCloseTo(sd * Math.sqrt(1 - 2 / Math.PI), within(1e-12));
        assertThat(TotalVariation.nullSd(new double[] {0, 1}, 50, 80)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9, 20, 400})
    void the_null_deviation_equals_the_double_sum(int cells) {
        Draws draws = new Draws(101);
        double[] p = new double[cells];
        for (int k = 0; k < cells; k++) {
            double u = draws.uniform();
            p[k] = u * u * u;
        }
        double sum = Arrays.stream(p).sum();
        double variance = 0;
        for (int j = 0; j < cells; j++) {
            p[j] /= sum;
        }
        for (int j = 0; j < cells; j++) {
            for (int k = 0; k < cells; k++) {
                double rho = j == k ? 1 : Math.sqrt(p[j] * p[k] / ((1 - p[j]) * (1 - p[k])));
                double shape = rho * StrictMath.asin(rho) + Math.sqrt(1 - rho * rho) - 1;
                variance += 2 / Math.PI * Math.sqrt(p[j] * (1 - p[j]) * p[k] * (1 - p[k])) * shape;
            }
        }
        double expected = Math.sqrt(variance * (1 / 300.0 + 1 / 200.0)) / 2;
        assertThat(TotalVariation.nullSd(p, 300, 200)).isCloseTo(expected, within(1e-8 * expected));
    }

    @Test
    void expectation_and_deviation_agree_with_simulation() {
        Draws draws = new Draws(103);
        int repetitions = 4000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < repetitions; i++) {
            double d = TotalVariation.distance(draws.counts(SKEWED, 2000), draws.counts(SKEWED, 1000));
            sum += d;
            squares += d * d;
        }
        double mean = sum / repetitions;
        double sd = Math.sqrt(squares / repetitions - mean * mean);
        double perRow = Math.sqrt(1 / 2000.0 + 1 / 1000.0);
        assertThat(TotalVariation.factor(SKEWED) * perRow).isCloseTo(mean, within(0.01 * mean));
        assertThat(TotalVariation.nullSd(SKEWED, 2000, 1000)).isCloseTo(sd, within(0.04 * sd));
    }

    /** Reference: 20 cells give .1395 at 279 against 279 rows, .045 at 2,682, .018 at 39,032 against 10,000. */
    @Test
    void the_expectation_scales_as_the_reference_simulation() {
        double factor = 0.1395 / Math.sqrt(2 / 279.0);
        assertThat(factor * Math.sqrt(2 / 2682.0)).isCloseTo(0.045, within(5e-4));
        assertThat(factor * Math.sqrt(1 / 39032.0 + 1 / 10000.0)).isCloseTo(0.018, within(5e-4));
        assertThat(Distances.equalRowsNeeded(factor, 0.05)).isBetween(2100.0, 2200.0);
        double[] even = new double[20];
        Arrays.fill(even, 0.05);
        assertThat(TotalVariation.factor(even)).isBetween(factor, 1.08 * factor);
    }

    @Test
    void the_delta_deviation_is_that_of_the_event_where_the_first_law_is_larger() {
        double[] p = {0.5, 0.3, 0.2};
        double[] q = {0.2, 0.3, 0.5};
        double[] even = {0.6, 0.4};
        double[] odd = {0.5, 0.5};
        assertThat(TotalVariation.deltaSd(even, 100, odd, 50))
                .isCloseTo(Math.sqrt(0.6 * 0.4 / 100 + 0.25 / 50), within(1e-15));
        assertThat(TotalVariation.deltaSd(p, 100, q, 100))
                .isCloseTo(Math.sqrt((0.7 - 0.09) / 100 + (0.7 - 0.09) / 100) / 2, within(1e-15));
        assertThat(TotalVariation.deltaSd(p, 100, p, 100)).isZero();
    }

    @Test
    void equal_tables_still_have_an_upper_bound_above_0() {
        long[] counts = {500, 300, 200};
        Estimate estimate = TotalVariation.estimate(counts, counts, 1, 1, 0.95);
        assertThat(estimate.value()).isZero();
        assertThat(estimate.interval().lower()).isZero();
        assertThat(estimate.interval().upper()).isGreaterThan(estimate.bias());
    }

    /** Seven rows miss a cell that holds less than 1 - 0.05^(1/7) of all rows more than one time in twenty. */
    @Test
    void tables_of_one_cell_say_what_their_rows_may_have_missed() {
        Estimate estimate = TotalVariation.estimate(new long[] {7}, new long[] {9}, 1, 1, 0.95);
        assertThat(estimate.value()).isZero();
        assertThat(estimate.interval().lower()).isZero();
        assertThat(estimate.interval().upper()).isCloseTo(1 - StrictMath.pow(0.05, 1 / 7.0), within(1e-12));
        assertThat(TotalVariation.estimate(new long[] {7, 0}, new long[] {0, 9}, 1, 1, 0.95)
                        .value())
                .isEqualTo(1);
    }

    @Test
    void a_design_effect_raises_the_bias_and_widens() {
        long[] a = {500, 300, 200};
        long[] b = {450, 350, 200};
        Estimate independent = TotalVariation.estimate(a, b, 1, 1, 0.95);
        Estimate clustered = TotalVariation.estimate(a, b, 4, 4, 0.95);
        assertThat(clustered.bias()).isCloseTo(2 * independent.bias(), within(1e-12));
        assertThat(clustered.interval().upper())
                .isGreaterThan(independent.interval().upper());
        assertThat(independent.bias()).isCloseTo(TotalVariation.expected(a, b), within(1e-15));
    }

    @ParameterizedTest(name = "true distance {0}")
    @ValueSource(doubles = {0, 0.02, 0.05, 0.1, 0.2})
    void bounds_cover_the_truth(double shift) {
        Draws draws = new Draws(107);
        double[] moved = SKEWED.clone();
        moved[0] -= shift;
        for (int k = 1; k < 6; k++) {
            moved[k] += shift / 5;
        }
        int repetitions = 600;
        Coverage.of(
                        repetitions,
                        shift,
                        i -> TotalVariation.estimate(draws.counts(SKEWED, 1500), draws.counts(moved, 700), 1, 1, 0.95)
                                .interval())
                .holdsAt(0.95, repetitions);
        Coverage.of(
                        repetitions,
                        shift,
                        i -> TotalVariation.mcdiarmid(draws.counts(SKEWED, 1500), draws.counts(moved, 700), 1, 1, 0.95)
                                .interval())
                .holdsAt(0.95, repetitions);
    }

    @Test
    void tables_that_do_not_match_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TotalVariation.distance(new long[] {1, 2}, new long[] {1}))
                .withMessage("the second sample's counts must have 2 entries, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TotalVariation.distance(new long[] {0, 0}, new long[] {1, 1}))
                .withMessage("rows must be positive and finite, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TotalVariation.distance(new long[] {-1, 2}, new long[] {1, 1}));
    }
}
