package io.synthaudit.metrics.utility;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The holdout rows on which models of one target are tested.
 *
 * @param table the rows
 * @param labels class of each row
 * @param person person of each row, or null when each row is a person of its own
 * @param classes number of classes that training has
 * @param positive of two classes the rarer one in training; -1 when there are more
 * @param leftOut holdout rows without a class that training has
 */
record TestRows(Table table, int[] labels, int[] person, int classes, int positive, int leftOut) {

    /** Number of rows of each class. */
    int[] counts() {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** Number of classes that occur. */
    int present() {
        int present = 0;
        for (int count : counts()) {
            present += count > 0 ? 1 : 0;
        }
        return present;
    }

    /** At most so many of the rows, each at most once. */
    TestRows sample(int most, UniformRandomProvider random) {
        return labels.length <= most ? this : select(RandomStreams.sample(labels.length, most, random));
    }

    /** The given rows; a row may stand among them more than once. */
    TestRows select(int[] rows) {
        return new TestRows(
                table.select(rows),
                select(labels, rows),
                person == null ? null : select(person, rows),
                classes,
                positive,
                leftOut);
    }

    private static int[] select(int[] values, int[] rows) {
        return Arrays.stream(rows).map(row -> values[row]).toArray();
    }
}
