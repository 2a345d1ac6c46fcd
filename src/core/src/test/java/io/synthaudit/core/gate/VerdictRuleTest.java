package io.synthaudit.core.gate;

import static io.synthaudit.core.gate.Bench.INFERENCE;
import static io.synthaudit.core.gate.Bench.MISSING;
import static io.synthaudit.core.gate.Bench.NEAR;
import static io.synthaudit.core.gate.Bench.TVD;
import static io.synthaudit.core.gate.Bench.estimate;
import static io.synthaudit.core.gate.Bench.excess;
import static io.synthaudit.core.gate.Bench.gate;
import static io.synthaudit.core.gate.Bench.judge;
import static io.synthaudit.core.gate.Bench.measured;
import static io.synthaudit.core.gate.Bench.permuted;
import static io.synthaudit.core.gate.Bench.subject;
import static io.synthaudit.core.gate.Bench.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** One gate, one finding: which bound decides, and what is said. */
class VerdictRuleTest {

    private static final Gate COPIES = gate("privacy.near-copies", "similarity.near-copy-excess", Limit.atMost(0.05));
    private static final Gate LOSS =
            gate("validity.missing-rate", "validity.missing-rate-difference", new Limit(-0.05, 0.05));
    private static final Gate COLUMN =
            gate("fidelity.column", "fidelity.tvd", Limit.atMost(0.1), Gate.Of.EXCESS, Severity.MAJOR, GateScope.ANY);

    private static Finding copies(double lower, double value, double upper) {
        return value(NEAR, Target.TABLE, estimate(lower, value, upper));
    }

    @Test
    void passes_if_the_upper_bound_is_inside() {
        Judgement judgement = judge(COPIES, copies(0.001, 0.0123, 0.0317));
        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.blocking()).isTrue();
        assertThat(judgement.observed()).isEqualTo(0.0123);
        assertThat(judgement.bound()).isEqualTo(0.0317);
        assertThat(judgement.margin()).isCloseTo(0.0183, within(1e-12));
        assertThat(judgement.findings()).containsExactly("similarity.near-copy-excess/excess");
        assertThat(judgement.reason())
                .isEqualTo("Observed 0.0123; the upper 95 % bound 0.0317 is inside the limit of at most 0.05.");
    }

    @Test
    void a_bound_on_the_limit_is_inside() {
        assertThat(judge(COPIES, copies(0.001, 0.01, 0.05)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(COPIES, copies(0.05, 0.06, 0.07)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void fails_if_the_lower_bound_is_outside() {
        Judgement judgement = judge(COPIES, copies(0.1513, 0.1613, 0.1707));
        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.blocking()).isTrue();
        assertThat(judgement.margin()).isCloseTo(-0.1207, within(1e-12));
        assertThat(judgement.reason())
                .isEqualTo("Observed 0.161; even the lower 95 % bound 0.151 is outside the limit of at most 0.05.");
    }

    @Test
    void an_undecided_value_inside_says_how_many_rows_would_decide() {
        // (0.08 - 0.03) / (0.05 - 0.03) = 2.5, squared 6.25
        Judgement judgement = judge(COPIES, copies(0.01, 0.03, 0.08));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason())
                .isEqualTo(
                        "Observed 0.03 is inside the limit of at most 0.05, but the upper 95 % bound 0.08 is not; at this"
                                + " value it takes about 6.25 times the rows to decide: 50,000 training, 25,000 synthetic and 13,000"
                                + " holdout rows.");
    }

    @Test
    void an_undecided_value_outside_says_so() {
        // (0.06 - 0.04) / (0.06 - 0.05) = 2, squared 4
        Judgement judgement = judge(COPIES, copies(0.04, 0.06, 0.08));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason())
                .isEqualTo(
                        "Observed 0.06 is itself outside the limit of at most 0.05, but the lower 95 % bound 0.04 is not;"
                                + " at this value it takes about 4 times the rows to decide: 32,000 training, 16,000 synthetic and"
                                + " 8,000 holdout rows.");
    }

    @Test
    void no_number_of_rows_decides_a_value_on_the_limit() {
        assertThat(judge(COPIES, copies(0.04, 0.05, 0.08)).reason())
                .endsWith("no number of rows decides a value that is the limit itself.");
    }

    @Test
    void a_limit_from_below_looks_at_the_other_bounds() {
        Gate gate = gate("utility.x", "utility.tstr", Limit.atLeast(-0.03));
        assertThat(judge(gate, value(Bench.TSTR, Target.TABLE, estimate(-0.02, -0.01, 0.0)))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge(gate, value(Bench.TSTR, Target.TABLE, estimate(-0.04, -0.01, 0.0)))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        Judgement fail = judge(gate, value(Bench.TSTR, Target.TABLE, estimate(-0.1, -0.08, -0.06)));
        assertThat(fail.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(fail.reason())
                .isEqualTo("Observed -0.08; even the upper 95 % bound -0.06 is outside the limit of at least -0.03.");
    }

    @Test
    void a_limit_with_two_ends_is_judged_on_both_sides() {
        assertThat(judge(LOSS, value(MISSING, Target.TABLE, 0, 0.01)).verdict()).isEqualTo(Verdict.PASS);
        Judgement low = judge(LOSS, value(MISSING, Target.TABLE, -0.1, 0.01));
        assertThat(low.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(low.bound()).isLessThan(-0.1);
        assertThat(judge(LOSS, value(MISSING, Target.TABLE, 0.1, 0.01)).verdict())
                .isEqualTo(Verdict.FAIL);
        Judgement wide = judge(LOSS, value(MISSING, Target.TABLE, -0.02, 0.05));
        assertThat(wide.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(wide.reason())
                .startsWith(
                        "Observed -0.02 is inside the limit of -0.05 to 0.05, but the lower 95 % bound -0.102 is not;");
    }

    @Test
    void a_number_without_an_interval_is_inconclusive_unless_the_point_is_asked_for() {
        Finding finding = value(NEAR, Target.TABLE, Estimate.point(0.01, "The budget forbids resampling"));
        Judgement judgement = judge(COPIES, finding);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.bound()).isNaN();
        assertThat(judgement.reason())
                .isEqualTo(
                        "Observed 0.01 has no interval, so it cannot be held against the limit of at most 0.05: The budget"
                                + " forbids resampling.");
        Gate point =
                gate("privacy.p", COPIES.measure(), Limit.atMost(0.05), Gate.Of.POINT, Severity.BLOCKER, GateScope.ANY);
        assertThat(judge(point, finding).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(point, finding).reason()).isEqualTo("Observed 0.01 is inside the limit of at most 0.05.");
    }

    @Test
    void a_point_is_judged_whatever_its_doubt() {
        Gate zero = gate("validity.id", NEAR.id(), Limit.atMost(0), Gate.Of.POINT, Severity.BLOCKER, GateScope.ANY);
        assertThat(judge(zero, copies(0, 0, 0.01)).verdict()).isEqualTo(Verdict.PASS);
        Judgement one = judge(zero, copies(0, 0.0001, 0.01));
        assertThat(one.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(one.reason()).isEqualTo("Observed 0.0001 is outside the limit of at most 0.");
    }

    @Test
    void bounds_of_a_lower_confidence_are_widened_and_those_of_a_higher_one_are_kept() {
        Finding narrow = value(NEAR, Target.TABLE, Estimate.of(0.03, new Interval(0.02, 0.045, 0.84, "planted")));
        // 0.03 + 0.015 * 1.645 / 0.994 = 0.0548
        assertThat(judge(COPIES, narrow).bound()).isCloseTo(0.0548, within(5e-5));
        assertThat(judge(COPIES, narrow).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        Finding selected = value(NEAR, Target.TABLE, Estimate.of(0.03, new Interval(0.02, 0.045, 0.975, "planted")));
        assertThat(judge(COPIES, selected).bound()).isEqualTo(0.045);
    }

    @Test
    void an_excess_passes_only_if_tables_of_this_size_could_show_the_limit() {
        Finding resolved = excess(TVD, Target.column("age"), estimate(-0.01, 0.01, 0.03), 0.09);
        assertThat(judge(COLUMN, resolved).verdict()).isEqualTo(Verdict.PASS);
        Finding noisy = excess(TVD, Target.column("age"), estimate(-0.01, 0.01, 0.03), 0.2);
        Judgement judgement = judge(COLUMN, noisy);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason())
                .isEqualTo(
                        "A table of this size cannot show a difference of 0.1: two fresh real samples are expected to differ"
                                + " by 0.2. It needs about 8,000 rows of both synthetic table and holdout; 2,000 were compared.");
        Finding bad = excess(TVD, Target.column("age"), estimate(0.2, 0.3, 0.4), 0.2);
        assertThat(judge(COLUMN, bad).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void an_excess_that_is_not_there_is_not_evaluated() {
        Judgement judgement = judge(COLUMN, value(TVD, Target.column("age"), estimate(0, 0.01, 0.02)));
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(judgement.reason()).isEqualTo("There is no fresh real sample to set it beside.");
    }

    @Test
    void an_attack_that_cries_wolf_is_not_evaluated() {
        Gate gate = gate("privacy.inference", "attack.inference", Limit.atMost(0.09));
        Estimate good = estimate(0, 0.01, 0.02);
        Finding calm = measured(subject(INFERENCE, Target.TABLE), good, null, Double.NaN, permuted(18));
        assertThat(judge(gate, calm).verdict()).isEqualTo(Verdict.PASS);
        Finding wolf = measured(subject(INFERENCE, Target.TABLE), good, null, Double.NaN, permuted(19));
        Judgement judgement = judge(gate, wolf);
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(judgement.blocking()).isTrue();
        assertThat(judgement.reason())
                .isEqualTo(
                        "With training and holdout labels permuted it still raises an alarm in 19 of 200 games, so its alarms"
                                + " mean nothing here.");
    }

    @Test
    void numbers_are_the_same_in_every_locale_and_never_look_like_a_limit_that_they_are_not() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("de"));
            assertThat(judge(COPIES, copies(0.050001, 0.061234, 0.07)).reason())
                    .isEqualTo(
                            "Observed 0.0612; even the lower 95 % bound 0.050001 is outside the limit of at most 0.05.");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Figures.number(1234.5)).isEqualTo("1234");
        assertThat(Figures.number(-0.00012345)).isEqualTo("-0.000123");
        assertThat(Figures.about(12345)).isEqualTo("13,000");
        assertThat(Figures.about(Double.POSITIVE_INFINITY)).isEqualTo("more than 10^15");
    }
}
