package io.synthaudit.core.gate;

import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.AttackDetail;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Game;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import java.util.List;
import java.util.Map;

/** A small catalogue, findings, gates and policies to be judged. */
final class Bench {

    static final Description NEAR = description(
            "similarity.near-copy-excess",
            List.of("holdout"),
            own("excess", "[-1, 1]", Direction.LOWER),
            own("count", "[0, inf)", Direction.NONE));
    static final Description MEMBERSHIP = description(
            "attack.membership.distance",
            List.of("holdout"),
            own("auc", "[0, 1]", Direction.LOWER),
            own("tpr-at-fpr-0.01", "[0, 1]", Direction.LOWER));
    static final Description INFERENCE =
            description("attack.inference", List.of("holdout"), own("excess", "[-1, 1]", Direction.LOWER));
    static final Description TVD =
            description("fidelity.tvd", List.of(), Measure.distance("distance"), Measure.distance("distance-present"));
    static final Description PAIR = description("fidelity.pair-tvd", List.of(), Measure.distance("distance"));
    static final Description MISSING =
            description("validity.missing-rate-difference", List.of(), Measure.difference("difference", "[-1, 1]"));
    static final Description IDENTIFIER =
            description("validity.direct-identifier", List.of(), own("share", "[0, 1]", Direction.LOWER));
    static final Description TSTR = description(
            "utility.tstr", List.of("holdout", "target"), own("auc-difference", "[-1, 1]", Direction.HIGHER));
    static final List<Description> CATALOG = List.of(INFERENCE, MEMBERSHIP, PAIR, TVD, NEAR, TSTR, IDENTIFIER, MISSING);

    static final Schema SCHEMA = new Schema(
            List.of(
                    Field.of("age", Kind.INTEGER, Role.QUASI_IDENTIFIER),
                    Field.of("sex", Kind.BOOLEAN),
                    Field.of("disease", Kind.CATEGORICAL, Role.SENSITIVE)),
            true);
    static final Sizes SIZES = new Sizes(8000, 4000, 2000);

    private Bench() {}

    static Description description(String id, List<String> needs, Measure... measures) {
        return new Description(
                id, "1", id, "What of " + id + "?", "", "", Scope.RELEASE, needs, List.of(measures), List.of());
    }

    static Measure own(String id, String range, Direction direction) {
        return new Measure(id, "1", range, direction, Measure.Against.OWN);
    }

    static Gate gate(String id, String measure, Limit limit) {
        return gate(id, measure, limit, Gate.Of.VALUE, Severity.BLOCKER, GateScope.ANY);
    }

    static Gate gate(String id, String measure, Limit limit, Gate.Of of, Severity severity, GateScope scope) {
        return new Gate(
                id,
                measure,
                scope,
                limit,
                of,
                severity,
                0,
                Long.MAX_VALUE,
                Gate.WhenRoleAbsent.NOT_EVALUATED,
                List.of(),
                "",
                1);
    }

    static Gate requiring(Gate g, long atLeast, long below) {
        return new Gate(
                g.id(),
                g.measure(),
                g.scope(),
                g.limit(),
                g.of(),
                g.severity(),
                atLeast,
                below,
                g.whenRoleAbsent(),
                g.criteria(),
                g.because(),
                g.line());
    }

    static Gate whenAbsent(Gate g, Gate.WhenRoleAbsent reaction) {
        return new Gate(
                g.id(),
                g.measure(),
                g.scope(),
                g.limit(),
                g.of(),
                g.severity(),
                g.minHoldoutRows(),
                g.belowHoldoutRows(),
                reaction,
                g.criteria(),
                g.because(),
                g.line());
    }

    static GateScope scope(GateScope.Aggregate aggregate, double quantile) {
        return new GateScope(null, null, List.of(), false, aggregate, quantile);
    }

    static GateScope role(Role role) {
        return new GateScope(role, null, List.of(), false, GateScope.Aggregate.WORST, Double.NaN);
    }

    static Policy policy(Policy.Reaction reaction, Gate... gates) {
        return new Policy("bench", "", 0.95, reaction, reaction, reaction, List.of(gates));
    }

    static Policy strict(Gate... gates) {
        return policy(Policy.Reaction.BLOCK, gates);
    }

    static Estimate estimate(double lower, double value, double upper) {
        return Estimate.of(value, new Interval(lower, upper, 0.95, "planted"));
    }

    /** A finding with an interval value +- z sd. */
    static Finding value(Description description, Target target, double value, double sd) {
        return value(description, target, estimate(value - 1.6448536 * sd, value, value + 1.6448536 * sd));
    }

    static Finding value(Description description, Target target, Estimate estimate) {
        return measured(subject(description, target), estimate, null, Double.NaN, null);
    }

    static Finding excess(Description description, Target target, Estimate excess, double fresh) {
        return measured(subject(description, target), Estimate.point(0.3, "not asked"), excess, fresh, null);
    }

    static Finding measured(Subject subject, Estimate estimate, Estimate excess, double fresh, AttackDetail attack) {
        return new Finding.Measurement(subject, estimate, null, null, excess, 2000, fresh, 5, 8000, 4000, "", attack);
    }

    static Subject subject(Description description, Target target) {
        return new Subject(description, description.primary(), "", Map.of(), target);
    }

    static Finding notApplicable(Description description, Target target, String code) {
        return new Finding.NotApplicable(subject(description, target), new Reason(code, "It is " + code + "."));
    }

    static Finding failed(Description description, Target target) {
        return new Finding.Failed(subject(description, target), new Reason("error", "It did not converge."));
    }

    static AttackDetail permuted(int alarms) {
        return new AttackDetail(
                null, List.of(new Game(Game.Kind.PERMUTED, Double.NaN, alarms, 200, alarms / 200.0, null)), Double.NaN);
    }

    static List<Judgement> judge(Policy policy, Finding... findings) {
        return Judge.judge(policy, CATALOG, List.of(findings), SCHEMA, SIZES, false);
    }

    /** The only judgement of a one-gate policy that blocks on everything. */
    static Judgement judge(Gate gate, Finding... findings) {
        return judge(strict(gate), findings).get(0);
    }
}
