package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MomentTest {

    /** Without skewness Hall's bounds are Student's: {@code scipy.stats.t.ppf(.95, 100)} is 1.660234. */
    @Test
    void a_mean_of_a_symmetric_normal_sample_has_student_s_interval() {
        Moment mean = Moment.mean(5, 2, 0, 3, 100, .95);
        assertThat(mean.lower()).isEqualTo(5 - 0.2 * 1.6602343, within(1e-6));
        assertThat(mean.upper()).isEqualTo(5 + 0.2 * 1.6602343, within(1e-6));
    }

    /** t + b t^2 / 3 + b^2 t^3 / 27 + b / 6 at the bound is Student's quantile with 2n / (k - 1) = 40 degrees, 1.683851. */
    @Test
    void a_skewed_mean_reaches_farther_on_the_side_of_its_tail() {
        Moment mean = Moment.mean(0, 10, 2, 6, 100, .95);
        double t = -mean.upper();
        double b = 0.2;
        assertThat(t + b * t * t / 3 + b * b * t * t * t / 27 + b / 6).isEqualTo(-1.683851, within(1e-6));
        assertThat(mean.lower()).isEqualTo(-1.683851, within(1e-6));
    }

    @Test
    void bounds_of_a_difference_combine_by_their_squares() {
        Moment a = new Moment(5, 2, 9, true, .95);
        Moment b = new Moment(1, -3, 4, true, .95);
        Estimate difference = a.minus(b, 2);
        assertThat(difference.value()).isEqualTo(8);
        assertThat(difference.interval().lower()).isEqualTo(8 - 2 * Math.sqrt(9 + 9), within(1e-12));
        assertThat(difference.interval().upper()).isEqualTo(8 + 2 * Math.sqrt(16 + 16), within(1e-12));
    }

    @Test
    void a_moment_that_few_cells_carry_has_no_bounds() {
        Moment carried = Moment.of(1, 0, .01, 15, Moment.LEAST_FOR_SKEWNESS, .95);
        Moment hardly = Moment.of(1, 0, .01, 14.9, Moment.LEAST_FOR_SKEWNESS, .95);
        assertThat(carried.minus(carried, 1).hasInterval()).isTrue();
        assertThat(carried.minus(hardly, 1).noInterval()).startsWith("A few far cells carry it");
        assertThat(Moment.sd(1, 3, 11.9, 100, .95).isBounded()).isFalse();
        assertThat(Moment.sd(0, 1, 100, 100, .95).isBounded()).isFalse();
    }
}
