package io.synthaudit.metrics.utility;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.survival.ProductLimit;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows behind one survival curve.
 *
 * @param time how long each was followed
 * @param event whether the event happened then
 * @param person the person of each, or null
 * @param curve their curve; null when there are none
 */
record SurvivalRows(double[] time, boolean[] event, int[] person, ProductLimit curve) {

    /**
     * Complete rows of a group.
     *
     * @param by position of the groups' column, -1 for all rows
     * @param group code of the group
     */
    static SurvivalRows of(Table table, int time, int flag, int code, int by, int group, int[] person) {
        double[] times = ((NumberColumn) table.column(time)).values();
        CodeColumn events = (CodeColumn) table.column(flag);
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> !Double.isNaN(times[row])
                        && !events.isMissing(row)
                        && (by < 0 || ((CodeColumn) table.column(by)).codes()[row] == group))
                .toArray();
        double[] chosen = Arrays.stream(rows).mapToDouble(row -> times[row]).toArray();
        boolean[] happened = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            happened[i] = events.codes()[rows[i]] == code;
        }
        int[] owner = person == null
                ? null
                : Arrays.stream(rows).map(row -> person[row]).toArray();
        return new SurvivalRows(chosen, happened, owner, rows.length == 0 ? null : ProductLimit.of(chosen, happened));
    }

    long bearers() {
        return person == null ? time.length : Arrays.stream(person).distinct().count();
    }

    double factor() {
        return Clustering.factor(person);
    }

    boolean isNegative() {
        return Arrays.stream(time).anyMatch(t -> t < 0);
    }

    /** The last time at which 11 rows are at risk; NaN if there are fewer. */
    double horizon() {
        if (time.length < LevelNames.FEWEST) {
            return Double.NaN;
        }
        double[] sorted = time.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - LevelNames.FEWEST];
    }

    /** Half the width of Hall and Wellner's band at a time, by the bound 2 exp(-2 c^2) on its law. */
    double band(double at, double level) {
        double n = time.length / factor();
        double c = Math.sqrt(StrictMath.log(2 / (1 - level)) / 2);
        double sum = curve.greenwoodAt(at);
        double s = curve.at(at);
        return s == 0 ? 1 : Math.min(1, c * (1 + time.length * sum) * s / Math.sqrt(n));
    }
}
