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

    /** Position of a number; numbers beyond an end stand at that end. */
    public double at(double value) {
        double share = (Math.min(high, Math.max(low, value)) - low) / (high - low);
        return tenth(left + share * (right - left));
    }

    /**
     * A scale that shows zero and every given number with some air around them.
     *
     * @param numbers what must be seen; NaN is passed over
     * @param left position of the left end
     * @param right position of the right end
     */
    public static Scale around(double[] numbers, double left, double right) {
        double low = 0;
        double high = 0;
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                low = Math.min(low, number);
                high = Math.max(high, number);
            }
        }
        if (low == high) {
            high = 1;
        }
        double air = (high - low) * MARGIN;
        return new Scale(low - air, high + air, left, right);
    }

    static double tenth(double position) {
        return Math.rint(position * 10) / 10;
    }
}
