package io.synthaudit.reports.text;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import io.synthaudit.core.report.ReportFinding.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as readers see them: a point as decimal sign in every locale, at most four significant digits, and a value with
 * its interval on one number of decimals. Nothing is computed here but the rounding.
 */
public final class Numbers {

    /** Stands where there is no number. */
    public static final String NONE = "\u2013";

    private static final int MOST_DECIMALS = 8;

    private Numbers() {}

    /**
     * A number alone, rounded to three significant digits.
     *
     * @param value any number
     * @return {@link #NONE} for NaN
     */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = decimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
        return zero(rounded) ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /**
     * A number that stands beside a limit: three significant digits, or as many more as keep it from looking like a limit
     * that it is not.
     *
     * @param value any number
     * @param limit a limit, or null
     * @return {@link #NONE} for NaN
     */
    public static String beside(double value, Limit limit) {
        String text = text(value);
        for (int digits = 4; limit != null && digits <= MOST_DECIMALS && mistaken(text, value, limit); digits++) {
            text = decimal(value)
                    .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return text;
    }

    private static boolean mistaken(String text, double value, Limit limit) {
        return Double.isFinite(value)
                && ((value != limit.min() && text.equals(exact(limit.min())))
                        || (value != limit.max() && text.equals(exact(limit.max()))));
    }

    /**
     * A number as it was set by somebody, such as a limit: not rounded.
     *
     * @param value any number
     * @return {@link #NONE} for NaN
     */
    public static String exact(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal all = decimal(value);
        return zero(all) ? "0" : all.stripTrailingZeros().toPlainString();
    }

    /**
     * A number of rows, persons or trials, with commas between thousands; fractions keep three significant digits.
     *
     * @param value any number
     * @return {@link #NONE} for NaN
     */
    public static String count(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (value != Math.rint(value)) {
            return Math.abs(value) < 1000 ? text(value) : count(Math.rint(value));
        }
        String digits = exact(value);
        int sign = digits.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > sign; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /**
     * A value with its interval.
     *
     * @param value any number
     * @param interval its interval, or null
     * @return such as {@code 0.031 [0.024, 0.038]}
     */
    public static String with(double value, ReportInterval interval) {
        if (interval == null || !Double.isFinite(value)) {
            return text(value);
        }
        return with(value, interval.lower(), interval.upper(), Double.NaN);
    }

    /** A side of a finding with its interval; {@link #NONE} when there is none. */
    public static String with(Side side) {
        return side == null ? NONE : with(side.value(), side.interval());
    }

    /**
     * A value with two bounds that are not to be rounded onto a limit that they do not meet.
     *
     * @param value the value
     * @param lower lower bound
     * @param upper upper bound
     * @param limit a limit, or NaN
     * @return such as {@code 0.031 [0.024, 0.038]}
     */
    public static String with(double value, double lower, double upper, double limit) {
        int decimals = decimals(value, lower, upper);
        while (decimals > 0 && whole(value, decimals) && whole(lower, decimals) && whole(upper, decimals)) {
            decimals--;
        }
        while (decimals < MOST_DECIMALS && (meets(lower, limit, decimals) || meets(upper, limit, decimals))) {
            decimals++;
        }
        return fixed(value, decimals) + " [" + fixed(lower, decimals) + ", " + fixed(upper, decimals) + "]";
    }

    /** A limit in words: {@code at most 0.05}, {@code at least -0.02}, {@code -0.15 to 0.15}. */
    public static String limit(Limit limit) {
        if (limit.hasMin() && limit.hasMax()) {
            return exact(limit.min()) + " to " + exact(limit.max());
        }
        return limit.hasMax() ? "at most " + exact(limit.max()) : "at least " + exact(limit.min());
    }

    /** Whether the last of so many decimals is a zero. */
    private static boolean whole(double value, int decimals) {
        BigDecimal rounded = decimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().scale() < decimals;
    }

    private static boolean meets(double bound, double limit, int decimals) {
        return Double.isFinite(limit)
                && bound != limit
                && decimal(bound).setScale(decimals, RoundingMode.HALF_EVEN).compareTo(decimal(limit)) == 0;
    }

    /** Three significant digits, and two for the interval's width, but never more than four. */
    private static int decimals(double value, double lower, double upper) {
        double largest = Math.max(Math.abs(value), Math.max(Math.abs(lower), Math.abs(upper)));
        if (largest == 0) {
            return 0;
        }
        int most = 3 - magnitude(largest);
        double width = upper - lower;
        int wanted = Math.max(2 - magnitude(largest), width > 0 ? 1 - magnitude(width) : 0);
        return Math.max(0, Math.min(MOST_DECIMALS, Math.min(most, wanted)));
    }

    /** Power of ten of the first significant digit. */
    private static int magnitude(double positive) {
        BigDecimal exact = decimal(positive);
        return exact.precision() - exact.scale() - 1;
    }

    private static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = decimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return zero(rounded) ? "0" : rounded.toPlainString();
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    private static boolean zero(BigDecimal value) {
        return value.signum() == 0;
    }
}
