package io.synthaudit.core.gate;

import static io.synthaudit.core.gate.Bench.MEMBERSHIP;
import static io.synthaudit.core.gate.Bench.NEAR;
import static io.synthaudit.core.gate.Bench.TVD;
import static io.synthaudit.core.gate.Bench.failed;
import static io.synthaudit.core.gate.Bench.gate;
import static io.synthaudit.core.gate.Bench.judge;
import static io.synthaudit.core.gate.Bench.policy;
import static io.synthaudit.core.gate.Bench.requiring;
import static io.synthaudit.core.gate.Bench.strict;
import static io.synthaudit.core.gate.Bench.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.gate.Policy.Reaction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From judgements to one verdict, one per family, and an exit code. */
class RulingTest {

    private static final Gate NEAR_COPIES = gate("privacy.near", "similarity.near-copy-excess", Limit.atMost(0.1));
    private static final Gate COLUMNS =
            gate("fidelity.column", "fidelity.tvd", Limit.atMost(0.1), Gate.Of.VALUE, Severity.MAJOR, GateScope.ANY);
    private static final Finding SAFE = value(NEAR, Target.TABLE, 0, 0.01);
    private static final Finding UNSURE = value(NEAR, Target.TABLE, 0.1, 0.01);
    private static final Finding LIKE = value(TVD, Target.column("age"), 0, 0.01);
    private static final Finding HARDLY = value(TVD, Target.column("age"), 0.1, 0.01);
    private static final Finding UNLIKE = value(TVD, Target.column("age"), 0.5, 0.01);

    private static Ruling rule(Policy policy, Finding... findings) {
        return Judge.ruling(policy, judge(policy, findings), false);
    }

    private static Gate weighing(Severity severity) {
        return gate("fidelity.column", "fidelity.tvd", Limit.atMost(0.1), Gate.Of.VALUE, severity, GateScope.ANY);
    }

    @Test
    void all_gates_passed_is_a_pass() {
        Ruling ruling = rule(strict(NEAR_COPIES, COLUMNS), SAFE, LIKE);
        assertThat(ruling.verdict()).isEqualTo(Verdict.PASS);
        assertThat(ruling.exitCode()).isZero();
        assertThat(ruling.families())
                .containsExactly(
                        entry("privacy", Verdict.PASS),
                        entry("fidelity", Verdict.PASS),
                        entry("utility", Verdict.NOT_EVALUATED),
                        entry("validity", Verdict.NOT_EVALUATED));
        assertThat(ruling.reason()).isEqualTo("All gates of bench that count are passed (2).");
    }

    @Test
    void a_privacy_pass_with_a_fidelity_fail_is_readable_as_such() {
        Ruling ruling = rule(strict(NEAR_COPIES, COLUMNS), SAFE, UNLIKE);
        assertThat(ruling.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(ruling.exitCode()).isEqualTo(1);
        assertThat(ruling.families()).containsEntry("privacy", Verdict.PASS).containsEntry("fidelity", Verdict.FAIL);
        assertThat(ruling.reason()).isEqualTo("1 gate of bench failed: fidelity.column.");
    }

    @Test
    void fail_comes_before_inconclusive_before_not_evaluated() {
        assertThat(rule(strict(NEAR_COPIES, COLUMNS), UNSURE, UNLIKE).exitCode())
                .isEqualTo(1);
        Ruling unsure = rule(strict(NEAR_COPIES, COLUMNS), UNSURE, failed(TVD, Target.column("age")));
        assertThat(unsure.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(unsure.exitCode()).isEqualTo(3);
        Ruling gap = rule(strict(NEAR_COPIES, COLUMNS), SAFE, failed(TVD, Target.column("age")));
        assertThat(gap.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(gap.exitCode()).isEqualTo(3);
        assertThat(gap.reason()).isEqualTo("1 gate of bench could not be evaluated: fidelity.column.");
    }

    @Test
    void what_a_policy_only_warns_about_is_a_remark() {
        assertThat(rule(policy(Reaction.WARN, NEAR_COPIES, COLUMNS), SAFE, HARDLY)
                        .exitCode())
                .isZero();
        assertThat(rule(policy(Reaction.WARN, NEAR_COPIES, COLUMNS), SAFE).exitCode())
                .isZero();
        assertThat(rule(policy(Reaction.WARN, NEAR_COPIES, COLUMNS), SAFE, UNLIKE)
                        .exitCode())
                .isEqualTo(1);
        assertThat(rule(strict(NEAR_COPIES, COLUMNS), SAFE, HARDLY).exitCode()).isEqualTo(3);
    }

    @Test
    void blockers_can_block_where_others_warn() {
        Policy policy = policy(Reaction.BLOCK_BLOCKERS, NEAR_COPIES, COLUMNS);
        assertThat(rule(policy, SAFE, HARDLY).exitCode()).isZero();
        assertThat(rule(policy, UNSURE, LIKE).exitCode()).isEqualTo(3);
        assertThat(rule(policy, LIKE).exitCode()).isEqualTo(3);
    }

    @Test
    void minor_gates_remark_and_info_gates_are_never_judged() {
        Policy minor = strict(NEAR_COPIES, weighing(Severity.MINOR));
        Ruling remark = rule(minor, SAFE, UNLIKE);
        assertThat(judge(minor, SAFE, UNLIKE).get(1).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judge(minor, SAFE, UNLIKE).get(1).blocking()).isFalse();
        assertThat(remark.exitCode()).isZero();
        assertThat(remark.families()).containsEntry("fidelity", Verdict.NOT_EVALUATED);
        assertThat(rule(minor, SAFE, LIKE).families()).containsEntry("fidelity", Verdict.PASS);
        Policy info = strict(NEAR_COPIES, weighing(Severity.INFO));
        Judgement listed = judge(info, SAFE, UNLIKE).get(1);
        assertThat(listed.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(listed.observed()).isEqualTo(0.5);
        assertThat(listed.reason()).startsWith("For information, never judged. Observed 0.5; ");
        assertThat(rule(info, SAFE, UNLIKE).exitCode()).isZero();
    }

    @Test
    void nothing_passes_unless_a_gate_that_decides_was_passed() {
        assertThat(rule(policy(Reaction.WARN, NEAR_COPIES)).exitCode()).isEqualTo(3);
        assertThat(rule(policy(Reaction.WARN, NEAR_COPIES), UNSURE).exitCode()).isEqualTo(3);
        assertThat(rule(strict(weighing(Severity.MINOR)), LIKE).exitCode()).isEqualTo(3);
        assertThat(rule(strict()).verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(rule(strict()).reason()).isEqualTo("No gate of bench that decides was passed.");
    }

    @Test
    void a_partial_audit_can_fail_and_nothing_else() {
        Policy policy = strict(NEAR_COPIES, COLUMNS);
        List<Judgement> good = Judge.judge(policy, Bench.CATALOG, List.of(LIKE), Bench.SCHEMA, Bench.SIZES, true);
        assertThat(good.get(0).reason()).isEqualTo("similarity.near-copy-excess/excess was left out by --only.");
        Ruling ruling = Judge.ruling(policy, good, true);
        assertThat(ruling.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(ruling.exitCode()).isEqualTo(3);
        assertThat(ruling.reason()).isEqualTo("Evaluations were left out by --only: a partial audit passes nothing.");
        List<Judgement> bad = Judge.judge(policy, Bench.CATALOG, List.of(UNLIKE), Bench.SCHEMA, Bench.SIZES, true);
        assertThat(Judge.ruling(policy, bad, true).exitCode()).isEqualTo(1);
    }

    @Test
    void gates_stand_in_for_each_other_by_the_size_of_the_holdout_alone() {
        Gate tpr = requiring(
                gate("privacy.tpr", "attack.membership.distance/tpr-at-fpr-0.01", Limit.atMost(0.02)),
                3000,
                Long.MAX_VALUE);
        Gate auc = requiring(gate("privacy.auc", "attack.membership.distance", Limit.atMost(0.55)), 0, 3000);
        Finding area = value(MEMBERSHIP, Target.TABLE, 0.5, 0.01);
        Policy both = strict(tpr, auc);
        List<Judgement> judgements = judge(both, area);
        assertThat(judgements.get(0).verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(judgements.get(0).blocking()).isFalse();
        assertThat(judgements.get(0).reason())
                .isEqualTo(
                        "Not judged: it applies from 3,000 holdout rows, and there are 2,000; privacy.auc stands in.");
        assertThat(Judge.ruling(both, judgements, false).exitCode()).isZero();

        List<Judgement> large =
                Judge.judge(both, Bench.CATALOG, List.of(area), Bench.SCHEMA, new Sizes(8000, 4000, 3000), false);
        assertThat(large.get(0).blocking()).isTrue();
        assertThat(large.get(0).reason())
                .isEqualTo("This run has no finding of attack.membership.distance/tpr-at-fpr-0.01.");
        assertThat(large.get(1).reason())
                .isEqualTo(
                        "Not judged: it applies below 3,000 holdout rows, and there are 3,000; privacy.tpr stands in.");
    }

    @Test
    void a_gate_that_nothing_stands_in_for_is_missed_and_not_dropped() {
        Gate alone = requiring(gate("privacy.near", NEAR.id(), Limit.atMost(0.1)), 3000, Long.MAX_VALUE);
        Judgement judgement = judge(alone, SAFE);
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(judgement.blocking()).isTrue();
        assertThat(judgement.reason())
                .isEqualTo(
                        "Not judged: it applies from 3,000 holdout rows, and there are 2,000; no other gate stands in.");
    }

    @Test
    void without_a_holdout_the_gate_says_that_it_cannot_be_made_afterwards() {
        List<Judgement> judgements = Judge.judge(
                strict(NEAR_COPIES), Bench.CATALOG, List.of(), Bench.SCHEMA, new Sizes(8000, 4000, 0), false);
        assertThat(judgements.get(0).reason()).endsWith("a holdout cannot be made afterwards.");
    }
}
