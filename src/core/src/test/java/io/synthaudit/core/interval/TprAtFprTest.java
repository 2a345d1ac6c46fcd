package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TprAtFprTest {

    @Test
    void the_rate_is_the_largest_one_at_a_threshold_within_the_limit() {
        double[] members = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] others = {0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5};
        assertThat(rate(members, others, 0.1)).isEqualTo(0.2);
        assertThat(rate(members, others, 0.29)).isEqualTo(0.3);
        assertThat(rate(members, others, 0.05)).isEqualTo(0.1);
    }

    @Test
    void ties_go_together_and_nothing_is_interpolated() {
        double[] members = {1, 1, 1, 1};
        double[] others = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        assertThat(rate(members, others, 0.05)).isZero();
        assertThat(rate(members, others, 0.1)).isEqualTo(1);
        assertThat(rate(members, new double[10], 0.01)).isEqualTo(1);
    }

    @Test
    void the_interval_holds_the_value_and_knows_that_the_threshold_is_estimated() {
        Draws draws = new Draws(71);
        double[] members = draws.gaussians(20_000, 0);
        double[] others = draws.gaussians(3_000, 0);
        Estimate estimate = Roc.tprAtFpr(members, others, 0.01, 1, 1, 0.95);
        Interval asIfKnown = Proportions.clopperPearson(estimate.value() * 20_000, 20_000, 0.95);
        assertThat(estimate.interval().contains(estimate.value())).isTrue();
        assertThat(estimate.interval().width()).isGreaterThan(2 * asIfKnown.width());
        assertThat(estimate.bias()).isEqualTo(0.01);
    }

    @Test
    void dependent_rows_widen_both_sides_of_the_rectangle() {
        Draws draws = new Draws(73);
        double[] members = draws.gaussians(5_000, 0);
        double[] others = draws.gaussians(4_000, 0);
        double independent =
                Roc.tprAtFpr(members, others, 0.01, 1, 1, 0.95).interval().width();
        double clusteredMembers =
                Roc.tprAtFpr(members, others, 0.01, 3, 1, 0.95).interval().width();
        double clusteredOthers =
                Roc.tprAtFpr(members, others, 0.01, 1, 3, 0.95).interval().width();
        assertThat(clusteredMembers).isGreaterThan(independent);
        assertThat(clusteredOthers).isGreaterThan(independent);
    }

    @Test
    void too_few_non_members_give_an_interval_that_says_nothing() {
        double[] members = new double[50];
        Arrays.setAll(members, i -> i);
        Interval bounds = Roc.tprAtFpr(members, new double[] {10, 20, 30}, 0.01, 1, 1, 0.95)
                .interval();
        assertThat(bounds.lower()).isZero();
        assertThat(bounds.upper()).isGreaterThan(0.6);
    }

    @Test
    void a_rate_is_resolvable_from_30_expected_false_alarms() {
        assertThat(Roc.resolvable(3_000, 0.01)).isTrue();
        assertThat(Roc.resolvable(2_999, 0.01)).isFalse();
        assertThat(Roc.resolvable(30_000, 0.001)).isTrue();
        assertThat(Roc.resolvable(29_999, 0.001)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Roc.resolvable(100, 0));
    }

    @ParameterizedTest(name = "{0} members, {1} non-members, shift {2}")
    @CsvSource({"4000, 3000, 0", "4000, 3000, 0.3", "2682, 1342, 0"})
    void the_rank_rectangle_covers_the_truth(int n, int h, double shift) {
        covers(n, h, shift, 300, new Draws(79));
    }

    /**
     * Clopper-Pearson at the observed threshold covers .488 in the last row, two-sided at 95 %. The printed rows stand in
     * src/docs/operating-characteristics.md.
     */
    @Tag("slow")
    @ParameterizedTest(name = "{0} members, {1} non-members, shift {2}")
    @CsvSource({"4000, 3000, 0", "4000, 3000, 0.3", "4000, 3000, 1", "2682, 1342, 0", "39032, 4879, 0"})
    void the_rank_rectangle_covers_the_truth_where_clopper_pearson_covers_half(int n, int h, double shift) {
        Coverage seen = covers(n, h, shift, 4000, new Draws(83));
        double truth = Normal.tail(Normal.z(0.99) - shift);
        System.out.println(String.format(
                Locale.ROOT,
                "| %d | %d | %.3f | %.3f | %.3f | %.4f |",
                n,
                h,
                truth,
                seen.lower(),
                seen.upper(),
                seen.width()));
    }

    private static Coverage covers(int n, int h, double shift, int repetitions, Draws draws) {
        double truth = Normal.tail(Normal.z(0.99) - shift);
        Coverage seen = Coverage.of(
                repetitions,
                truth,
                i -> Roc.tprAtFpr(draws.gaussians(n, shift), draws.gaussians(h, 0), 0.01, 1, 1, 0.95)
                        .interval());
        seen.holdsAt(0.95, repetitions);
        return seen;
    }

    private static double rate(double[] members, double[] others, double fpr) {
        return Roc.tprAtFpr(members, others, fpr, 1, 1, 0.95).value();
    }
}
