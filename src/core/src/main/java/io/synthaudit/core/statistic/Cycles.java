package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;

/**
 * Where the instants of a column lie in the year, the week and the day (UTC), and how fine they are.
 *
 * @param field a column of instants
 */
public record Cycles(Field field) implements Statistic<MarginCounts> {

    /** The margin of twelve months, January first. */
    public static final int MONTH = 0;

    /** The margin of seven weekdays, Monday first. */
    public static final int WEEKDAY = 1;

    /** The margin of 24 hours. */
    public static final int HOUR = 2;

    /** The margin of midnight, other whole minutes, and other instants. */
    public static final int GRAIN = 3;

    private static final long DAY = 86_400;

    /** Thursday was the first day. */
    private static final int FIRST_WEEKDAY = 3;

    @Override
    public MarginCounts empty(Profile profile) {
        return MarginCounts.of(12, 7, 24, 3);
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void observe(Slice slice, MarginCounts into) {
        double[] values =
                ((NumberColumn) slice.column(Columns.index(slice.table().table().schema(), field))).values();
        for (int i = slice.from(); i < slice.to(); i++) {
            double seconds = values[slice.row(i)];
            if (Double.isNaN(seconds)) {
                into.missing()[0]++;
                continue;
            }
            double whole = Math.floor(seconds);
            long day = Math.floorDiv((long) whole, DAY);
            int second = (int) Math.floorMod((long) whole, DAY);
            into.margin(MONTH)[month(day)]++;
            into.margin(WEEKDAY)[(int) Math.floorMod(day + FIRST_WEEKDAY, 7L)]++;
            into.margin(HOUR)[second / 3_600]++;
            boolean fine = seconds > whole || second % 60 != 0;
            into.margin(GRAIN)[fine ? 2 : second == 0 ? 0 : 1]++;
        }
    }

    /** Month of a day since 1970-01-01, from 0, in the proleptic Gregorian calendar: eras of 400 years from 1 March on. */
    private static int month(long day) {
        long ofEra = Math.floorMod(day + 719_468, 146_097L);
        long year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        long ofYear = ofEra - (365 * year + year / 4 - year / 100);
        int fromMarch = (int) ((5 * ofYear + 2) / 153);
        return fromMarch < 10 ? fromMarch + 2 : fromMarch - 10;
    }
}
