package io.synthaudit.io.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthaudit.core.gate.Gate;
import io.synthaudit.core.gate.GateScope.Aggregate;
import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import io.synthaudit.io.FormatException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyYamlTest {

    private static final String HEAD = "format: synthaudit-policy/1\nid: p\n";
    private static final String GATE = "  - id: privacy.a\n    measure: attack.inference\n    severity: blocker\n";

    private static Policy parse(String text) {
        return PolicyYaml.parse("policy.yaml", text);
    }

    /** One gate whose further lines stand at line 7 and following. */
    private static Policy withGate(String lines) {
        return parse(HEAD + "gates:\n" + GATE + lines.indent(4));
    }

    private static void rejects(String lines, String message) {
        assertThatThrownBy(() -> withGate(lines))
                .isInstanceOf(FormatException.class)
                .hasMessage(message);
    }

    private static void rejectsFile(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(FormatException.class)
                .hasMessage(message);
    }

    @Test
    void reads_everything_that_a_policy_says() {
        Policy policy = parse("""
                format: synthaudit-policy/1
                id: mine
                title: For us
                confidence: 0.9
                on-inconclusive: warn
                on-error: block-blockers
                gates:
                  - id: privacy.inference
                    measure: attack.inference/excess
                    scope: {role: sensitive, kind: categorical, columns: [a, b], subgroups: true, params: {learner: linear}, aggregate: {quantile: 0.9}}
                    within: [-1, 0.09]
                    of: excess
                    severity: major
                    requires: {holdout-rows: {at-least: 50, below: 3000}}
                    when-role-absent: all
                    criteria: [wp216.inference]
                    because: "so"
                """);
        assertThat(policy.id()).isEqualTo("mine");
        assertThat(policy.title()).isEqualTo("For us");
        assertThat(policy.confidence()).isEqualTo(0.9);
        assertThat(policy.onInconclusive()).isEqualTo(Policy.Reaction.WARN);
        assertThat(policy.onError()).isEqualTo(Policy.Reaction.BLOCK_BLOCKERS);
        assertThat(policy.onNotEvaluated()).isEqualTo(Policy.Reaction.BLOCK);
        Gate gate = policy.gates().get(0);
        assertThat(gate.measure()).isEqualTo("attack.inference/excess");
        assertThat(gate.scope().role()).isEqualTo(Role.SENSITIVE);
        assertThat(gate.scope().kind()).isEqualTo(Kind.CATEGORICAL);
        assertThat(gate.scope().columns()).containsExactly("a", "b");
        assertThat(gate.scope().subgroups()).isTrue();
        assertThat(gate.scope().aggregate()).isEqualTo(Aggregate.QUANTILE);
        assertThat(gate.scope().quantile()).isEqualTo(0.9);
        assertThat(gate.scope().params()).containsOnly(Map.entry("learner", "linear"));
        assertThat(gate.limit()).isEqualTo(new Limit(-1, 0.09));
        assertThat(gate.of()).isEqualTo(Gate.Of.EXCESS);
        assertThat(gate.severity()).isEqualTo(Severity.MAJOR);
        assertThat(gate.minHoldoutRows()).isEqualTo(50);
        assertThat(gate.belowHoldoutRows()).isEqualTo(3000);
        assertThat(gate.whenRoleAbsent()).isEqualTo(Gate.WhenRoleAbsent.ALL);
        assertThat(gate.criteria()).containsExactly("wp216.inference");
        assertThat(gate.because()).isEqualTo("so");
        assertThat(gate.line()).isEqualTo(9);
    }

    @Test
    void what_is_left_out_is_strict() {
        Policy policy = withGate("at-most: 0.1");
        assertThat(policy.confidence()).isEqualTo(0.95);
        assertThat(policy.onInconclusive()).isEqualTo(Policy.Reaction.BLOCK);
        assertThat(policy.onError()).isEqualTo(Policy.Reaction.BLOCK);
        Gate gate = policy.gates().get(0);
        assertThat(gate.of()).isEqualTo(Gate.Of.VALUE);
        assertThat(gate.scope().aggregate()).isEqualTo(Aggregate.ALL);
        assertThat(gate.appliesTo(0)).isTrue();
        assertThat(gate.whenRoleAbsent()).isEqualTo(Gate.WhenRoleAbsent.NOT_EVALUATED);
    }

    @Test
    void unknown_and_duplicate_keys_are_errors() {
        rejects(
                "at-mots: 0.1",
                "policy.yaml, line 7, gates[0].at-mots: there is no such key here.\n  Did you mean \"at-most\"?\n"
                        + "  Choices: id, measure, scope, at-most, at-least, within, of, severity, requires, when-role-absent,"
                        + " criteria, because.");
        rejects(
                "at-most: 0.1\nat-most: 0.2",
                "policy.yaml, line 8, gates[0].at-most: the key stands here a second time; the first is on line 7.");
        rejects(
                "at-most: 0.1\nscope: {rol: target}",
                "policy.yaml, line 8, gates[0].scope.rol: there is no such key here.\n  Did you mean \"role\"?\n"
                        + "  Choices: role, kind, columns, subgroups, params, aggregate.");
        rejectsFile(
                HEAD + "gate: []\n",
                "policy.yaml, line 3, gate: there is no such key here.\n  Did you mean \"gates\"?\n  Choices: format, id, title,"
                        + " confidence, on-inconclusive, on-error, on-not-evaluated, gates.");
    }

    @Test
    void anchors_and_tags_are_errors() {
        rejects(
                "at-most: &a 0.1",
                "policy.yaml, line 7, gates[0].at-most: found an anchor (&name).\n"
                        + "  Only plain data is allowed here: write the value out.");
        rejects(
                "at-most: !!float 1",
                "policy.yaml, line 7, gates[0].at-most: found a tag (!name).\n  Only plain data is allowed here: no tags.");
    }

    @Test
    void wrong_types_and_choices_are_errors() {
        rejects("at-most: much", "policy.yaml, line 7, gates[0].at-most: expected a finite number, found text.");
        rejects("at-most: .inf", "policy.yaml, line 7, gates[0].at-most: expected a finite number, found another.");
        rejects(
                "at-most: 0.1\nof: exces",
                "policy.yaml, line 8, gates[0].of: found \"exces\", which is no choice here.\n"
                        + "  Did you mean \"excess\"?\n  Choices: value, excess, point.");
        rejectsFile(
                "format: synthaudit-policy/2\nid: p\ngates: []\n",
                "policy.yaml, line 1, format: found \"synthaudit-policy/2\", which is no choice here.\n"
                        + "  Did you mean \"synthaudit-policy/1\"?\n  Choices: synthaudit-policy/1.");
        rejectsFile(
                HEAD + "on-error: stop\ngates: []\n",
                "policy.yaml, line 3, on-error: found \"stop\", which is no choice here.\n"
                        + "  Choices: block, block-blockers, warn.");
        rejectsFile(
                HEAD + "confidence: 95\ngates: []\n",
                "policy.yaml, line 3, confidence: expected a one-sided confidence above 0.5 and below 1, found another number.\n"
                        + "  The usual one is 0.95.");
    }

    @Test
    void a_gate_has_exactly_one_limit() {
        rejects(
                "",
                "policy.yaml, line 4, gates[0]: expected exactly one of at-most, at-least and within, found none.\n"
                        + "  A limit with two ends is written within: [-0.1, 0.1].");
        rejects(
                "at-most: 0.1\nat-least: 0",
                "policy.yaml, line 4, gates[0]: expected exactly one of at-most, at-least and within, found at-most and at-least."
                        + "\n  A limit with two ends is written within: [-0.1, 0.1].");
        rejects(
                "within: [0.1]",
                "policy.yaml, line 7, gates[0].within: expected the two ends [a, b], found a list of 1.");
        rejects(
                "within: [0.1, -0.1]",
                "policy.yaml, line 7, gates[0].within: the lower end is above the upper end.\n  Write the lower end first.");
    }

    @Test
    void limits_that_no_bound_can_meet_are_errors() {
        rejects(
                "at-most: 0",
                "policy.yaml, line 7, gates[0].at-most: no bound can meet a limit of 0.\n"
                        + "  Give a limit above 0, or judge the number without its doubt with of: point.");
        rejects(
                "within: [0.1, 0.1]",
                "policy.yaml, line 7, gates[0].within: no bound can meet a limit without width.\n"
                        + "  Widen it, or judge the number with of: point.");
        rejects(
                "at-least: 0\nof: excess",
                "policy.yaml, line 7, gates[0].at-least: a faultless table has an excess of 0, which must lie inside the limit"
                        + " with room on every side.\n  Give at-most above 0, or at-least below 0.");
        assertThat(withGate("at-most: 0\nof: point").gates().get(0).limit()).isEqualTo(Limit.atMost(0));
    }

    @Test
    void scopes_roles_and_requirements_are_checked() {
        rejects(
                "at-most: 0.1\nscope: {aggregate: quantile}",
                "policy.yaml, line 8, gates[0].scope.aggregate: a quantile says which one.\n"
                        + "  Write aggregate: {quantile: 0.95}.");
        rejects(
                "at-most: 0.1\nscope: {aggregate: {quantile: 95}}",
                "policy.yaml, line 8, gates[0].scope.aggregate.quantile: expected a quantile above 0 and below 1, found another"
                        + " number.\n  For all parts write aggregate: all.");
        rejects(
                "at-most: 0.1\nwhen-role-absent: skip",
                "policy.yaml, line 8, gates[0].when-role-absent: the gate's scope has no role that could be absent.\n"
                        + "  Add scope: {role: ...}.");
        rejects(
                "at-most: 0.1\nrequires: {holdout-rows: {at-least: 0}}",
                "policy.yaml, line 8, gates[0].requires.holdout-rows.at-least: expected a number of rows from 1 on, found less.");
    }

    @Test
    void gates_have_families_and_names_of_their_own() {
        rejectsFile(
                HEAD + "gates:\n" + GATE.replace("privacy.a", "secrecy.a") + "    at-most: 0.1\n",
                "policy.yaml, line 4, gates[0].id: expected a family and a name, such as privacy.near-copies, found other text.\n"
                        + "  Families: privacy, fidelity, utility, validity.\n"
                        + "  The verdict is given per family, and by its id a gate says where it belongs.");
        rejectsFile(
                HEAD + "gates:\n" + GATE + "    at-most: 0.1\n" + GATE + "    at-most: 0.1\n",
                "policy.yaml, line 8, gates[1].id: the gate's id is taken; the first is on line 4.");
        rejectsFile(
                HEAD + "gates: []\n",
                "policy.yaml, line 3, gates: expected at least one gate, found an empty list.\n  Without a gate nothing passes.");
    }

    @Test
    void files_and_streams_are_read_alike(@TempDir Path folder) throws Exception {
        String text = HEAD + "gates:\n" + GATE + "    at-most: 0.1\n";
        Path file = Files.writeString(folder.resolve("p.yaml"), text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(PolicyYaml.read(file)).isEqualTo(PolicyYaml.read(new ByteArrayInputStream(bytes), "p.yaml"));
        assertThatThrownBy(() -> PolicyYaml.read(new ByteArrayInputStream(new byte[] {(byte) 0xff}), "p.yaml"))
                .hasMessage("p.yaml: expected UTF-8, found other bytes.\n  Save the file as UTF-8.");
    }
}
