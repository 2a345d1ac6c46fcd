package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Ranks;

/**
 * How the numbers of a column are written: how many decimals each needs, and its last digit at every precision up to that.
 *
 * <p>Margin {@link #DECIMALS} has a cell for 0 to {@link #MOST} decimals, one for more, and one for the number zero, which
 * has no last digit. Margin 1 + d counts the last digits of the numbers rounded to d decimals, but only of those that need
 * at least d: all others end in 0 there. A number needs d decimals if it is the double next to some decimal of d places.
 *
 * @param field a column of numbers
 */
public record Digits(Field field) implements Statistic<MarginCounts> {

    /** The margin of decimals. */
    public static final int DECIMALS = 0;

    /** Most decimals that are told apart. */
    public static final int MOST = 6;

    /** The cell of numbers with more decimals. */
    public static final int MORE = MOST + 1;

    /** The cell of the number zero. */
    public static final int ZERO = MOST + 2;

    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};

    /** From here on every double is whole and its neighbours are not told apart. */
    private static final double WHOLE = 1L << 53;

    @Override
    public MarginCounts empty(Profile profile) {
        return MarginCounts.of(ZERO + 1, 10, 10, 10, 10, 10, 10, 10);
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void observe(Slice slice, MarginCounts into) {
        NumberColumn column =
                (NumberColumn) slice.column(Columns.index(slice.table().table().schema(), field));
        Ranks ranks = column.ranks();
        long[] counts = Distinct.counts(slice, ranks.codes(), ranks.size());
        long[] decimals = into.margin(DECIMALS);
        long present = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double value = Math.abs(ranks.values()[i]);
                decimals[value == 0 ? ZERO : digits(value, counts[i], into)] += counts[i];
                present += counts[i];
            }
        }
        into.missing()[0] += slice.length() - present;
    }

    /** Counts the last digits and gives the number of decimals. */
    private static int digits(double value, long times, MarginCounts into) {
        for (int d = 0; d <= MOST; d++) {
            double scaled = Math.rint(value * POWERS[d]);
            into.margin(1 + d)[(int) (scaled < WHOLE ? (long) scaled % 10 : scaled % 10)] += times;
            // Division rounds correctly, so this asks whether the nearest decimal of d places reads as this double.
            if (scaled / POWERS[d] == value) {
                return d;
            }
        }
        return MORE;
    }

    /**
     * Last digits of all numbers but zero, rounded to some decimals.
     *
     * @param state what was observed
     * @param decimals 0 to {@link #MOST}
     * @return ten counts
     */
    public static long[] last(MarginCounts state, int decimals) {
        long[] digits = state.margin(1 + decimals).clone();
        for (int d = 0; d < decimals; d++) {
            digits[0] += state.margin(DECIMALS)[d];
        }
        return digits;
    }
}
