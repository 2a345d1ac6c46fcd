package io.synthaudit.core.statistic;

/** Rows, strings of digits among their cells, and those of two digits or more whose first is 0. */
public final class DigitCounts implements State<DigitCounts> {

    private long rows;
    private long digits;
    private long leadingZeros;

    DigitCounts() {}

    void add(boolean isDigits, boolean hasLeadingZero) {
        rows++;
        digits += isDigits ? 1 : 0;
        leadingZeros += hasLeadingZero ? 1 : 0;
    }

    @Override
    public DigitCounts merge(DigitCounts other) {
        DigitCounts merged = new DigitCounts();
        merged.rows = rows + other.rows;
        merged.digits = digits + other.digits;
        merged.leadingZeros = leadingZeros + other.leadingZeros;
        return merged;
    }

    @Override
    public long rows() {
        return rows;
    }

    /** Cells that consist of digits. */
    public long digits() {
        return digits;
    }

    /** Those with a leading zero. */
    public long leadingZeros() {
        return leadingZeros;
    }
}
