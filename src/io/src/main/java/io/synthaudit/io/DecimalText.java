package io.synthaudit.io;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as cells: the fewest digits that read back as the same double, the same on every JDK. */
final class DecimalText {

    private static final int LEAST = 15;
    private static final int MOST = 17;
    private static final int LONGEST_PLAIN = 20;
    private static final double EXACT = 1L << 53;

    private DecimalText() {}

    /**
     * A finite number. {@link Double#toString} of JDK 17 and 25 differ, so it is not used.
     */
    static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return Long.toString((long) value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact;
        for (int digits = Math.abs(value) < Double.MIN_NORMAL ? 1 : LEAST; digits <= MOST; digits++) {
            rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                break;
            }
        }
        String plain = rounded.stripTrailingZeros().toPlainString();
        return plain.length() <= LONGEST_PLAIN
                ? plain
                : rounded.stripTrailingZeros().toString();
    }
}
