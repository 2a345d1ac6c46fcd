package io.synthaudit.core.gate;

import static io.synthaudit.core.gate.Bench.INFERENCE;
import static io.synthaudit.core.gate.Bench.PAIR;
import static io.synthaudit.core.gate.Bench.SIZES;
import static io.synthaudit.core.gate.Bench.TVD;
import static io.synthaudit.core.gate.Bench.gate;
import static io.synthaudit.core.gate.Bench.judge;
import static io.synthaudit.core.gate.Bench.notApplicable;
import static io.synthaudit.core.gate.Bench.role;
import static io.synthaudit.core.gate.Bench.scope;
import static io.synthaudit.core.gate.Bench.strict;
import static io.synthaudit.core.gate.Bench.value;
import static io.synthaudit.core.gate.Bench.whenAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.gate.GateScope.Aggregate;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which findings a gate judges, and what happens when there are none. */
class ScopeTest {

    private static final Gate WORST = gate("fidelity.column", "fidelity.tvd", Limit.atMost(0.1));
    private static final Target AGE = Target.column("age");
    private static final Target SEX = Target.column("sex");

    @Test
    void a_table_without_columns_of_a_kind_is_not_held_up_but_privacy_is() {
        Judgement fidelity = judge(WORST, notApplicable(TVD, AGE, "kind"));
        assertThat(fidelity.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(fidelity.blocking()).isFalse();
        Gate privacy = gate("privacy.inference", "attack.inference", Limit.atMost(0.1));
        assertThat(judge(privacy, notApplicable(INFERENCE, AGE, "kind")).blocking())
                .isTrue();
    }

    @Test
    void roles_choose_columns_and_their_absence_is_reacted_to() {
        Gate gate = new Gate(
                "privacy.inference",
                "attack.inference",
                role(Role.SENSITIVE),
                Limit.atMost(0.1),
                Gate.Of.VALUE,
                Severity.BLOCKER,
                0,
                Long.MAX_VALUE,
                Gate.WhenRoleAbsent.NOT_EVALUATED,
                List.of(),
                "",
                1);
        Finding age = value(INFERENCE, Target.given("age", List.of("sex")), 0.5, 0.01);
        Finding disease = value(INFERENCE, Target.given("disease", List.of("age")), 0, 0.01);
        Judgement chosen = judge(gate, age, disease);
        assertThat(chosen.verdict()).isEqualTo(Verdict.PASS);
        assertThat(chosen.findings()).containsExactly("attack.inference/excess@disease^age");
        assertThat(judge(gate, age).reason()).isEqualTo("No finding of this run is in the gate's scope.");

        Schema plain = new Schema(List.of(Field.of("age", Kind.INTEGER), Field.of("disease", Kind.CATEGORICAL)), true);
        Judgement absent = judgeIn(plain, gate, age, disease);
        assertThat(absent.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(absent.blocking()).isTrue();
        assertThat(absent.reason())
                .isEqualTo("No column is declared as sensitive: give --sensitive, or declare the role in the schema.");
        Judgement skipped = judgeIn(plain, whenAbsent(gate, Gate.WhenRoleAbsent.SKIP), age, disease);
        assertThat(skipped.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(skipped.blocking()).isFalse();
        assertThat(judgeIn(plain, whenAbsent(gate, Gate.WhenRoleAbsent.ALL), age, disease)
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    private static Judgement judgeIn(Schema schema, Gate gate, Finding... findings) {
        return Judge.judge(strict(gate), Bench.CATALOG, List.of(findings), schema, SIZES, false)
                .get(0);
    }

    @Test
    void scopes_choose_kinds_columns_and_subgroups() {
        Finding age = value(TVD, AGE, 0, 0.01);
        Finding sex = value(TVD, SEX, 0.5, 0.01);
        Finding group = value(TVD, new Target(Target.Kind.COLUMN, List.of("age"), List.of(), "sex=f"), 0.5, 0.01);
        GateScope integers = new GateScope(null, Kind.INTEGER, List.of(), false, Aggregate.ALL, Double.NaN);
        assertThat(scoped(integers, age, sex, group).verdict()).isEqualTo(Verdict.PASS);
        GateScope named = new GateScope(null, null, List.of("sex"), false, Aggregate.ALL, Double.NaN);
        assertThat(scoped(named, age, sex, group).verdict()).isEqualTo(Verdict.FAIL);
        GateScope groups = new GateScope(null, null, List.of(), true, Aggregate.ALL, Double.NaN);
        Judgement judgement = scoped(
                groups,
                age,
                sex,
                group,
                value(TVD, new Target(Target.Kind.COLUMN, List.of("sex"), List.of(), "sex=m"), 0, 0.01));
        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.reason())
                .startsWith("1 of 2 parts outside. In the worst group (sex=f), for age: observed 0.5; even the lower");
        assertThat(scoped(groups, age).reason())
                .isEqualTo("No column is declared as subgroup: declare the role in the schema.");
        GateScope unknown = new GateScope(null, null, List.of("agee"), false, Aggregate.ALL, Double.NaN);
        assertThat(scoped(unknown, age).reason()).isEqualTo("The tables have no column \"agee\".");
    }

    @Test
    void scopes_choose_parameters_and_a_finding_without_them_stands_for_all() {
        Finding linear = with(Map.of("learner", "linear"), value(TVD, AGE, 0, 0.01));
        Finding forest = with(Map.of("learner", "forest"), value(TVD, AGE, 0.5, 0.01));
        Finding plain = value(TVD, SEX, 0.5, 0.01);
        assertThat(scoped(learner("linear"), linear, forest).verdict()).isEqualTo(Verdict.PASS);
        assertThat(scoped(learner("forest"), linear, forest).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(scoped(learner("linear"), linear, plain).verdict()).isEqualTo(Verdict.FAIL);
        Judgement mistyped = scoped(learner("linaer"), linear, forest);
        assertThat(mistyped.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(mistyped.blocking()).isTrue();
        assertThat(mistyped.reason()).isEqualTo("No finding of this run is in the gate's scope.");
    }

    private static GateScope learner(String name) {
        return new GateScope(null, null, List.of(), false, Aggregate.WORST, Double.NaN, Map.of("learner", name));
    }

    private static Finding with(Map<String, String> params, Finding finding) {
        Finding.Measurement m = (Finding.Measurement) finding;
        Subject old = m.subject();
        Subject subject = new Subject(old.description(), old.measure(), old.variant(), params, old.target());
        return Bench.measured(subject, m.estimate(), null, Double.NaN, null);
    }

    private static Judgement scoped(GateScope scope, Finding... findings) {
        return Bench.judge(
                gate("fidelity.scoped", "fidelity.tvd", Limit.atMost(0.1), Gate.Of.VALUE, Severity.MAJOR, scope),
                findings);
    }

    @Test
    void a_glob_judges_every_measure_that_it_names_and_misses_none() {
        Gate all = gate("fidelity.all", "fidelity.*", Limit.atMost(0.1));
        Finding column = value(TVD, AGE, 0, 0.01);
        Finding pair = value(PAIR, Target.pair("age", "sex"), 0, 0.01);
        assertThat(judge(all, column, pair).verdict()).isEqualTo(Verdict.PASS);
        Judgement missed = judge(all, column);
        assertThat(missed.verdict()).isEqualTo(Verdict.NOT_EVALUATED);
        assertThat(missed.reason()).endsWith("This run has no finding of fidelity.pair-tvd/distance.");
    }

    @Test
    void a_summary_over_all_pairs_is_not_counted_beside_them() {
        Finding summary = value(PAIR, new Target(Target.Kind.PAIRS, List.of(), List.of(), null), 0.5, 0.01);
        Gate gate = gate("fidelity.pairs", "fidelity.pair-tvd", Limit.atMost(0.1));
        assertThat(judge(gate, value(PAIR, Target.pair("age", "sex"), 0, 0.01), summary)
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge(gate, summary).verdict()).isEqualTo(Verdict.FAIL);
    }
}
