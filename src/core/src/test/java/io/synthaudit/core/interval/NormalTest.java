package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalTest {

    @Test
    void quantiles_and_probabilities_equal_the_tables() {
        // python3 -c "from statistics import NormalDist as N; print(N().inv_cdf(.95), N().inv_cdf(.975), N().cdf(1))"
        assertThat(Normal.z(0.95)).isCloseTo(1.6448536269514715, within(1e-9));
        assertThat(Normal.z(0.975)).isCloseTo(1.9599639845400539, within(1e-9));
        assertThat(Normal.cdf(1)).isCloseTo(0.8413447460685429, within(1e-14));
    }

    @Test
    void the_tail_is_exact_far_out() {
        // math.erfc(10 / math.sqrt(2)) / 2
        assertThat(Normal.tail(10)).isCloseTo(7.61985302416047e-24, within(1e-36));
    }

    @Test
    void a_level_of_1_has_no_quantile() {
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.z(1));
    }
}
