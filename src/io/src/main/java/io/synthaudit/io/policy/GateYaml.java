package io.synthaudit.io.policy;

import io.synthaudit.core.gate.Gate;
import io.synthaudit.core.gate.Gate.Of;
import io.synthaudit.core.gate.Gate.WhenRoleAbsent;
import io.synthaudit.core.gate.GateScope;
import io.synthaudit.core.gate.GateScope.Aggregate;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import io.synthaudit.io.yaml.YamlMapping;
import io.synthaudit.io.yaml.YamlNode;
import io.synthaudit.io.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one entry of {@code gates}. */
final class GateYaml {

    private static final Pattern ID =
            Pattern.compile("(privacy|fidelity|utility|validity)(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    private GateYaml() {}

    static Gate gate(YamlMapping map) {
        map.allow(
                "id",
                "measure",
                "scope",
                "at-most",
                "at-least",
                "within",
                "of",
                "severity",
                "requires",
                "when-role-absent",
                "criteria",
                "because");
        GateScope scope = map.optional("scope").map(n -> scope(n.mapping())).orElse(GateScope.ANY);
        Of of = map.optional("of").map(n -> Words.choice(n, Of.values())).orElse(Of.VALUE);
        YamlNode measure = map.required("measure");
        return new Gate(
                id(map.required("id")),
                measure.text(),
                scope,
                LimitYaml.limit(map, of),
                of,
                Words.choice(map.required("severity"), Severity.values()),
                rows(map, "at-least", 0),
                rows(map, "below", Long.MAX_VALUE),
                whenRoleAbsent(map, scope),
                map.optional("criteria").map(n -> n.sequence().texts()).orElse(List.of()),
                map.optional("because").map(YamlNode::text).orElse(""),
                measure.place().line());
    }

    private static String id(YamlNode node) {
        if (!ID.matcher(node.text()).matches()) {
            throw node.error(
                    "expected a family and a name, such as privacy.near-copies, found other text.",
                    "Families: privacy, fidelity, utility, validity.",
                    "The verdict is given per family, and by its id a gate says where it belongs.");
        }
        return node.text();
    }

    private static GateScope scope(YamlMapping map) {
        map.allow("role", "kind", "columns", "subgroups", "params", "aggregate");
        YamlNode aggregate = map.optional("aggregate").orElse(null);
        boolean quantile = aggregate != null && !(aggregate instanceof YamlScalar);
        return new GateScope(
                map.optional("role").map(n -> Words.choice(n, Role.values())).orElse(null),
                map.optional("kind").map(n -> Words.choice(n, Kind.values())).orElse(null),
                map.optional("columns").map(n -> n.sequence().texts()).orElse(List.of()),
                map.optional("subgroups").map(n -> n.scalar().truth()).orElse(false),
                quantile ? Aggregate.QUANTILE : aggregate == null ? Aggregate.ALL : aggregate(aggregate),
                quantile ? quantile(aggregate) : Double.NaN,
                map.optional("params").map(n -> params(n.mapping())).orElse(Map.of()));
    }

    private static Map<String, String> params(YamlMapping map) {
        Map<String, String> params = new TreeMap<>();
        map.entries().forEach((key, value) -> params.put(key, value.text()));
        return params;
    }

    private static Aggregate aggregate(YamlNode node) {
        if (node.scalar().written().equals("quantile")) {
            throw node.error("a quantile says which one.", "Write aggregate: {quantile: 0.95}.");
        }
        return Words.choice(node, new Aggregate[] {Aggregate.ALL, Aggregate.WORST, Aggregate.MEAN});
    }

    private static double quantile(YamlNode aggregate) {
        YamlNode node = aggregate.mapping().allow("quantile").required("quantile");
        double quantile = node.number();
        if (!(quantile > 0 && quantile < 1)) {
            throw node.error(
                    "expected a quantile above 0 and below 1, found another number.",
                    "For all parts write aggregate: all.");
        }
        return quantile;
    }

    private static long rows(YamlMapping map, String key, long otherwise) {
        YamlMapping requires = map.optional("requires").map(YamlNode::mapping).orElse(null);
        if (requires == null) {
            return otherwise;
        }
        YamlMapping rows =
                requires.allow("holdout-rows").required("holdout-rows").mapping();
        rows.allow("at-least", "below");
        if (rows.keys().isEmpty()) {
            throw rows.error("expected at-least or below, found nothing.");
        }
        YamlNode node = rows.optional(key).orElse(null);
        if (node == null) {
            return otherwise;
        }
        long value = node.scalar().integer();
        if (value < 1) {
            throw node.error("expected a number of rows from 1 on, found less.");
        }
        return value;
    }

    private static WhenRoleAbsent whenRoleAbsent(YamlMapping map, GateScope scope) {
        YamlNode node = map.optional("when-role-absent").orElse(null);
        if (node == null) {
            return WhenRoleAbsent.NOT_EVALUATED;
        }
        if (scope.role() == null) {
            throw node.error("the gate's scope has no role that could be absent.", "Add scope: {role: ...}.");
        }
        return Words.choice(node, WhenRoleAbsent.values());
    }
}
