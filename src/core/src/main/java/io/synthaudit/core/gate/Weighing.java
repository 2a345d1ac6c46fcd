package io.synthaudit.core.gate;

import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.interval.Multiplicity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes one judgement of a gate's parts. */
final class Weighing {

    /** As many keys as a reader will follow; a judgement over a thousand pairs would repeat the findings. */
    private static final int MOST_KEYS = 25;

    /** A part with its own verdict. */
    record Weighed(Part part, Verdict verdict, double margin) {}

    private final Policy policy;
    private final Wording wording;

    Weighing(Policy policy, Sizes sizes) {
        this.policy = policy;
        this.wording = new Wording(sizes);
    }

    /**
     * The judgement of a gate. With the parts from worst to best, and r parts allowed to exceed, the verdict is that of the
     * part after the first r: so many failures, gaps or undecided parts are forgiven, and no more. Only a quantile scope has
     * an r above 0.
     */
    Judgement judgement(Hearing hearing) {
        if (hearing.settled != null) {
            return hearing.settled;
        }
        Gate gate = hearing.gate;
        boolean quantile = gate.scope().aggregate() == GateScope.Aggregate.QUANTILE;
        int allowed = quantile
                ? Multiplicity.quantileAllowance(
                        hearing.parts.size(), gate.scope().quantile())
                : 0;
        // All parts may exceed only if q is 0, and then the gate says nothing.
        allowed = Math.min(allowed, hearing.parts.size() - 1);
        double confidence = Multiplicity.partLevel(policy.confidence(), allowed);
        List<Weighed> ranked = ranked(hearing, confidence);
        Weighed decisive = ranked.get(allowed);
        String reason = wording.reason(hearing, ranked, allowed, confidence);
        boolean info = gate.severity() == Severity.INFO;
        Verdict verdict = info ? Verdict.NOT_EVALUATED : decisive.verdict();
        Evidence evidence = decisive.part().evidence();
        boolean bounded = evidence != null && decisive.part().noInterval() == null;
        return new Judgement(
                gate,
                verdict,
                !info && counts(gate, verdict, ranked),
                evidence == null ? Double.NaN : evidence.value(),
                bounded ? evidence.at(confidence).adverse(gate.limit()) : Double.NaN,
                bounded ? decisive.margin() : Double.NaN,
                keys(hearing, ranked),
                info ? "For information, never judged. " + reason : reason);
    }

    private static List<Weighed> ranked(Hearing hearing, double confidence) {
        Limit limit = hearing.gate.limit();
        List<Weighed> weighed = new ArrayList<>();
        for (int i = 0; i < hearing.parts.size(); i++) {
            Part part = hearing.parts.get(i);
            double margin = part.evidence() == null
                    ? Double.NEGATIVE_INFINITY
                    : part.evidence().at(confidence).margin(limit);
            weighed.add(new Weighed(part, part.verdict(limit, confidence, hearing.rejected[i]), margin));
        }
        weighed.sort(Comparator.comparingInt((Weighed w) -> rank(w.verdict()))
                .thenComparingDouble(Weighed::margin)
                .thenComparing(w -> w.part().key()));
        return weighed;
    }

    /** A gap weighs more than doubt: a gate with an unmeasured part has not been evaluated, unless another part fails it. */
    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> 0;
            case NOT_EVALUATED -> 1;
            case INCONCLUSIVE -> 2;
            case PASS -> 3;
        };
    }

    /** Any undecided or missing part that the policy blocks on makes the whole judgement count. */
    private boolean counts(Gate gate, Verdict verdict, List<Weighed> ranked) {
        if (verdict == Verdict.PASS || verdict == Verdict.FAIL) {
            return gate.severity().decides();
        }
        return ranked.stream()
                .filter(w -> w.verdict() == Verdict.NOT_EVALUATED || w.verdict() == Verdict.INCONCLUSIVE)
                .map(w -> reaction(w))
                .anyMatch(reaction -> reaction.blocks(gate.severity()));
    }

    private Policy.Reaction reaction(Weighed weighed) {
        if (weighed.part().error()) {
            return policy.onError();
        }
        return weighed.verdict() == Verdict.INCONCLUSIVE ? policy.onInconclusive() : policy.onNotEvaluated();
    }

    private static List<String> keys(Hearing hearing, List<Weighed> ranked) {
        List<String> keys = hearing.meanOf.isEmpty()
                ? ranked.stream()
                        .map(w -> w.part().key())
                        .filter(k -> !k.isEmpty())
                        .toList()
                : hearing.meanOf;
        return keys.size() <= MOST_KEYS ? keys : keys.subList(0, MOST_KEYS);
    }
}
