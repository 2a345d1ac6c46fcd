package io.synthaudit.core.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written in reasons: three significant digits, the same in every locale. */
final class Figures {

    private static final int DIGITS = 3;

    private Figures() {}

    /** Three significant digits, without trailing zeros: 0.0447, 0.05, 12.3. */
    static String number(double value) {
        return rounded(value, DIGITS);
    }

    /** The number with as many digits as it takes not to look like the limit that it differs from. */
    static String besides(double value, double limit) {
        int digits = DIGITS;
        while (digits < 17 && value != limit && rounded(value, digits).equals(rounded(limit, digits))) {
            digits++;
        }
        return rounded(value, digits);
    }

    /** A number of rows that is only roughly known: two significant digits, rounded up. */
    static String about(double rows) {
        if (!(rows < 1e15)) {
            return "more than 10^15";
        }
        BigDecimal up = new BigDecimal(Math.ceil(rows * (1 - 1e-9))).round(new MathContext(2, RoundingMode.UP));
        return count(up.longValue());
    }

    static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    /** A confidence of .95 as {@code 95 %}. */
    static String percent(double level) {
        return rounded(100 * level, DIGITS) + " %";
    }

    private static String rounded(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        int kept = Math.max(digits, exact.precision() - exact.scale());
        return exact.round(new MathContext(kept, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
