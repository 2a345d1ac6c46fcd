package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InversionTest {

    @Test
    void the_p_value_of_a_normal_bound_is_its_tail() {
        for (double z : new double[] {0.1, 1, 1.645, 3, 5}) {
            double p = Inversion.pValue(level -> z - Normal.z(level) > 0);
            assertThat(p)
                    .isGreaterThanOrEqualTo(Normal.tail(z))
                    .isCloseTo(Normal.tail(z), within(0.01 * Normal.tail(z)));
        }
    }

    @Test
    void an_estimate_on_the_wrong_side_has_p_value_1_and_a_far_one_the_least() {
        assertThat(Inversion.pValue(level -> -1 - Normal.z(level) > 0)).isEqualTo(1);
        assertThat(Inversion.pValue(level -> true)).isEqualTo(Normal.tail(7));
    }
}
