package io.synthaudit.metrics.conformance;

/**
 * A number of another tool beside ours.
 *
 * @param tool the other tool
 * @param metric what it calls the number
 * @param label what we call it
 * @param dataset the real table
 * @param variant the synthetic table
 * @param target columns
 * @param theirs their number; NaN if they have none
 * @param ours our number; NaN if we have none
 * @param reason why both differ; null if they are equal or nobody knows
 * @param theirWay what our code gives on their terms; NaN without reason
 */
record Compared(
        String tool,
        String metric,
        String label,
        String dataset,
        String variant,
        String target,
        double theirs,
        double ours,
        Reason reason,
        double theirWay) {

    /** Relative to the number or to 1, whichever is larger. */
    static final double TOLERANCE = 1e-9;

    /** Ours by the rule beside theirs. */
    static Compared of(Place place, String metric, Rule rule, double theirs, String... columns) {
        double ours = rule.ours().of(place.ours(), columns);
        Reason reason = null;
        double theirWay = Double.NaN;
        if (!same(ours, theirs)) {
            for (Rule.Explained explained : rule.reasons()) {
                double other = explained.theirWay().of(place.ours(), columns);
                if (same(other, theirs)) {
                    reason = explained.reason();
                    theirWay = other;
                    break;
                }
            }
        }
        String target = columns.length == 0 ? "table" : String.join(", ", columns);
        return new Compared(
                place.tool(),
                metric,
                rule.label(),
                place.dataset(),
                place.variant(),
                target,
                theirs,
                ours,
                reason,
                theirWay);
    }

    private static boolean same(double a, double b) {
        return Double.isNaN(a) ? Double.isNaN(b) : distance(a, b) <= TOLERANCE;
    }

    private static double distance(double a, double b) {
        return Math.abs(a - b) / Math.max(1, Math.abs(b));
    }

    /** The difference of both, over their number if that is larger than 1; NaN if one side has none. */
    double difference() {
        return distance(ours, theirs);
    }

    boolean isEqual() {
        return same(ours, theirs);
    }

    /** Whether nobody knows why both differ. */
    boolean isUnexplained() {
        return !isEqual() && reason == null;
    }
}
