package io.synthaudit.core.audit;

import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Slice;

/**
 * Design effect per column where persons own several rows: how many rows count as one independent draw.
 *
 * <p>For a column with code shares p and persons g with n_g rows, of which n_gk have code k,
 * \(\mathit{deff} = \sum_g \sum_k (n_{gk} - n_g p_k)^2 / (n \sum_k p_k (1 - p_k))\), the linearised cluster variance of
 * the shares over the variance of independent rows, at least 1.
 */
final class ClusterEffects {

    private ClusterEffects() {}

    /** One design effect per column; all 1 without persons. */
    static double[] of(CodedTable table, int[] person, int columns) {
        double[] effects = new double[columns];
        java.util.Arrays.fill(effects, 1);
        if (person == null) {
            return effects;
        }
        int[] byPerson = sortedByPerson(person);
        for (int c = 0; c < columns; c++) {
            effects[c] = effect(new Slice(table, null, 0, person.length).pairCodes(c), person, byPerson);
        }
        return effects;
    }

    private static int[] sortedByPerson(int[] person) {
        long[] keyed = new long[person.length];
        for (int row = 0; row < person.length; row++) {
            keyed[row] = ((long) person[row] << 32) | row;
        }
        java.util.Arrays.sort(keyed);
        int[] order = new int[person.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keyed[i];
        }
        return order;
    }

    private static double effect(int[] codes, int[] person, int[] order) {
        int n = order.length;
        int most = 0;
        for (int code : codes) {
            most = Math.max(most, code);
        }
        double[] share = new double[most + 1];
        for (int code : codes) {
            share[code] += 1.0 / n;
        }
        double squares = 0;
        for (double p : share) {
            squares += p * p;
        }
        double within = n * (1 - squares);
        if (within <= 0) {
            return 1;
        }
        double between = 0;
        int[] counts = new int[most + 1];
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && person[order[to]] == person[order[from]]) {
                counts[codes[order[to++]]]++;
            }
            int size = to - from;
            // sum_k (n_k - size p_k)^2, expanded so that only the person's own codes are visited.
            double sum = (double) size * size * squares;
            for (int i = from; i < to; i++) {
                int code = codes[order[i]];
                sum += counts[code] == 0
                        ? 0
                        : (double) counts[code] * counts[code] - 2.0 * counts[code] * size * share[code];
                counts[code] = 0;
            }
            between += sum;
            from = to;
        }
        return Math.max(1, between / within);
    }
}
