package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProportionsTest {

    private static final double TWO_SIDED_95 = 0.975;
    private static final Offset<Double> PRINTED = within(5e-5);

    /** Newcombe (1998), Statistics in Medicine 17, 857, table I: 81/263, 15/148, 0/20, 1/29. */
    @Test
    void wilson_equals_the_published_table() {
        bounds(Proportions.wilson(81, 263, TWO_SIDED_95), 0.2553, 0.3662, PRINTED);
        bounds(Proportions.wilson(15, 148, TWO_SIDED_95), 0.0624, 0.1605, PRINTED);
        bounds(Proportions.wilson(0, 20, TWO_SIDED_95), 0, 0.1611, PRINTED);
        bounds(Proportions.wilson(1, 29, TWO_SIDED_95), 0.0061, 0.1718, PRINTED);
    }

    @Test
    void clopper_pearson_equals_the_published_table() {
        bounds(Proportions.clopperPearson(81, 263, TWO_SIDED_95), 0.2527, 0.3676, PRINTED);
        bounds(Proportions.clopperPearson(15, 148, TWO_SIDED_95), 0.0578, 0.1617, PRINTED);
        bounds(Proportions.clopperPearson(0, 20, TWO_SIDED_95), 0, 0.1684, PRINTED);
        bounds(Proportions.clopperPearson(1, 29, TWO_SIDED_95), 0.0009, 0.1776, PRINTED);
    }

    /** 50 false alarms and 600 misses in 1,000 trials, one-sided 95 %: .06539 and .63053 (reference sheet, computed). */
    @Test
    void clopper_pearson_is_one_sided() {
        assertThat(Proportions.clopperPearson(50, 1000, 0.975).upper()).isCloseTo(0.06539, within(5e-6));
        assertThat(Proportions.clopperPearson(600, 1000, 0.975).upper()).isCloseTo(0.63053, within(5e-6));
    }

    /** By bisection of the continued fraction of the incomplete beta function, in Python. */
    @Test
    void clopper_pearson_takes_effective_counts() {
        bounds(Proportions.clopperPearson(2.5, 40.5, 0.95), 0.01430748884357385, 0.16417761166306183, within(1e-12));
    }

    @Test
    void small_bounds_of_large_tables_are_exact() {
        // 1 - .05 ** (1 / 1e7)
        assertThat(Proportions.clopperPearson(0, 1e7, 0.95).upper()).isCloseTo(2.9957318e-7, within(1e-13));
        assertThat(Proportions.unseen(1e7, 0.95)).isCloseTo(2.9957318e-7, within(1e-13));
    }

    @Test
    void an_interval_touches_0_and_1_only_at_the_ends() {
        assertThat(Proportions.wilson(0, 10, 0.95).lower()).isZero();
        assertThat(Proportions.wilson(10, 10, 0.95).upper()).isEqualTo(1);
        assertThat(Proportions.clopperPearson(0, 10, 0.95).lower()).isZero();
        assertThat(Proportions.clopperPearson(10, 10, 0.95).upper()).isEqualTo(1);
        assertThat(Proportions.clopperPearson(1, 10, 0.95).lower()).isPositive();
    }

    @Test
    void a_share_on_effective_rows_is_wider_but_the_same() {
        Estimate independent = Proportions.share(30, 100, 1, 0.95);
        Estimate clustered = Proportions.share(30, 100, 4, 0.95);
        assertThat(clustered.value()).isEqualTo(independent.value()).isEqualTo(0.3);
        assertThat(clustered.interval()).isEqualTo(Proportions.wilson(7.5, 25, 0.95));
        assertThat(clustered.interval().width())
                .isGreaterThan(1.8 * independent.interval().width());
        assertThat(Proportions.exactShare(0, 100, 2, 0.95).interval())
                .isEqualTo(Proportions.clopperPearson(0, 50, 0.95));
    }

    /** Newcombe (1998), Statistics in Medicine 17, 873, table II, method 10: columns (a), (d), (h). */
    @Test
    void the_difference_equals_the_published_table() {
        bounds(Proportions.difference(56, 70, 48, 80, TWO_SIDED_95).interval(), 0.0524, 0.3339, PRINTED);
        bounds(Proportions.difference(9, 10, 3, 10, TWO_SIDED_95).interval(), 0.1705, 0.8090, PRINTED);
        bounds(Proportions.difference(10, 10, 0, 10, TWO_SIDED_95).interval(), 0.6075, 1.0000, PRINTED);
        assertThat(Proportions.difference(56, 70, 48, 80, TWO_SIDED_95).value()).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void rates_with_effective_sizes_are_counts_divided() {
        Interval counts = Proportions.difference(56, 70, 48, 80, 0.95).interval();
        Interval rates = Proportions.differenceOfRates(0.8, 70, 0.6, 80, 0.95).interval();
        bounds(rates, counts.lower(), counts.upper(), within(1e-12));
    }

    @Test
    void swapping_the_samples_mirrors_the_difference() {
        Interval forth = Proportions.difference(9, 10, 3, 20, 0.95).interval();
        Interval back = Proportions.difference(3, 20, 9, 10, 0.95).interval();
        bounds(back, -forth.upper(), -forth.lower(), within(1e-15));
    }

    @Test
    void mover_scales_the_second_value() {
        Interval first = new Interval(0.1, 0.4, 0.95, "a");
        Interval second = new Interval(0.01, 0.06, 0.95, "b");
        Interval bounds = Proportions.mover(0.2, first, 4, 0.02, second);
        assertThat(bounds.lower()).isCloseTo(0.12 - Math.sqrt(0.01 + 0.0256), within(1e-15));
        assertThat(bounds.upper()).isCloseTo(0.12 + Math.sqrt(0.04 + 0.0016), within(1e-15));
        assertThat(bounds.method()).isEqualTo("MOVER of a and b");
        assertThat(Proportions.mover(0.2, first, 0.02, second))
                .isEqualTo(Proportions.mover(0.2, first, 1, 0.02, second));
    }

    @Test
    void mover_refuses_two_levels() {
        Interval first = new Interval(0.1, 0.4, 0.95, "a");
        Interval second = new Interval(0.01, 0.06, 0.9, "a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportions.mover(0.2, first, 0.02, second))
                .withMessage("levels differ: 0.95, 0.9");
    }

    @Test
    void impossible_counts_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportions.wilson(11, 10, 0.95))
                .withMessage("successes are between 0 and the trials 10.0, not 11.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportions.clopperPearson(0, 0, 0.95))
                .withMessage("trials must be positive and finite, not 0.0");
    }

    @Test
    void clopper_pearson_never_covers_less_than_its_level() {
        Draws draws = new Draws(11);
        int repetitions = 1000;
        Coverage.of(repetitions, 0.03, i -> {
                    long hits = draws.counts(new double[] {0.03, 0.97}, 120)[0];
                    return Proportions.clopperPearson(hits, 120, 0.95);
                })
                .holdsAt(0.95, repetitions);
    }

    static void bounds(Interval interval, double lower, double upper, Offset<Double> error) {
        assertThat(interval.lower()).as("lower").isCloseTo(lower, error);
        assertThat(interval.upper()).as("upper").isCloseTo(upper, error);
    }

    /** A bias of .05 that one interval has subtracted: below the middles decide, above the values do. */
    @Test
    void a_bias_that_was_subtracted_is_not_taken_together_with_noise_by_its_square() {
        Estimate biased = Estimate.of(0.25, new Interval(0.10, 0.30, 0.95, "bias subtracted"));
        Estimate plain = Estimate.of(0.10, new Interval(0, 0.20, 0.95, "plain"));
        Interval bounds = Proportions.moverOfCentres(biased, plain);
        assertThat(bounds.lower()).isCloseTo(0.20 - 0.10 - 0.1 * Math.sqrt(2), within(1e-12));
        assertThat(bounds.upper()).isCloseTo(0.25 - 0.10 + Math.sqrt(0.05 * 0.05 + 0.1 * 0.1), within(1e-12));
        assertThat(bounds.contains(0.15)).isTrue();
    }
}
