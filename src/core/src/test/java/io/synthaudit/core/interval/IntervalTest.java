package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IntervalTest {

    private static final Interval HALF = new Interval(0.25, 0.75, 0.95, "by hand");

    @Test
    void an_interval_contains_its_ends_and_not_a_missing_number() {
        assertThat(HALF.contains(0.25)).isTrue();
        assertThat(HALF.contains(0.75)).isTrue();
        assertThat(HALF.contains(0.7500001)).isFalse();
        assertThat(HALF.contains(Double.NaN)).isFalse();
        assertThat(HALF.width()).isEqualTo(0.5);
    }

    @Test
    void clipping_keeps_an_interval_within_the_range() {
        assertThat(HALF.clippedTo(0.5, 1)).isEqualTo(new Interval(0.5, 0.75, 0.95, "by hand"));
        assertThat(HALF.clippedTo(0.8, 1)).isEqualTo(new Interval(0.8, 0.8, 0.95, "by hand"));
    }

    @Test
    void bounds_out_of_order_or_without_end_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(1, 0, 0.95, "by hand"))
                .withMessage("bounds must be finite and in order: 1.0, 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0, Double.POSITIVE_INFINITY, 0.95, "by hand"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1, 0.95, "by hand"));
    }

    @Test
    void a_level_is_strictly_between_0_and_1_and_a_method_has_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0, 1, 95, "by hand"))
                .withMessage("a level is strictly between 0 and 1, not 95.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, 1, 0.95, " "));
    }

    @Test
    void an_estimate_has_an_interval_or_says_why_not() {
        assertThat(Estimate.of(0.5, HALF).hasInterval()).isTrue();
        assertThat(Estimate.of(0.5, HALF).bias()).isNaN();
        assertThat(Estimate.of(0.5, 0.1, HALF).bias()).isEqualTo(0.1);
        assertThat(Estimate.point(0.5, "descriptive only").hasInterval()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(0.5, 0, null, null))
                .withMessage("an estimate has an interval or says why it has none");
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0.5, 0, HALF, "both"));
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.point(0.5, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(Double.NaN, HALF));
    }
}
