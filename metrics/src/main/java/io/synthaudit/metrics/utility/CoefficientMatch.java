package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.learn.regression.Fit;
import io.synthaudit.learn.regression.Fit.Estimates;
import io.synthaudit.learn.regression.Fit.State;
import java.util.ArrayList;
import java.util.List;

/**
 * The coefficients of training beside those of another table.
 *
 * @param pairs one per coefficient; null where training or the other table has none
 * @param reasons why there is no pair; null where there is one
 * @param counted whether training has the coefficient, so that it counts
 */
record CoefficientMatch(CoefficientPair[] pairs, Reason[] reasons, boolean[] counted) {

    static final Reason FEW =
            new Reason("too-few", "Fewer than 11 training rows, or persons, stand behind the coefficient.");

    static CoefficientMatch of(Fit training, Fit other, long[] bearers, int first, String table) {
        Estimates a = training.estimates();
        Estimates b = other.estimates();
        int p = a.value().length;
        CoefficientPair[] pairs = new CoefficientPair[p];
        Reason[] reasons = new Reason[p];
        boolean[] counted = new boolean[p];
        for (int j = first; j < p; j++) {
            counted[j] = a.state()[j] == State.ESTIMATED && bearers[j] >= LevelNames.FEWEST;
            if (!counted[j]) {
                reasons[j] = bearers[j] < LevelNames.FEWEST ? FEW : reason(a.state()[j], "training table");
            } else if (b.state()[j] != State.ESTIMATED) {
                reasons[j] = reason(b.state()[j], table);
            } else if (!a.entangled()[j].equals(b.entangled()[j])) {
                reasons[j] = new Reason(
                        "aliased",
                        "Another level or column that it is measured against is missing or dependent in one of the tables,"
                                + " so the two coefficients mean different things.");
            } else {
                pairs[j] = new CoefficientPair(
                        a.value()[j], a.error()[j], a.degrees(), b.value()[j], b.error()[j], b.degrees());
            }
        }
        return new CoefficientMatch(pairs, reasons, counted);
    }

    private static Reason reason(State state, String table) {
        return switch (state) {
            case ALIASED ->
                new Reason("aliased", "In the " + table + " its column is empty or depends on those before it.");
            case INFINITE ->
                new Reason(
                        "separated", "In the " + table + " it has no finite value: one outcome never occurs with it.");
            case EXACT, ESTIMATED -> new Reason("no-error", "In the " + table + " the model fits without any error.");
        };
    }

    /** Number of coefficients that count. */
    int count() {
        int count = 0;
        for (boolean each : counted) {
            count += each ? 1 : 0;
        }
        return count;
    }

    private List<CoefficientPair> present() {
        List<CoefficientPair> present = new ArrayList<>();
        for (CoefficientPair pair : pairs) {
            if (pair != null) {
                present.add(pair);
            }
        }
        return present;
    }

    /** Coefficients that both tables have. */
    int compared() {
        return present().size();
    }

    /** The mean overlap; one that only training has counts 0. */
    Estimate meanOverlap(double level) {
        double k = count();
        double each = 1 - (1 - level) / Math.max(1, compared());
        double value = 0;
        double expected = 0;
        double lower = 0;
        double upper = 0;
        for (CoefficientPair pair : present()) {
            value += pair.overlap();
            expected += pair.expectedOverlap();
            lower += pair.overlapLower(each);
            upper += pair.overlapUpper(each);
        }
        return Estimate.of(
                value / k,
                expected / k,
                new Interval(lower / k, upper / k, level, "normal, on the distances of the coefficients, Bonferroni"));
    }

    Estimate signs() {
        return share(present().stream().filter(CoefficientPair::signsAgree).count());
    }

    Estimate significance() {
        return share(
                present().stream().filter(CoefficientPair::significanceAgrees).count());
    }

    private Estimate share(long agreeing) {
        return Estimate.point(
                (double) agreeing / count(), "The coefficients of one fit are no independent draws, and few.");
    }
}
