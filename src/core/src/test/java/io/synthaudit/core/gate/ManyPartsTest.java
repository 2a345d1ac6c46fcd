package io.synthaudit.core.gate;

import static io.synthaudit.core.gate.Bench.NEAR;
import static io.synthaudit.core.gate.Bench.PAIR;
import static io.synthaudit.core.gate.Bench.TVD;
import static io.synthaudit.core.gate.Bench.failed;
import static io.synthaudit.core.gate.Bench.gate;
import static io.synthaudit.core.gate.Bench.judge;
import static io.synthaudit.core.gate.Bench.notApplicable;
import static io.synthaudit.core.gate.Bench.policy;
import static io.synthaudit.core.gate.Bench.scope;
import static io.synthaudit.core.gate.Bench.strict;
import static io.synthaudit.core.gate.Bench.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.gate.GateScope.Aggregate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several findings under one gate, several gates in one family. */
class ManyPartsTest {

    private static final Gate WORST = gate("fidelity.column", "fidelity.tvd", Limit.atMost(0.1));
    private static final Target AGE = Target.column("age");
    private static final Target SEX = Target.column("sex");

    private static Gate pairs(double q) {
        return gate(
                "fidelity.pairs",
                "fidelity.pair-tvd",
                Limit.atMost(0.1),
                Gate.Of.VALUE,
                Severity.MAJOR,
                scope(Aggregate.QUANTILE, q));
    }

    /** So many pairs at a value, the others at 0; sd 0.01. */
    private static Finding[] pairs(int parts, int bad, double value) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            findings.add(value(PAIR, Target.pair("a" + i, "b"), i < bad ? value : 0, 0.01));
        }
        return findings.toArray(Finding[]::new);
    }

    @Test
    void every_part_must_pass_and_the_worst_is_named() {
        Judgement judgement = judge(WORST, value(TVD, AGE, 0.01, 0.01), value(TVD, SEX, 0.05, 0.01));
        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.observed()).isEqualTo(0.05);
        assertThat(judgement.findings()).containsExactly("fidelity.tvd/distance@sex", "fidelity.tvd/distance@age");
        assertThat(judgement.reason())
                .isEqualTo(
                        "Worst of 2 parts: sex. Observed 0.05; the upper 95 % bound 0.0664 is inside the limit of at most 0.1.");
        Judgement undecided = judge(WORST, value(TVD, AGE, 0.01, 0.01), value(TVD, SEX, 0.099, 0.01));
        assertThat(undecided.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(undecided.reason()).startsWith("1 of 2 parts undecided, worst: sex. Observed 0.099 is inside");
    }

    @Test
    void one_part_beyond_doubt_fails_the_gate() {
        Judgement judgement = judge(WORST, value(TVD, AGE, 0.01, 0.01), value(TVD, SEX, 0.2, 0.01));
        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.reason()).startsWith("1 of 2 parts outside, worst: sex. Observed 0.2; even the lower");
    }

    @Test
    void a_failure_must_survive_holm_over_the_parts_of_its_family() {
        // z = 2, p = .023: enough alone, not among 5, where the smallest p must be at most .01.
        Finding[] five = new Finding[5];
        for (int i = 0; i < 5; i++) {
            five[i] = value(TVD, Target.column("c" + i), i == 0 ? 0.12 : 0, 0.01);
        }
        assertThat(judge(WORST, five[0]).verdict()).isEqualTo(Verdict.FAIL);
        Judgement among = judge(WORST, five);
        assertThat(among.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(among.reason())
                .contains(
                        "That may be chance among the 5 numbers tested together (Holm); at this value it takes about 1.35 times");
        // z = 3, p = .0013
        five[0] = value(TVD, Target.column("c0"), 0.13, 0.01);
        assertThat(judge(WORST, five).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void gates_of_other_families_and_weights_are_tested_apart() {
        Gate near = gate("privacy.near", "similarity.near-copy-excess", Limit.atMost(0.1));
        Finding copies = value(NEAR, Target.TABLE, 0.12, 0.01);
        Finding columns = value(TVD, AGE, 0, 0.01);
        Gate minor =
                gate("privacy.minor", "fidelity.tvd", Limit.atMost(0.1), Gate.Of.VALUE, Severity.MINOR, GateScope.ANY);
        assertThat(judge(strict(near, WORST, minor), copies, columns).get(0).verdict())
                .isEqualTo(Verdict.FAIL);
        // Two tested: p must be at most .025, and z = 1.9 has p = .029.
        Finding closer = value(NEAR, Target.TABLE, 0.119, 0.01);
        Gate other = gate("privacy.other", "fidelity.tvd", Limit.atMost(0.1));
        assertThat(judge(strict(near, minor), closer, columns).get(0).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judge(strict(near, other), closer, columns).get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_quantile_lets_some_parts_exceed_at_a_stricter_level() {
        // 40 parts, q = .95: r = 2, so bounds at 1 - .05 / 3 = 98.3 %, z = 2.128.
        Judgement judgement = judge(pairs(0.95), pairs(40, 2, 0.5));
        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.bound()).isCloseTo(0.02128, within(1e-5));
        assertThat(judgement.reason())
                .isEqualTo(
                        "Of 40 parts 2 may exceed the limit, each bounded at 98.3 %; 2 do or may. The next worst: a10 and b."
                                + " Observed 0; the upper 98.3 % bound 0.0213 is inside the limit of at most 0.1.");
        assertThat(judge(pairs(0.95), pairs(40, 3, 0.5)).verdict()).isEqualTo(Verdict.FAIL);
        // Inside at 95 % (0.0945), but not at 98.3 % (0.1013)
        assertThat(judge(pairs(0.95), pairs(40, 3, 0.08)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(pairs(0.95), pairs(40, 2, 0.08)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.findings()).hasSize(25).startsWith("fidelity.pair-tvd/distance@a0|b");
    }

    @Test
    void a_quantile_of_few_parts_lets_none_exceed() {
        assertThat(judge(pairs(0.95), pairs(19, 1, 0.5)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judge(pairs(0.95), pairs(20, 1, 0.5)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_mean_takes_values_and_bounds_together() {
        Gate mean = gate(
                "fidelity.mean",
                "fidelity.tvd",
                Limit.atMost(0.1),
                Gate.Of.VALUE,
                Severity.MAJOR,
                scope(Aggregate.MEAN, Double.NaN));
        Judgement judgement = judge(mean, value(TVD, AGE, 0.01, 0.01), value(TVD, SEX, 0.15, 0.01));
        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.observed()).isCloseTo(0.08, within(1e-12));
        assertThat(judgement.findings()).hasSize(2);
        assertThat(judgement.reason())
                .isEqualTo(
                        "Mean of 2 parts. Observed 0.08; the upper 95 % bound 0.0964 is inside the limit of at most 0.1.");
        assertThat(judge(mean, value(TVD, AGE, 0.01, 0.01), failed(TVD, SEX)).verdict())
                .isEqualTo(Verdict.NOT_EVALUATED);
    }

    @Test
    void an_unmeasured_part_is_a_gap_unless_another_one_fails() {
        Finding good = value(TVD, AGE, 0.01, 0.01);
        Judgement broken = judge(WORST, good, failed(TVD, SEX));
        assertThat(broken.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(broken.reason())
                .isEqualTo("1 of 2 parts not measured, first: sex. The evaluation broke: It did not converge.");
        assertThat(judge(WORST, good, notApplicable(TVD, SEX, "too-few")).verdict())
                .isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(judge(WORST, good, notApplicable(TVD, SEX, "kind")).verdict())
                .isEqualTo(Verdict.PASS);
        Finding bad = value(TVD, AGE, 0.5, 0.01);
        assertThat(judge(WORST, bad, failed(TVD, SEX)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_gap_and_a_doubt_block_if_the_policy_blocks_on_either() {
        Policy policy = new Policy(
                "p", "", 0.95, Policy.Reaction.BLOCK, Policy.Reaction.WARN, Policy.Reaction.WARN, List.of(WORST));
        Finding doubt = value(TVD, AGE, 0.1, 0.01);
        assertThat(judge(policy, doubt, failed(TVD, SEX)).get(0).blocking()).isTrue();
        assertThat(judge(policy, value(TVD, AGE, 0, 0.01), failed(TVD, SEX))
                        .get(0)
                        .blocking())
                .isFalse();
        assertThat(judge(policy(Policy.Reaction.WARN, WORST), doubt).get(0).blocking())
                .isFalse();
    }
}
