package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateProfileTest {

    private static RateProfile.Groups groups(double[] cases, double... rows) {
        return new RateProfile.Groups(cases, rows, 1);
    }

    private static double[] cases(double... cases) {
        return cases;
    }

    /**
     * {@code w=np.array([.5,.3,.2]); d=np.array([.1,.3,.5])-np.array([.2,.2,.2]); d=d-(w*d).sum(); ((w*d*d).sum())**.5} is
     * .156204993518133.
     */
    @Test
    void large_tables_have_the_weighted_standard_deviation_of_the_rates_differences() {
        double n = 1e12;
        Estimate found = RateProfile.difference(
                groups(cases(.1 * n, .06 * n, .04 * n), .5 * n, .3 * n, .2 * n),
                groups(cases(.01 * n, .12 * n, .15 * n), .1 * n, .4 * n, .3 * n),
                .95);
        assertThat(found.value()).isCloseTo(.156204993518133, within(1e-9));
    }

    /** B = sum w (1 - w) v with v = (r + .5) (n - r + .5) / (n + 1)^2 / n on both sides; here v is .5 x .5 / 100 twice. */
    @Test
    void what_sampling_adds_is_subtracted() {
        Estimate found = RateProfile.difference(groups(cases(50, 50), 100, 100), groups(cases(70, 30), 100, 100), .95);
        double seventy = 70.5 / 101 * 30.5 / 101 / 100;
        double bias = 2 * .5 * .5 * (.25 / 100 + seventy);
        assertThat(found.value()).isCloseTo(Math.sqrt(.04 - bias), within(1e-12));
        assertThat(found.interval().contains(found.value())).isTrue();
        assertThat(found.interval().lower()).isGreaterThan(.1);
    }

    @Test
    void a_uniform_change_of_the_rate_is_no_difference() {
        Estimate found = RateProfile.difference(
                groups(cases(10, 20, 40), 100, 100, 100), groups(cases(30, 40, 60), 100, 100, 100), .95);
        assertThat(found.value()).isZero();
        assertThat(found.interval().lower()).isZero();
        assertThat(found.interval().upper()).isLessThan(.2);
    }

    @Test
    void groups_that_one_table_lacks_are_left_out_and_one_group_has_no_profile() {
        Estimate three = RateProfile.difference(
                groups(cases(10, 20, 40), 100, 100, 0), groups(cases(30, 10, 60), 100, 100, 100), .95);
        Estimate two = RateProfile.difference(groups(cases(10, 20), 100, 100), groups(cases(30, 10), 100, 100), .95);
        assertThat(three).isEqualTo(two);
        assertThat(RateProfile.difference(groups(cases(1, 0), 9, 0), groups(cases(1, 2), 9, 9), .95))
                .isNull();
    }

    @Test
    void bounds_cover_at_zero_difference_for_a_small_table() {
        Coverage seen = coverage(279, .1, 0, 0, 400);
        assertThat(seen.lower()).isGreaterThan(.92);
        assertThat(seen.upper()).isGreaterThan(.92);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "279, .02, 0, 0",
        "279, .02, 1, 0",
        "279, .1, 0, 0",
        "279, .1, 1, 1",
        "279, .1, 1, 0",
        "279, .1, 1, -1",
        "279, .3, 1, 0",
        "279, .3, 1, -1",
        "2682, .02, 0, 0",
        "2682, .02, 1, 0",
        "2682, .1, 0, 0",
        "2682, .1, 1, 1",
        "2682, .1, 1, 0",
        "2682, .1, 1, -1",
        "2682, .3, 1, 0",
        "2682, .3, 1, -1"
    })
    void bounds_cover_at_their_level(int n, double rate, double before, double after) {
        Coverage seen = coverage(n, rate, before, after, 4_000);
        System.out.println(String.format(
                Locale.ROOT,
                "| profile | %d | %.2f | slope %.0f to %.0f | %.3f | %.3f | %.3f |",
                n,
                rate,
                before,
                after,
                seen.lower(),
                seen.upper(),
                seen.width()));
        seen.holdsAt(.94, 4_000);
    }

    private static Coverage coverage(int n, double rate, double before, double after, int repetitions) {
        Draws draws = new Draws(32);
        double[] r = law(rate, before);
        double[] s = law(rate, after);
        double truth = 0;
        for (int g = 0; g < 5; g++) {
            double d = 5 * (s[g] - r[g]);
            truth += d * d / 5;
        }
        return Coverage.of(
                repetitions,
                Math.sqrt(truth),
                i -> RateProfile.difference(draw(draws, r, n), draw(draws, s, n), .95)
                        .interval());
    }

    /** Five groups of equal size, cases first; rates run from (1 - .8 slope) to (1 + .8 slope) times the mean. */
    private static double[] law(double rate, double slope) {
        double[] law = new double[10];
        for (int g = 0; g < 5; g++) {
            law[g] = rate * (1 + slope * .4 * (g - 2)) / 5;
            law[5 + g] = .2 - law[g];
        }
        return law;
    }

    private static RateProfile.Groups draw(Draws draws, double[] law, int n) {
        long[] counts = draws.counts(law, n);
        double[] cases = new double[5];
        double[] rows = new double[5];
        for (int g = 0; g < 5; g++) {
            cases[g] = counts[g];
            rows[g] = counts[g] + counts[5 + g];
        }
        return new RateProfile.Groups(cases, rows, 1);
    }
}
