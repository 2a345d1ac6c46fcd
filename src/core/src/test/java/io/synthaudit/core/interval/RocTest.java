package io.synthaudit.core.interval;

import static io.synthaudit.core.interval.ProportionsTest.bounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RocTest {

    @Test
    void ties_count_half_in_the_area() {
        assertThat(Roc.area(new double[] {1, 2}, new double[] {1, 0})).isEqualTo(3.5 / 4);
        assertThat(Roc.area(new double[] {5, 5}, new double[] {5, 5, 5})).isEqualTo(0.5);
        assertThat(Roc.area(new double[] {0.0}, new double[] {-0.0})).isEqualTo(0.5);
        assertThat(Roc.area(new double[] {Double.POSITIVE_INFINITY}, new double[] {3}))
                .isEqualTo(1);
    }

    /**
     * Members 1, 3, 4 against 0, 2: placement values 1/2, 1, 1 and 1, 2/3; variance (1/12)/3 + (1/18)/2 = 1/18, by hand.
     */
    @Test
    void delong_equals_a_computation_by_hand() {
        Estimate estimate = Roc.auc(new double[] {1, 3, 4}, new double[] {0, 2}, null, null, 0.8);
        double half = 0.8416212335729143 * Math.sqrt(1 / 18.0);
        assertThat(estimate.value()).isCloseTo(5 / 6.0, within(1e-15));
        bounds(estimate.interval(), 5 / 6.0 - half, 1, within(1e-9));
        assertThat(estimate.interval().method()).isEqualTo("DeLong");
        assertThat(estimate.bias()).isEqualTo(0.5);
    }

    @Test
    void delong_equals_the_double_sum_over_all_pairs() {
        Draws draws = new Draws(31);
        double[] members = rounded(draws.gaussians(57, 0.4));
        double[] others = rounded(draws.gaussians(43, 0));
        double area = 0;
        double[] ofMembers = new double[57];
        double[] ofOthers = new double[43];
        for (int i = 0; i < 57; i++) {
            for (int j = 0; j < 43; j++) {
                double win = members[i] > others[j] ? 1 : members[i] == others[j] ? 0.5 : 0;
                area += win / (57 * 43);
                ofMembers[i] += win / 43;
                ofOthers[j] += win / 57;
            }
        }
        double variance = variance(ofMembers, area) / 57 + variance(ofOthers, area) / 43;
        Estimate estimate = Roc.auc(members, others, null, null, 0.975);
        double half = 1.9599639845400539 * Math.sqrt(variance);
        assertThat(estimate.value()).isCloseTo(area, within(1e-12));
        bounds(estimate.interval(), area - half, area + half, within(1e-9));
    }

    @Test
    void rows_repeated_within_a_person_add_no_knowledge() {
        Draws draws = new Draws(37);
        double[] members = draws.gaussians(60, 0.5);
        double[] others = draws.gaussians(50, 0);
        Interval once = Roc.auc(members, others, null, null, 0.95).interval();
        Interval repeated = Roc.auc(repeat(members, 3), repeat(others, 2), owners(60, 3), owners(50, 2), 0.95)
                .interval();
        bounds(repeated, once.lower(), once.upper(), within(1e-12));
        Interval blind =
                Roc.auc(repeat(members, 3), repeat(others, 2), null, null, 0.95).interval();
        assertThat(blind.width()).isLessThan(0.75 * once.width());
    }

    @Test
    void a_large_area_is_bounded_on_the_logit_scale() {
        Draws draws = new Draws(41);
        double[] members = draws.gaussians(80, 3);
        double[] others = draws.gaussians(80, 0);
        Estimate high = Roc.auc(members, others, null, null, 0.999);
        assertThat(high.value()).isBetween(0.95, 0.999);
        assertThat(high.interval().upper()).isGreaterThan(high.value()).isLessThan(1);
        assertThat(high.interval().method()).isEqualTo("DeLong, logit");
        Estimate low = Roc.auc(others, members, null, null, 0.999);
        bounds(low.interval(), 1 - high.interval().upper(), 1 - high.interval().lower(), within(1e-12));
    }

    @Test
    void complete_separation_is_bounded_by_the_smaller_side() {
        Interval bounds = Roc.auc(new double[] {5, 6, 7, 8}, new double[] {1, 2, 3}, null, null, 0.95)
                .interval();
        bounds(bounds, StrictMath.cbrt(0.05), 1, within(1e-9));
        Interval reversed = Roc.auc(new double[] {1, 2, 3}, new double[] {5, 6, 7, 8}, null, null, 0.95)
                .interval();
        bounds(reversed, 0, 1 - StrictMath.cbrt(0.05), within(1e-9));
        Interval onePerson = Roc.auc(new double[] {5, 6, 7, 8}, new double[] {1, 2, 3}, null, new int[3], 0.95)
                .interval();
        bounds(onePerson, 0.05, 1, within(1e-9));
    }

    @Test
    void equal_scores_leave_the_doubt_of_rows_not_seen() {
        Interval bounds =
                Roc.auc(new double[100], new double[200], null, null, 0.95).interval();
        double half = 0.5 * StrictMath.hypot(Proportions.unseen(100, 0.95), Proportions.unseen(200, 0.95));
        bounds(bounds, 0.5 - half, 0.5 + half, within(1e-12));
    }

    @Test
    void missing_scores_and_empty_sides_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Roc.area(new double[] {1, Double.NaN}, new double[] {1}))
                .withMessage("a score among the members is not a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Roc.area(new double[] {1}, new double[0]))
                .withMessage("no non-members");
    }

    @Test
    void the_area_is_covered_also_for_persons_with_several_rows() {
        Draws draws = new Draws(43);
        int repetitions = 400;
        double truth = Normal.cdf(0.5 / Math.sqrt(2));
        Coverage.of(repetitions, truth, i -> {
                    double[] members = persons(draws, 60, 4, 0.5);
                    double[] others = persons(draws, 50, 3, 0);
                    return Roc.auc(members, others, owners(60, 4), owners(50, 3), 0.95)
                            .interval();
                })
                .holdsAt(0.95, repetitions);
    }

    /** The printed rows stand in src/docs/operating-characteristics.md. */
    @Tag("slow")
    @ParameterizedTest(name = "{0} members, {1} non-members, shift {2}")
    @CsvSource({"279, 120, 0", "279, 120, 0.5", "279, 120, 2.5", "2682, 1342, 0", "2682, 1342, 0.5", "2682, 1342, 2.5"})
    void the_area_is_covered_at_its_level(int n, int h, double shift) {
        Draws draws = new Draws(47);
        int repetitions = 4000;
        double truth = Normal.cdf(shift / Math.sqrt(2));
        Coverage seen = Coverage.of(
                repetitions,
                truth,
                i -> Roc.auc(draws.gaussians(n, shift), draws.gaussians(h, 0), null, null, 0.95)
                        .interval());
        System.out.println(String.format(
                Locale.ROOT,
                "| %d | %d | %.3f | %.3f | %.3f | %.4f |",
                n,
                h,
                truth,
                seen.lower(),
                seen.upper(),
                seen.width()));
        seen.holdsAt(0.945, repetitions);
    }

    /** Rows of person p at p, p + persons, p + 2 persons, ...: half of the variance is the person's. */
    private static double[] persons(Draws draws, int persons, int rows, double shift) {
        double[] shared = repeat(draws.gaussians(persons, 0), rows);
        double[] own = draws.gaussians(persons * rows, 0);
        for (int i = 0; i < own.length; i++) {
            own[i] = (own[i] + shared[i]) / Math.sqrt(2) + shift;
        }
        return own;
    }

    static double[] repeat(double[] values, int times) {
        double[] repeated = new double[values.length * times];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = values[i % values.length];
        }
        return repeated;
    }

    static int[] owners(int persons, int times) {
        int[] owners = new int[persons * times];
        Arrays.setAll(owners, i -> i % persons);
        return owners;
    }

    static double[] rounded(double[] values) {
        return Arrays.stream(values).map(v -> Math.rint(v * 4) / 4).toArray();
    }

    private static double variance(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }
}
