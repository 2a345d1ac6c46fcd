package io.synthaudit.core.interval;

/**
 * Whether a gate can pass at given sizes, known before the run: the rows needed so that a table without any fault passes with
 * the stated power.
 *
 * <p>Results are whole numbers of rows as {@code double}, infinite if the other sizes alone forbid it. They are closed forms
 * and normal approximations, meant for planning; the verdict itself uses the exact bounds.
 */
public final class Attainability {

    private Attainability() {}

    /**
     * Holdout rows needed to show that the area under the ROC curve is at most {@code limit} when it is 0.5.
     *
     * @param limit above 0.5
     * @param members training rows played against
     * @param level one-sided confidence
     * @param power probability that a faultless table passes, such as 0.8
     * @return rows; 207 with endless members at 0.55
     */
    public static double aucRows(double limit, double members, double level, double power) {
        return otherSide(1 / 12.0, 1 / 12.0, members, limit - 0.5, level, power);
    }

    /**
     * Holdout rows needed to show that a difference of rates is at most {@code limit} when both are {@code rate}.
     *
     * @param limit above 0
     * @param rate the rate of both sides, in (0, 1); 0.5 is the worst
     * @param members rows or targets of the other side
     * @param level one-sided confidence
     * @param power probability that a faultless table passes
     * @return rows
     */
    public static double differenceRows(double limit, double rate, double members, double level, double power) {
        double variance = Arguments.probability(rate, "a rate") * (1 - rate);
        return otherSide(variance, variance, members, limit, level, power);
    }

    /**
     * Rows needed to show that a difference of correlations stays within +-{@code limit} when there is none and r = 0.
     *
     * @param limit above 0
     * @param members rows of the other side
     * @param level one-sided confidence of each bound
     * @param power probability that both bounds are inside
     * @return rows
     */
    public static double correlationRows(double limit, double members, double level, double power) {
        return otherSide(1, 1, members, limit, level, (1 + power) / 2);
    }

    /**
     * Holdout rows needed for a gate on the true positive rate at a false positive rate: what the rank rectangle needs, and at
     * least what resolves the rate ({@link Roc#resolvable}).
     *
     * @param limit above {@code fpr}
     * @param fpr the false positive rate, in (0, 1)
     * @param members training rows played against
     * @param level one-sided confidence
     * @param power probability that a faultless table passes
     * @return rows; 3,000 at 1 % for a limit of 2 % and many members
     */
    public static double tprRows(double limit, double fpr, double members, double level, double power) {
        double half = Normal.z(1 - (1 - Arguments.level(level)) / 2);
        double byChance = Normal.z(power);
        double resolved = Math.ceil(30 / fpr - 1e-6);
        double low = resolved;
        double high = resolved;
        while (tprBound(fpr, members, high, half, byChance) > limit) {
            low = high;
            high *= 2;
            if (high > 1e12) {
                return Double.POSITIVE_INFINITY;
            }
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (tprBound(fpr, members, middle, half, byChance) > limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The upper bound of the rank rectangle that a faultless table stays below with the power of {@code byChance}. */
    private static double tprBound(double fpr, double members, double h, double half, double byChance) {
        double lax = fpr + half * Math.sqrt(fpr * (1 - fpr) / h) + 1 / h;
        double seen = lax + byChance * Math.sqrt(lax * (1 - lax) * Distances.inverse(h, members));
        return seen + half * Math.sqrt(seen * (1 - seen) / members) + half * half / (2 * members);
    }

    /**
     * Released rows without which no table can pass a limit on a share, not even with a count of 0: the Clopper-Pearson bound
     * of no success.
     *
     * @param limit in (0, 1)
     * @param level one-sided confidence
     * @return rows; 299 for 0.01 and 59 for 0.05 at 0.95
     */
    public static double shareRows(double limit, double level) {
        if (!(limit > 0 && limit < 1)) {
            return limit >= 1 ? 1 : Double.POSITIVE_INFINITY;
        }
        return Math.max(1, Distances.wholeRows(StrictMath.log(1 - Arguments.level(level)) / StrictMath.log1p(-limit)));
    }

    /**
     * Released rows needed so that a table as near to training as fresh people are passes a limit on the near-copy excess.
     *
     * <p>A fresh row is near with probability {@code nearShare}, then nearest to training with probability n/(n+h); the excess
     * has variance nearShare (n/h) / m. A table far from everybody needs only {@link #shareRows}.
     *
     * @param limit in (0, 1)
     * @param n training rows
     * @param h holdout rows
     * @param nearShare the share of fresh rows that are near, about the quantile that sets the radius, 0.05
     * @param level one-sided confidence
     * @param power probability that such a table passes
     * @return rows
     */
    public static double nearCopyRows(double limit, double n, double h, double nearShare, double level, double power) {
        double ratio = Arguments.positive(n, "training rows") / Arguments.positive(h, "holdout rows");
        double root = Arguments.positive(limit, "a limit") / (Normal.z(level) + Normal.z(power));
        double needed = Arguments.probability(nearShare, "a share") * ratio / (root * root);
        return Math.max(shareRows(limit, level), Distances.wholeRows(needed));
    }

    /** The size of one side so that z standard errors fit into the room, given the other side's size. */
    private static double otherSide(
            double variance, double otherVariance, double other, double room, double level, double power) {
        if (!(room > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double root = room / (Normal.z(level) + Normal.z(power));
        double left = root * root - otherVariance / other;
        return left > 0 ? Math.max(1, Distances.wholeRows(variance / left)) : Double.POSITIVE_INFINITY;
    }
}
