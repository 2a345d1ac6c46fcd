package io.synthaudit.reports.chart;

/**
 * A linear map from numbers to horizontal positions, rounded to tenths so that coordinates stay short.
 *
 * @param low number at the left end
 * @param high number at the right end, above {@code low}
 * @param left position of the left end
 * @param right position of the right end
 */
public record Scale(double low, double high, double left, double right) {

    private static final double MARGIN = 0.06;
    private static final double FAR = 2;

    /** Position of a number; numbers beyond an end stand at that end. */
    public double at(double value) {
        double share = (Math.min(high, Math.max(low, value)) - low) / (high - low);
        return tenth(left + share * (right - left));
    }

    /** Whether a number lies between the ends. */
    public boolean shows(double value) {
        return low <= value && value <= high;
    }

    /**
     * A scale that shows every given number with some air around them, and zero, unless it lies so far away that the
     * numbers could not be told apart.
     *
     * @param numbers what must be seen; NaN is passed over
     * @param left position of the left end
     * @param right position of the right end
     */
    public static Scale around(double[] numbers, double left, double right) {
        Scale close = closely(numbers, left, right);
        double far = Math.max(close.low(), -close.high());
        return far > FAR * (close.high() - close.low()) ? close : fromZero(numbers, left, right);
    }

    /**
     * A scale that shows zero and every given number with some air around them.
     *
     * @param numbers what must be seen; NaN is passed over
     * @param left position of the left end
     * @param right position of the right end
     */
    public static Scale fromZero(double[] numbers, double left, double right) {
        return fit(numbers, 0, 0, left, right);
    }

    /**
     * A scale that shows every given number with some air around them, and zero only by chance.
     *
     * @param numbers what must be seen; NaN is passed over
     * @param left position of the left end
     * @param right position of the right end
     */
    public static Scale closely(double[] numbers, double left, double right) {
        return fit(numbers, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, left, right);
    }

    private static Scale fit(double[] numbers, double least, double most, double left, double right) {
        double low = least;
        double high = most;
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                low = Math.min(low, number);
                high = Math.max(high, number);
            }
        }
        if (low > high) {
            low = 0;
            high = 0;
        }
        double air = low == high ? 0.5 : (high - low) * MARGIN;
        return new Scale(low - air, high + air, left, right);
    }

    static double tenth(double position) {
        return Math.rint(position * 10) / 10;
    }
}
