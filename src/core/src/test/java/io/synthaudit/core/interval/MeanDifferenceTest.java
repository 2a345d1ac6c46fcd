package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanDifferenceTest {

    /** {@code norm.ppf(.95) * np.sqrt(4/100 + 9/400)} is .411213407. */
    @Test
    void variances_over_rows_add_and_missed_rows_widen_a_little() {
        Estimate found =
                MeanDifference.of(new MeanDifference.Sample(8, 4, 100), new MeanDifference.Sample(7, 9, 400), 1, .95);
        assertThat(found.value()).isEqualTo(1);
        double missed = Math.hypot(Proportions.unseen(100, .95), Proportions.unseen(400, .95));
        assertThat(found.interval().width() / 2).isCloseTo(Math.hypot(.411213407, missed), within(1e-8));
    }

    @Test
    void a_constant_reaches_as_far_as_rows_that_may_have_been_missed() {
        Estimate found =
                MeanDifference.of(new MeanDifference.Sample(8, 0, 279), new MeanDifference.Sample(8, 0, 1e9), 1, .95);
        assertThat(found.interval().upper()).isCloseTo(Proportions.unseen(279, .95), within(1e-8));
        assertThat(found.interval().lower()).isCloseTo(-Proportions.unseen(279, .95), within(1e-8));
    }

    /** Lengths: 8 but for a share of 9; or about geometric, as names and notes are. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "279, .005, .005", "279, .005, .05", "279, .005, 0", "279, -1, -1", "279, -1, -2",
        "2682, .005, .005", "2682, .005, .05", "2682, .005, 0", "2682, -1, -1", "2682, -1, -2"
    })
    void bounds_cover_at_their_level(int n, double before, double after) {
        Draws draws = new Draws(33);
        Coverage seen = Coverage.of(
                4_000,
                mean(after) - mean(before),
                i -> MeanDifference.of(draw(draws, after, n), draw(draws, before, n), 1, .95)
                        .interval());
        System.out.println(String.format(
                Locale.ROOT,
                "| mean-difference | %d | %s to %s | %.3f | %.3f | %.3f |",
                n,
                before,
                after,
                seen.lower(),
                seen.upper(),
                seen.width()));
        seen.holdsAt(.94, 4_000);
    }

    private static double mean(double law) {
        return law >= 0 ? 8 + law : 10 - 5 * law;
    }

    private static MeanDifference.Sample draw(Draws draws, double law, int n) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double u = draws.uniform();
            double x = law >= 0
                    ? 8 + (u < law ? 1 : 0)
                    : 9 + Math.ceil(StrictMath.log(1 - u) / StrictMath.log(1 - 1 / (1 - 5 * law)));
            sum += x;
            squares += x * x;
        }
        double mean = sum / n;
        return new MeanDifference.Sample(mean, squares / n - mean * mean, n);
    }
}
