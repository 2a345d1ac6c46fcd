package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiTest {

    /** {@code np.corrcoef(np.repeat([1,1,0,0],[30,10,5,55]), np.repeat([1,0,1,0],[30,10,5,55]))[0,1]}. */
    @Test
    void phi_is_numpy_s_correlation_of_the_indicators() {
        assertThat(Phi.of(30, 10, 5, 55, 1).value()).isCloseTo(0.684736788017461, within(1e-12));
        assertThat(Phi.of(30, 10, 5, 55, 1).value()).isCloseTo(1600 / Math.sqrt(40.0 * 60 * 35 * 65), within(1e-12));
    }

    @Test
    void columns_that_always_agree_have_phi_one_and_those_that_never_do_minus_one() {
        assertThat(Phi.of(20, 0, 0, 80, 1).value()).isEqualTo(1, within(1e-12));
        assertThat(Phi.of(0, 50, 50, 0, 1).value()).isEqualTo(-1, within(1e-12));
    }

    @Test
    void equal_tables_differ_by_nothing_within_bounds_of_a_width() {
        Phi phi = Phi.of(20, 0, 0, 259, 1);
        Estimate none = phi.minus(phi, .95);
        assertThat(none.value()).isZero();
        assertThat(none.interval().lower()).isEqualTo(-none.interval().upper(), within(1e-12));
        assertThat(none.interval().upper()).isBetween(.02, .15);
    }

    @Test
    void clustered_rows_widen_the_bounds() {
        Estimate rows = Phi.of(300, 100, 50, 550, 1).minus(Phi.of(300, 100, 50, 550, 1), .95);
        Estimate persons = Phi.of(300, 100, 50, 550, 4).minus(Phi.of(300, 100, 50, 550, 1), .95);
        assertThat(persons.interval().width())
                .isGreaterThan(1.5 * rows.interval().width());
    }

    @Test
    void a_column_without_variation_has_no_phi() {
        assertThatThrownBy(() -> Phi.of(0, 0, 5, 95, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Phi.of(5, 95, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rare_cells_are_covered_too() {
        assertThat(coverage(279, .02, .02, .9, 0, 600).upper()).isGreaterThan(.92);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "279, .3, .2, 0, 0",
        "279, .3, .2, .5, 0",
        "279, .1, .1, .8, .8",
        "279, .1, .1, .8, .2",
        "279, .05, .05, .6, .6",
        "279, .02, .02, 0, 0",
        "279, .02, .02, .5, .5",
        "279, .02, .02, .9, 0",
        "279, .1, .02, .4, .4",
        "2682, .3, .2, 0, 0",
        "2682, .3, .2, .5, 0",
        "2682, .1, .1, .8, .8",
        "2682, .1, .1, .8, .2",
        "2682, .02, .02, 0, 0",
        "2682, .02, .02, .9, 0",
        "2682, .01, .01, .5, .5"
    })
    void bounds_cover_at_their_level(int n, double p, double q, double before, double after) {
        Coverage seen = coverage(n, p, q, before, after, 4_000);
        System.out.println(String.format(
                Locale.ROOT,
                "| phi-difference | %d | %.2f, %.2f | %.1f to %.1f | %.3f | %.3f | %.3f |",
                n,
                p,
                q,
                before,
                after,
                seen.lower(),
                seen.upper(),
                seen.width()));
        seen.holdsAt(.94, 4_000);
    }

    private static Coverage coverage(int n, double p, double q, double before, double after, int repetitions) {
        Draws draws = new Draws(31);
        return Coverage.of(repetitions, after - before, i -> {
            Phi reference = null;
            Phi candidate = null;
            while (reference == null || candidate == null) {
                reference = reference == null ? draw(draws, law(p, q, before), n) : reference;
                candidate = candidate == null ? draw(draws, law(p, q, after), n) : candidate;
            }
            return candidate.minus(reference, .95).interval();
        });
    }

    private static double[] law(double p, double q, double phi) {
        double both = p * q + phi * Math.sqrt(p * (1 - p) * q * (1 - q));
        return new double[] {both, p - both, q - both, 1 - p - q + both};
    }

    private static Phi draw(Draws draws, double[] law, int n) {
        long[] c = draws.counts(law, n);
        boolean varies = c[0] + c[1] > 0 && c[0] + c[2] > 0;
        return varies ? Phi.of(c[0], c[1], c[2], c[3], 1) : null;
    }
}
