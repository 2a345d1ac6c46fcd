package io.synthaudit.core.table;

/**
 * Decimal numbers in cells: {@code [+-] digits [. digits] [e [+-] digits]} in ASCII, and nothing that
 * {@link Double#parseDouble} also accepts (blanks, hexadecimal, {@code 1d}, {@code Infinity}).
 */
public final class Numbers {

    private Numbers() {}

    /** The finite number that the cell reads, or NaN. Minus zero is zero. */
    public static double parse(String cell) {
        if (!isDecimal(cell)) {
            return Double.NaN;
        }
        double value = Double.parseDouble(cell);
        return Double.isFinite(value) ? value + 0.0 : Double.NaN;
    }

    /** Whether the cell is written as a whole number: a sign and digits, no fraction and no exponent. */
    public static boolean isWholeText(String cell) {
        int start = sign(cell, 0);
        return start < cell.length() && digits(cell, start) == cell.length();
    }

    /** Whether the value is a whole number. */
    public static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    private static boolean isDecimal(String cell) {
        int start = sign(cell, 0);
        int at = digits(cell, start);
        int count = at - start;
        if (at < cell.length() && cell.charAt(at) == '.') {
            int fraction = at + 1;
            at = digits(cell, fraction);
            count += at - fraction;
        }
        if (count == 0) {
            return false;
        }
        if (at < cell.length() && (cell.charAt(at) == 'e' || cell.charAt(at) == 'E')) {
            int exponent = sign(cell, at + 1);
            at = digits(cell, exponent);
            return at > exponent && at == cell.length();
        }
        return at == cell.length();
    }

    private static int sign(String cell, int at) {
        return at < cell.length() && (cell.charAt(at) == '-' || cell.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String cell, int from) {
        int at = from;
        while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
