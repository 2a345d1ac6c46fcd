package io.synthaudit.learn.model;

/**
 * One column of an encoded table: numbers, or levels of which each row has one or none.
 *
 * <p>As numbers for a linear model, levels are one number each, 1 in the rows that have it and else 0.
 *
 * @param column position of the column in the table that it comes from
 * @param first place of its first number in an encoded row
 * @param places how many numbers of an encoded row are its own: 1 for numbers, else the number of levels
 * @param values the numbers, without NaN; null for levels
 * @param slots level of each row, 0 .. places-1, or -1 for none; null for numbers
 */
public record Feature(int column, int first, int places, double[] values, int[] slots) {

    /** Whether it holds numbers; else levels. */
    public boolean isNumber() {
        return values != null;
    }

    Feature select(int[] rows) {
        double[] numbers = isNumber() ? new double[rows.length] : null;
        int[] levels = isNumber() ? null : new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (isNumber()) {
                numbers[i] = values[rows[i]];
            } else {
                levels[i] = slots[rows[i]];
            }
        }
        return new Feature(column, first, places, numbers, levels);
    }

    /** Adds to each row's sum its number, or that of its level, times the weight of that place. */
    void addTo(double[] sums, double[] weights) {
        if (isNumber()) {
            double weight = weights[first];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * values[i];
            }
        } else {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += slots[i] < 0 ? 0 : weights[first + slots[i]];
            }
        }
    }

    /** Adds to each place the sum over rows of its number times the row's factor. */
    void project(double[] factors, double[] sums) {
        if (isNumber()) {
            double sum = 0;
            for (int i = 0; i < factors.length; i++) {
                sum += factors[i] * values[i];
            }
            sums[first] += sum;
        } else {
            for (int i = 0; i < factors.length; i++) {
                if (slots[i] >= 0) {
                    sums[first + slots[i]] += factors[i];
                }
            }
        }
    }
}
