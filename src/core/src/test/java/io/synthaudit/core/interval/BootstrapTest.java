package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final Bootstrap VALUES =
            Bootstrap.of(new double[] {1, 2, Double.NaN, 3, 10, Double.POSITIVE_INFINITY});

    /** {@code numpy.mean, numpy.std(ddof=1)} of 1, 2, 3, 10. */
    @Test
    void undefined_resamples_are_left_out() {
        assertThat(VALUES.size()).isEqualTo(4);
        assertThat(VALUES.mean()).isEqualTo(4);
        assertThat(VALUES.sd()).isCloseTo(4.08248290463863, within(1e-13));
        assertThat(Bootstrap.of(new double[] {Double.NaN}).mean()).isNaN();
    }

    @Test
    void quantiles_are_values() {
        assertThat(VALUES.quantile(0.5)).isEqualTo(2);
        assertThat(VALUES.quantile(0.51)).isEqualTo(3);
        assertThat(VALUES.quantile(0.95)).isEqualTo(10);
        assertThat(VALUES.quantile(1)).isEqualTo(10);
    }

    /** Third central moment 45, skewness 45 / 4.0825^3; the longer tail is above. */
    @Test
    void the_bound_on_the_side_of_the_longer_tail_reaches_further() {
        double z = Normal.z(0.95);
        double skewness = 45 / Math.pow(4.08248290463863, 3);
        assertThat(VALUES.reach(1, 0.95))
                .isCloseTo(4.08248290463863 * (1 + skewness * (2 * z * z + 1) / (6 * z)), within(1e-12));
        assertThat(VALUES.reach(-1, 0.95)).isEqualTo(VALUES.sd());
    }

    @Test
    void shrunk_values_keep_their_mean() {
        Bootstrap half = VALUES.shrunk(0.5);
        assertThat(half.mean()).isCloseTo(4, within(1e-15));
        assertThat(half.sd()).isCloseTo(VALUES.sd() / 2, within(1e-13));
    }

    @Test
    void rounding_is_no_difference() {
        assertThat(Bootstrap.of(new double[] {0, 1e-16, -1e-15}).isZero()).isTrue();
        assertThat(Bootstrap.of(new double[] {0, 1e-9}).isZero()).isFalse();
    }
}
