package io.synthaudit.attacks.inference;

import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import java.util.Arrays;

/**
 * A secret number or instant: a guess is right within 5 % of the training column's interquartile range, and must be equal
 * where that is 0. Quartiles by linear interpolation. Without the synthetic table the training median is guessed.
 *
 * @param guesses values of the synthetic column
 * @param median the training median, NaN if the column is empty
 * @param tolerance largest distance of a right guess
 */
record NumberSecret(double[] guesses, double median, double tolerance) implements Secret {

    private static final double SHARE_OF_RANGE = 0.05;

    static NumberSecret of(NumberColumn training, NumberColumn synthetic) {
        double[] sorted = Arrays.stream(training.values())
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new NumberSecret(synthetic.values(), Double.NaN, 0);
        }
        double range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        return new NumberSecret(synthetic.values(), quantile(sorted, 0.5), SHARE_OF_RANGE * range);
    }

    private static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public double success(Column truth, int row, NearestRows.Ties ties) {
        double value = ((NumberColumn) truth).values()[row];
        int votes = 0;
        for (int i = 0; i < ties.size(); i++) {
            votes += isRight(guesses[ties.row(i)], value) ? 1 : 0;
        }
        return (double) votes / ties.size();
    }

    /** False for a guess that is NaN. */
    private boolean isRight(double guess, double value) {
        return Math.abs(guess - value) <= tolerance;
    }

    @Override
    public double baseline(Column truth, int row) {
        return isRight(median, ((NumberColumn) truth).values()[row]) ? 1 : 0;
    }

    @Override
    public int rare() {
        return NONE;
    }

    @Override
    public double rareShare(NearestRows.Ties ties) {
        return 0;
    }

    @Override
    public boolean isRare(Column truth, int row) {
        return false;
    }
}
