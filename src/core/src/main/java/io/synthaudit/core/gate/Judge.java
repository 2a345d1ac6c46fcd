package io.synthaudit.core.gate;

import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.interval.Multiplicity;
import io.synthaudit.core.table.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns findings into verdicts.
 *
 * <p>A gate PASSes if the adverse one-sided bound lies inside its limit, FAILs if the other bound lies outside, and is
 * INCONCLUSIVE otherwise. What was not measured is NOT_EVALUATED. Beyond that:
 *
 * <ul>
 *   <li><b>Resolution.</b> A gate on an excess passes only if two fresh samples of these sizes are expected to lie within its
 *       limit: the excess shrinks with noise, and a table too small to show a difference would pass for that reason.
 *   <li><b>Many parts.</b> To pass, every part must pass by itself, each at the full error (an intersection-union test), or
 *       all but r of J at error / (r + 1). To fail, a part must be rejected by Holm among all parts tested in its family of
 *       gates, blockers, majors and minors apart, so that looking at many columns makes no false alarm more likely.
 *   <li><b>Fail closed.</b> An unmeasured part makes the gate NOT_EVALUATED unless another one fails it. Only findings
 *       without a meaning for their column are passed over. A release where no gate that decides has passed cannot pass.
 * </ul>
 */
public final class Judge {

    private static final List<String> FAMILIES = List.of("privacy", "fidelity", "utility", "validity");

    private Judge() {}

    /**
     * Judges every gate of a policy.
     *
     * @param policy the gates
     * @param catalog all evaluations that there are, whether they ran or not
     * @param findings what was found, in any order; never {@code NaN}
     * @param schema columns and roles of this run
     * @param sizes rows of the tables
     * @param partial whether evaluations were left out by request
     * @return one judgement per gate, in the policy's order
     */
    public static List<Judgement> judge(
            Policy policy,
            List<Description> catalog,
            List<Finding> findings,
            Schema schema,
            Sizes sizes,
            boolean partial) {
        Docket docket = new Docket(policy, catalog, findings, schema, sizes, partial);
        List<Hearing> hearings = policy.gates().stream().map(docket::hear).toList();
        Set<String> tiers = new TreeSet<>();
        hearings.forEach(h -> tiers.add(tier(h.gate)));
        for (String tier : tiers) {
            testTogether(
                    hearings.stream()
                            .filter(h -> h.isWeighed() && tier(h.gate).equals(tier))
                            .toList(),
                    1 - policy.confidence());
        }
        Weighing weighing = new Weighing(policy, sizes);
        return hearings.stream().map(weighing::judgement).toList();
    }

    private static String tier(Gate gate) {
        return gate.family() + " " + gate.severity().word();
    }

    /** Holm over all tested parts of some gates; the p-value of a part is that of its limit being kept. */
    private static void testTogether(List<Hearing> hearings, double alpha) {
        List<Double> p = new ArrayList<>();
        for (Hearing hearing : hearings) {
            for (Part part : hearing.parts) {
                if (part.isTested()) {
                    p.add(part.evidence().p(hearing.gate.limit()));
                }
            }
        }
        boolean[] rejected =
                Multiplicity.holm(p.stream().mapToDouble(Double::doubleValue).toArray(), alpha);
        int next = 0;
        for (Hearing hearing : hearings) {
            hearing.tested = rejected.length;
            for (int i = 0; i < hearing.parts.size(); i++) {
                if (hearing.parts.get(i).isTested()) {
                    hearing.rejected[i] = rejected[next++];
                }
            }
        }
    }

    /**
     * The verdict on the release.
     *
     * <p>The worst over all judgements that count ({@link Judgement#blocking()}). What the policy only warns about is a remark
     * and counts for nothing, neither for nor against: if no judgement counts, the release did not pass.
     *
     * @param policy the policy
     * @param judgements what became of its gates
     * @param partial whether evaluations were left out by request; then a FAIL stands and nothing else is said
     * @return verdict, verdicts per family, exit code
     */
    public static Ruling ruling(Policy policy, List<Judgement> judgements, boolean partial) {
        Verdict verdict = partial(verdict(judgements), partial);
        Map<String, Verdict> families = new LinkedHashMap<>();
        for (String family : FAMILIES) {
            families.put(
                    family,
                    partial(
                            family(judgements.stream()
                                    .filter(j -> j.gate().family().equals(family))
                                    .toList()),
                            partial));
        }
        int exitCode = verdict == Verdict.PASS ? 0 : verdict == Verdict.FAIL ? 1 : 3;
        return new Ruling(verdict, families, exitCode, reason(policy, judgements, verdict, partial));
    }

    private static Verdict verdict(List<Judgement> judgements) {
        List<Judgement> counting =
                judgements.stream().filter(Judgement::blocking).toList();
        if (!counting.isEmpty()) {
            return counting.stream().map(Judgement::verdict).reduce(Verdict.PASS, Verdict::and);
        }
        return judgements.stream()
                .filter(j -> j.gate().severity().decides())
                .map(Judgement::verdict)
                .reduce(Verdict.NOT_EVALUATED, Verdict::and);
    }

    /** A family without any gate that decides passes if all that was judged in it passed; else nothing decides it. */
    private static Verdict family(List<Judgement> judgements) {
        boolean decided = judgements.stream().anyMatch(j -> j.gate().severity().decides());
        List<Verdict> judged = judgements.stream()
                .map(Judgement::verdict)
                .filter(v -> v != Verdict.NOT_EVALUATED)
                .toList();
        boolean passed = !judged.isEmpty() && judged.stream().allMatch(v -> v == Verdict.PASS);
        return decided || !passed ? verdict(judgements) : Verdict.PASS;
    }

    private static Verdict partial(Verdict verdict, boolean partial) {
        return partial && verdict != Verdict.FAIL ? Verdict.NOT_EVALUATED : verdict;
    }

    private static String reason(Policy policy, List<Judgement> judgements, Verdict verdict, boolean partial) {
        if (partial && verdict != Verdict.FAIL) {
            return "Evaluations were left out by --only: a partial audit passes nothing.";
        }
        List<String> ids = judgements.stream()
                .filter(j -> j.blocking() && j.verdict() == verdict)
                .map(j -> j.gate().id())
                .toList();
        if (ids.isEmpty()) {
            return "No gate of " + policy.id() + " that decides was passed.";
        }
        String gates = ids.size() == 1 ? "1 gate" : ids.size() + " gates";
        return switch (verdict) {
            case PASS -> "All gates of " + policy.id() + " that count are passed (" + ids.size() + ").";
            case FAIL -> gates + " of " + policy.id() + " failed: " + String.join(", ", ids) + ".";
            case INCONCLUSIVE -> gates + " of " + policy.id() + " cannot be decided: " + String.join(", ", ids) + ".";
            case NOT_EVALUATED ->
                gates + " of " + policy.id() + " could not be evaluated: " + String.join(", ", ids) + ".";
        };
    }
}
