package io.synthaudit.core.gate;

import io.synthaudit.core.evaluation.AttackDetail;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Finding.Measurement;
import io.synthaudit.core.evaluation.Game;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;

/**
 * One finding as a gate sees it.
 *
 * @param key key of the finding; empty when there is none
 * @param where columns that it is about, or a subgroup and its columns; empty for the whole table
 * @param evidence number and bounds; null when not measured
 * @param noInterval why no bound can be judged, or null
 * @param fresh distance of two fresh samples, which a limit must not be below; NaN when that does not matter
 * @param matchedRows rows at which it was compared with a fresh sample
 * @param missing why there is no number, or null
 * @param error whether it broke
 */
record Part(
        String key,
        String where,
        Evidence evidence,
        String noInterval,
        double fresh,
        long matchedRows,
        Reason missing,
        boolean error) {

    /** Reason code of findings that have no meaning for their column, whatever the table: they are no gap. */
    static final String KIND = "kind";

    static Part of(Finding finding, Gate.Of of, double confidence) {
        String key = finding.subject().key();
        String where = where(finding.subject().target());
        return finding.fold(
                m -> measured(key, where, m, of, confidence),
                n -> absent(key, where, n.reason(), false),
                f -> absent(key, where, f.reason(), true));
    }

    static Part absent(String key, String where, Reason why, boolean error) {
        return new Part(key, where, null, null, Double.NaN, 0, why, error);
    }

    private static Part measured(String key, String where, Measurement m, Gate.Of of, double confidence) {
        if (m.attack() != null && m.attack().criesWolf()) {
            return absent(key, where, criesWolf(m.attack()), false);
        }
        if (of == Gate.Of.POINT) {
            return new Part(key, where, Evidence.exact(m.estimate().value()), null, Double.NaN, 0, null, false);
        }
        boolean excess = of == Gate.Of.EXCESS;
        Estimate estimate = excess ? m.excess() : m.estimate();
        if (estimate == null) {
            Reason none = new Reason("no-yardstick", "There is no fresh real sample to set it beside.");
            return absent(key, where, none, false);
        }
        double fresh = excess ? m.fresh() : Double.NaN;
        // Below one half a level says nothing of a tail, and its normal quantile has no sign to scale by.
        if (!estimate.hasInterval() || estimate.interval().level() <= 0.5) {
            String why = estimate.hasInterval() ? "its interval is of no use here" : estimate.noInterval();
            return new Part(key, where, Evidence.exact(estimate.value()), why, fresh, m.matchedRows(), null, false);
        }
        Evidence evidence = Evidence.of(estimate.value(), estimate.interval(), confidence);
        return new Part(key, where, evidence, null, fresh, m.matchedRows(), null, false);
    }

    private static Reason criesWolf(AttackDetail attack) {
        Game game = attack.games().stream()
                .filter(g -> g.kind() == Game.Kind.PERMUTED)
                .findFirst()
                .orElseThrow();
        return new Reason(
                "cries-wolf",
                "With training and holdout labels permuted it still raises an alarm in "
                        + Figures.number(game.successes()) + " of " + Figures.number(game.trials())
                        + " games, so its alarms mean nothing here.");
    }

    private static String where(Target target) {
        String columns = String.join(" and ", target.columns());
        if (target.subgroup() == null) {
            return columns;
        }
        // Groups are of 200 rows and 11 persons at least, so their names may be told.
        return "group (" + target.subgroup() + ")" + (columns.isEmpty() ? "" : ", for " + columns);
    }

    /** Whether the finding has no meaning for its column. */
    boolean isOfNoMeaning() {
        return missing != null && !error && missing.code().equals(KIND);
    }

    /** Whether its bounds can be tested, so that it counts among the hypotheses of its family. */
    boolean isTested() {
        return missing == null && noInterval == null && evidence.level() < 1;
    }

    /** Whether tables of this size can show a difference as small as the limit. */
    boolean isResolved(Limit limit) {
        return Double.isNaN(fresh) || !limit.hasMax() || fresh <= limit.max();
    }

    /**
     * The verdict on this part alone.
     *
     * @param limit the limit
     * @param confidence one-sided confidence of the bound that must lie inside
     * @param rejected whether it lies outside beyond doubt among all that is tested in its family
     */
    Verdict verdict(Limit limit, double confidence, boolean rejected) {
        if (missing != null) {
            return Verdict.NOT_EVALUATED;
        }
        if (noInterval != null) {
            return Verdict.INCONCLUSIVE;
        }
        if (evidence.surelyOutside(limit) && (rejected || !isTested())) {
            return Verdict.FAIL;
        }
        return evidence.at(confidence).surelyInside(limit) && isResolved(limit) ? Verdict.PASS : Verdict.INCONCLUSIVE;
    }
}
