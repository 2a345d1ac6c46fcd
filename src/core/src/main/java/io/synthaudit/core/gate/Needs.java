package io.synthaudit.core.gate;

import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.interval.Attainability;
import io.synthaudit.core.interval.Distances;
import io.synthaudit.core.interval.KolmogorovSmirnov;
import io.synthaudit.core.interval.Normal;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a gate needs, in closed form, by measure. A table without any fault then passes with a power of 80 %; a
 * measure that is not listed here has no closed form and is said to need nothing but its holdout.
 */
final class Needs {

    private static final double POWER = 0.8;

    /** Below this a yardstick is simulated from the training profile. */
    private static final long LEAST_YARDSTICK = 100;

    /** Below this an attack is not played. */
    private static final long LEAST_HOLDOUT = 50;

    /** The most targets per side of an inference attack. */
    private static final long MOST_TARGETS = 2000;

    /** The share of fresh rows inside the radius of near copies, by its definition as a quantile. */
    private static final double NEAR = 0.05;

    /**
     * Rows times variance of the difference of two areas under the ROC curve of 0.9 each, with classes of equal size and a
     * correlation of one half: (Q1 - A^2 + Q2 - A^2) 2, Q1 = A / (2 - A), Q2 = 2 A^2 / (1 + A).
     *
     * @see <a href="https://doi.org/10.1148/radiology.143.1.7063747">Hanley and McNeil (1982)</a>
     */
    private static final double AREA_VARIANCE = 2 * (0.9 / 1.1 + 1.62 / 1.9 - 1.62);

    /**
     * Rows of one table that are needed.
     *
     * @param table which table
     * @param rows how many, infinite when the other tables' sizes alone forbid it
     * @param found how many there are
     * @param note what else is to be known; may be empty
     */
    record Need(String table, double rows, long found, String note) {

        boolean isMet() {
            return found >= rows;
        }

        Need atLeast(long least) {
            return new Need(table, Math.max(least, rows), found, note);
        }

        String text() {
            if (rows == 1) {
                return "a " + table + (found > 0 ? "" : " (there is none)");
            }
            String have = table + " rows (there are " + Figures.count(found) + ")";
            String needs = Double.isInfinite(rows)
                    ? "more training rows than there are, whatever the number of " + have
                    : (rows < 10_000 ? Figures.count((long) rows) : "about " + Figures.about(rows)) + " " + have;
            return note.isEmpty() ? needs : needs + ", " + note;
        }
    }

    private Needs() {}

    /** What the gate needs, the holdout first; empty when that is nothing, or when no closed form is known. */
    static List<Need> of(Gate gate, NamedMeasure measure, Sizes sizes, double level) {
        List<Need> needs = new ArrayList<>();
        String id = measure.description().id();
        if (id.startsWith("attack.")) {
            needs.add(new Need("holdout", LEAST_HOLDOUT, sizes.holdout(), "below which attacks are not played"));
        } else if (measure.description().needsHoldout()
                || (gate.of() == Gate.Of.EXCESS && measure.measure().against() != Measure.Against.MATCHED)
                || id.startsWith("similarity.")
                || id.startsWith("utility.")) {
            needs.add(new Need("holdout", 1, sizes.holdout(), ""));
        }
        if (needs.stream().anyMatch(n -> !n.isMet()) || gate.of() == Gate.Of.POINT) {
            return needs;
        }
        double room = room(gate.limit(), measure);
        Need own = room > 0 ? own(gate, measure.name(), room, sizes, level) : null;
        if (own != null) {
            // What the gate itself needs of the holdout is more than that there is one.
            needs.removeIf(n -> n.table().equals(own.table()));
            needs.add(id.startsWith("attack.") ? own.atLeast(LEAST_HOLDOUT) : own);
        }
        return needs;
    }

    private static Need own(Gate gate, String measure, double room, Sizes sizes, double level) {
        double n = sizes.training();
        double deviations = deviations(level);
        return switch (measure) {
            case "similarity.exact-match/excess" -> synthetic(Attainability.shareRows(room, level), sizes, "");
            case "similarity.near-copy-excess/excess" -> nearCopies(room, sizes, level);
            case "similarity.nearest-share-excess/phi" ->
                synthetic(
                        Math.ceil(n / sizes.holdout() * deviations * deviations / (room * room)),
                        sizes,
                        "more if many rows share a neighbour");
            case "attack.membership.distance/tpr-at-fpr-0.01" ->
                holdout(Attainability.tprRows(room, 0.01, n, level, POWER), sizes, "");
            case "attack.membership.distance/auc" -> holdout(Attainability.aucRows(room, n, level, POWER), sizes, "");
            case "attack.inference/excess" ->
                holdout(
                        Attainability.differenceRows(room, 0.5, Math.min(n, MOST_TARGETS), level, POWER),
                        sizes,
                        "for a secret that is guessed right every other time");
            case "validity.category-adherence/share", "validity.boundary-adherence/share" ->
                synthetic(adherence(room, level), sizes, "");
            case "validity.missing-rate-difference/difference" -> missing(room, sizes, level);
            case "fidelity.tvd/distance" -> compared(gate, cells(3, level), room, sizes, "with 3 bins per column");
            case "fidelity.pair-tvd/distance" ->
                compared(gate, cells(9, level), room, sizes, "with 3 x 3 bins per pair");
            case "fidelity.ks/distance" -> compared(gate, supremum(level), room, sizes, "");
            case "fidelity.correlation-difference/difference" ->
                synthetic(Attainability.correlationRows(room, n, level, POWER), sizes, "");
            case "utility.tstr/auc-difference" ->
                holdout(
                        Math.ceil(AREA_VARIANCE * deviations * deviations / (room * room)),
                        sizes,
                        "for classes of equal size and an area of 0.9, more for others");
            default -> null;
        };
    }

    /** What lies between a faultless table's value and the limit, for limits on both sides the narrower one. */
    private static double room(Limit limit, NamedMeasure measure) {
        // A share is faultless at 1, a difference at 0.
        boolean share = measure.measure().direction() == Direction.HIGHER && limit.min() > 0;
        double below = (share ? 1 : 0) - limit.min();
        if (limit.hasMax() && limit.hasMin()) {
            return Math.min(limit.max(), below);
        }
        return limit.hasMax() ? limit.max() : below;
    }

    private static double deviations(double level) {
        return Normal.z(level) + Normal.z(POWER);
    }

    private static Need synthetic(double rows, Sizes sizes, String note) {
        return new Need("synthetic", rows, sizes.synthetic(), note);
    }

    private static Need holdout(double rows, Sizes sizes, String note) {
        return new Need("holdout", rows, sizes.holdout(), note);
    }

    /**
     * An excess compares at the size of the smaller of synthetic table and holdout, a value the whole tables. Too small a
     * holdout gives way to a simulated yardstick of the synthetic table's size.
     */
    private static Need compared(Gate gate, double factor, double limit, Sizes sizes, String note) {
        double rows = Distances.rowsNeeded(factor, sizes.training(), limit);
        boolean excess = gate.of() == Gate.Of.EXCESS;
        boolean simulated = excess && sizes.holdout() < LEAST_YARDSTICK;
        boolean byHoldout = excess && !simulated && sizes.holdout() <= sizes.synthetic();
        if (simulated) {
            String how = "with a simulated yardstick, for want of " + LEAST_YARDSTICK + " holdout rows";
            return synthetic(rows, sizes, note.isEmpty() ? how : note + ", " + how);
        }
        return byHoldout ? holdout(rows, sizes, note) : synthetic(rows, sizes, note);
    }

    private static Need nearCopies(double limit, Sizes sizes, double level) {
        double fresh = Attainability.nearCopyRows(limit, sizes.training(), sizes.holdout(), NEAR, level, POWER);
        return synthetic(
                Attainability.shareRows(limit, level),
                sizes,
                "about " + Figures.about(fresh) + " if as many rows are near to somebody as of fresh people");
    }

    private static Need missing(double room, Sizes sizes, double level) {
        double half = Attainability.differenceRows(room, 0.5, sizes.training(), level, (1 + POWER) / 2);
        String note = Double.isInfinite(half) ? "more than any number" : "about " + Figures.about(half);
        return synthetic(
                adherence(room, level),
                sizes,
                "for a column without missing cells; " + note + " for one that is half empty");
    }

    /** No miss among m released rows, bounded by Wilson's score: m of m + z^2 is at least 1 - room. */
    private static double adherence(double room, double level) {
        double z = Normal.z(level);
        return Math.ceil(z * z * (1 - room) / room);
    }

    /**
     * The factor f so that from f sqrt(1/n + 1/m) on a TVD of k equal cells resolves a limit, and its excess over a fresh
     * sample is bounded inside it. The expectation E0 is sqrt((k - 1) / (2 pi)) sqrt(1/n + 1/m), the deviation E0 sqrt((pi/2 -
     * 1) / k), and an excess is a difference of two such distances.
     */
    private static double cells(int k, double level) {
        double spread = deviations(level) * Math.sqrt(2 * (Math.PI / 2 - 1) / k);
        return Math.sqrt((k - 1) / (2 * Math.PI)) * Math.max(1, spread);
    }

    /** The same for the KS distance, whose null law has a known expectation and deviation. */
    private static double supremum(double level) {
        double deviation = KolmogorovSmirnov.nullSd(2, 2);
        return Math.max(KolmogorovSmirnov.FACTOR, deviations(level) * Math.sqrt(2) * deviation);
    }
}
