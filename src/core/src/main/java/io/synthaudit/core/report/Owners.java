package io.synthaudit.core.report;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * The persons behind some rows, counted when asked: whoever owns a dozen rows is one person. Putting two together costs
 * nothing until then, because a chart pools thousands of rare levels.
 */
final class Owners {

    private final int[] persons;
    private final Owners left;
    private final Owners right;
    private long count = -1;

    private Owners(int[] persons, Owners left, Owners right) {
        this.persons = persons;
        this.left = left;
        this.right = right;
    }

    /**
     * The owners of the rows of each bin.
     *
     * @param bins bin of each row, negative for a row of no bin
     * @param size number of bins
     * @param person owner of each row
     */
    static Owners[] perBin(int[] bins, int size, int[] person) {
        int[] rows = new int[size];
        for (int bin : bins) {
            if (bin >= 0) {
                rows[bin]++;
            }
        }
        int[][] owners = new int[size][];
        for (int bin = 0; bin < size; bin++) {
            owners[bin] = new int[rows[bin]];
        }
        for (int row = 0; row < bins.length; row++) {
            if (bins[row] >= 0) {
                owners[bins[row]][--rows[bins[row]]] = person[row];
            }
        }
        return Arrays.stream(owners).map(o -> new Owners(o, null, null)).toArray(Owners[]::new);
    }

    /** The owners of the rows of either. */
    Owners and(Owners other) {
        return new Owners(null, this, other);
    }

    /** How many persons they are. */
    long count() {
        if (count < 0) {
            IntStream.Builder all = IntStream.builder();
            Deque<Owners> open = new ArrayDeque<>();
            open.push(this);
            while (!open.isEmpty()) {
                Owners next = open.pop();
                if (next.persons == null) {
                    open.push(next.left);
                    open.push(next.right);
                } else {
                    Arrays.stream(next.persons).forEach(all);
                }
            }
            count = all.build().distinct().count();
        }
        return count;
    }
}
