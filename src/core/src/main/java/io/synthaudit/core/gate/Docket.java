package io.synthaudit.core.gate;

import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import java.util.ArrayList;
import java.util.List;

/** Finds what each gate of a policy has to judge, and settles the gates that have nothing. */
final class Docket {

    private final Policy policy;
    private final List<Description> catalog;
    private final List<Finding> findings;
    private final Schema schema;
    private final Sizes sizes;
    private final boolean partial;

    Docket(
            Policy policy,
            List<Description> catalog,
            List<Finding> findings,
            Schema schema,
            Sizes sizes,
            boolean partial) {
        this.policy = policy;
        this.catalog = catalog;
        this.findings = findings;
        this.schema = schema;
        this.sizes = sizes;
        this.partial = partial;
    }

    Hearing hear(Gate gate) {
        List<NamedMeasure> measures = NamedMeasure.find(gate.measure(), catalog);
        if (measures.isEmpty()) {
            return notEvaluated(gate, "The catalogue has no measure \"" + gate.measure() + "\".");
        }
        if (!gate.appliesTo(sizes.holdout())) {
            return doesNotApply(gate);
        }
        Role role = gate.scope().role();
        boolean roleAbsent = role != null && schema.with(role).length == 0;
        if (roleAbsent && gate.whenRoleAbsent() == Gate.WhenRoleAbsent.SKIP) {
            return notJudged(gate, "Not judged: no column is declared as " + role.word() + ".");
        }
        if (roleAbsent && gate.whenRoleAbsent() == Gate.WhenRoleAbsent.NOT_EVALUATED) {
            return notEvaluated(gate, "No column is declared as " + role.word() + ": " + remedy(role) + ".");
        }
        for (String column : gate.scope().columns()) {
            if (schema.indexOf(column).isEmpty()) {
                return notEvaluated(gate, "The tables have no column \"" + column + "\".");
            }
        }
        return weigh(gate, parts(gate, measures, roleAbsent ? null : role));
    }

    private List<Part> parts(Gate gate, List<NamedMeasure> measures, Role role) {
        List<Part> parts = new ArrayList<>();
        for (NamedMeasure measure : measures) {
            List<Finding> of = findings.stream().filter(measure::isOf).toList();
            if (of.isEmpty()) {
                parts.add(Part.absent("", measure.name(), whyNone(measure), false));
            }
            boolean single = of.stream().anyMatch(f -> f.subject().target().kind() != Target.Kind.PAIRS);
            for (Finding finding : of) {
                Target target = finding.subject().target();
                // A finding over all pairs repeats what the single pairs say.
                if (!(single && target.kind() == Target.Kind.PAIRS)
                        && gate.scope().admits(finding.subject().params())
                        && inScope(target, gate.scope(), role)) {
                    parts.add(Part.of(finding, gate.of(), policy.confidence()));
                }
            }
        }
        return parts;
    }

    private boolean inScope(Target target, GateScope scope, Role role) {
        if (scope.subgroups() != (target.subgroup() != null)) {
            return false;
        }
        boolean anyColumns =
                role == null && scope.kind() == null && scope.columns().isEmpty();
        if (anyColumns || target.columns().isEmpty()) {
            return anyColumns;
        }
        return target.columns().stream().allMatch(name -> {
            int column = schema.indexOf(name).orElse(-1);
            return column >= 0
                    && (role == null || schema.field(column).has(role))
                    && (scope.kind() == null || schema.field(column).kind() == scope.kind())
                    && (scope.columns().isEmpty() || scope.columns().contains(name));
        });
    }

    private Hearing weigh(Gate gate, List<Part> found) {
        List<Part> parts = found.stream().filter(p -> !p.isOfNoMeaning()).toList();
        if (!parts.isEmpty()) {
            return Hearing.of(gate, parts);
        }
        if (found.isEmpty() && gate.scope().subgroups() && schema.with(Role.SUBGROUP).length == 0) {
            return notEvaluated(gate, "No column is declared as subgroup: " + remedy(Role.SUBGROUP) + ".");
        }
        if (found.isEmpty()) {
            return notEvaluated(gate, "No finding of this run is in the gate's scope.");
        }
        // Nobody can be asked for dates in a table without dates; but what protects people fails closed.
        String why = "Not judged: it has a meaning for no column in its scope.";
        return gate.family().equals("privacy") ? notEvaluated(gate, why) : notJudged(gate, why);
    }

    /** A gate that nothing stands in for is missed, not dropped: a holdout too small must not switch a gate off. */
    private Hearing doesNotApply(Gate gate) {
        String why = StandIn.reason(policy, gate, catalog, sizes.holdout());
        boolean standIn = StandIn.of(policy, gate, catalog, sizes.holdout()).isPresent();
        return standIn ? notJudged(gate, why) : notEvaluated(gate, why);
    }

    private Reason whyNone(NamedMeasure measure) {
        List<String> needs = measure.description().needs();
        if (partial) {
            return new Reason("not-requested", measure.name() + " was left out by --only.");
        }
        if (needs.contains("holdout") && sizes.holdout() == 0) {
            return Reason.NO_HOLDOUT;
        }
        if (needs.contains("target") && schema.with(Role.TARGET).length == 0) {
            return new Reason("no-target", "No column is declared as target: " + remedy(Role.TARGET) + ".");
        }
        if (needs.contains("entity-key") && schema.with(Role.ENTITY_KEY).length == 0) {
            return new Reason("no-entity-key", "No column is declared as entity-key: " + remedy(Role.ENTITY_KEY) + ".");
        }
        if (needs.contains("analyses")) {
            return Reason.NO_ANALYSES;
        }
        return new Reason("no-finding", "This run has no finding of " + measure.name() + ".");
    }

    private static String remedy(Role role) {
        String schema = "declare the role in the schema";
        return switch (role) {
            case TARGET -> "give --target, or " + schema;
            case SENSITIVE -> "give --sensitive, or " + schema;
            case QUASI_IDENTIFIER -> "give --quasi-identifiers, or " + schema;
            case ENTITY_KEY -> "give --entity-key, or " + schema;
            case ROW_KEY, DIRECT_IDENTIFIER, SUBGROUP, EVENT_TIME, EVENT_FLAG -> schema;
        };
    }

    private Hearing notEvaluated(Gate gate, String why) {
        boolean blocks = policy.onNotEvaluated().blocks(gate.severity());
        return Hearing.settled(withoutNumber(gate, blocks, why));
    }

    private static Hearing notJudged(Gate gate, String why) {
        return Hearing.settled(withoutNumber(gate, false, why));
    }

    private static Judgement withoutNumber(Gate gate, boolean blocking, String why) {
        return new Judgement(gate, Verdict.NOT_EVALUATED, blocking, Double.NaN, Double.NaN, Double.NaN, List.of(), why);
    }
}
