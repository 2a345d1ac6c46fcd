package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MultiplicityTest {

    @Test
    void holm_steps_down_and_stops_at_the_first_that_holds() {
        assertThat(Multiplicity.holm(new double[] {0.01, 0.04, 0.03, 0.005}, 0.05))
                .containsExactly(true, false, false, true);
        assertThat(Multiplicity.holm(new double[] {0.02, 0.02, 0.001}, 0.05)).containsExactly(true, true, true);
        assertThat(Multiplicity.holm(new double[] {0.02, 0.02, 0.02}, 0.05)).containsExactly(false, false, false);
        assertThat(Multiplicity.holm(new double[0], 0.05)).isEmpty();
    }

    /** {@code scipy.stats.false_discovery_control([.01, .04, .03, .005, .9])} */
    @Test
    void adjusted_p_values_are_scipy_s() {
        double[] adjusted = Multiplicity.benjaminiHochberg(new double[] {0.01, 0.04, 0.03, 0.005, 0.9});
        assertThat(adjusted).containsExactly(new double[] {0.025, 0.05, 0.05, 0.025, 0.9}, within(1e-15));
        assertThat(Multiplicity.benjaminiHochberg(new double[0])).isEmpty();
        assertThat(Multiplicity.benjaminiHochberg(new double[] {1, 0.6}))
                .containsExactly(new double[] {1, 1}, within(0.0));
    }

    @Test
    void what_holm_rejects_is_a_discovery() {
        double[] p = {0.001, 0.011, 0.013, 0.02, 0.03, 0.6};
        boolean[] holm = Multiplicity.holm(p, 0.05);
        double[] adjusted = Multiplicity.benjaminiHochberg(p);
        int sure = 0;
        int found = 0;
        for (int i = 0; i < p.length; i++) {
            assertThat(!holm[i] || adjusted[i] <= 0.05).isTrue();
            sure += holm[i] ? 1 : 0;
            found += adjusted[i] <= 0.05 ? 1 : 0;
        }
        assertThat(sure).isEqualTo(1);
        assertThat(found).isEqualTo(5);
    }

    @Test
    void a_quantile_lets_the_whole_number_of_parts_exceed() {
        assertThat(Multiplicity.quantileAllowance(105, 0.95)).isEqualTo(5);
        assertThat(Multiplicity.quantileAllowance(10, 0.9)).isEqualTo(1);
        assertThat(Multiplicity.quantileAllowance(20, 0.95)).isEqualTo(1);
        assertThat(Multiplicity.quantileAllowance(19, 0.95)).isZero();
        assertThat(Multiplicity.quantileAllowance(7, 1)).isZero();
    }

    @Test
    void parts_share_the_error_of_a_false_pass() {
        assertThat(Multiplicity.partLevel(0.95, 0)).isCloseTo(0.95, within(1e-15));
        double level = Multiplicity.partLevel(0.95, 5);
        assertThat(1 - StrictMath.pow(level, 6)).isLessThan(0.05);
        // at the unadjusted level six parts just above the limit pass falsely with .265
        assertThat(1 - StrictMath.pow(0.95, 6)).isCloseTo(0.265, within(5e-4));
    }
}
