package io.synthaudit.learn.neighbour;

import java.util.Arrays;

/**
 * Rows whose cells are the same, found by hash: searched once, answered together. Tables of few levels consist of little
 * else, and there each row has thousands of ties.
 *
 * <p>Memory: at most 28 bytes per row.
 */
final class Groups {

    /** The cells of a table, as far as they tell rows apart. */
    interface Cells {

        int rows();

        int columns();

        /** Equal for equal cells of one column, and different for different ones. */
        long cell(int column, int row);
    }

    private final Cells cells;
    private final int[] slots;
    private final int[] of;
    private final int[] starts;
    private final int[] members;

    private Groups(Cells cells) {
        this.cells = cells;
        int rows = cells.rows();
        this.slots = new int[Integer.highestOneBit(Math.max(8, rows)) << 2];
        this.of = new int[rows];
        Arrays.fill(slots, -1);
        // Slots hold rows until the groups are numbered.
        int count = 0;
        for (int row = 0; row < rows; row++) {
            int slot = slot(cells, row, r -> r);
            if (slots[slot] < 0) {
                slots[slot] = row;
                of[row] = count++;
            } else {
                of[row] = of[slots[slot]];
            }
        }
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] = slots[slot] < 0 ? -1 : of[slots[slot]];
        }
        this.starts = new int[count + 1];
        for (int group : of) {
            starts[group + 1]++;
        }
        for (int group = 0; group < count; group++) {
            starts[group + 1] += starts[group];
        }
        this.members = new int[rows];
        int[] next = Arrays.copyOf(starts, count);
        for (int row = 0; row < rows; row++) {
            members[next[of[row]]++] = row;
        }
    }

    static Groups of(Cells cells) {
        return new Groups(cells);
    }

    /** Number of groups; they are numbered in the order of their first rows. */
    int count() {
        return starts.length - 1;
    }

    int of(int row) {
        return of[row];
    }

    int first(int group) {
        return members[starts[group]];
    }

    int size(int group) {
        return starts[group + 1] - starts[group];
    }

    /** A row of the group; they are in ascending order. */
    int member(int group, int position) {
        return members[starts[group] + position];
    }

    /** The group whose rows have the cells of this row of another table, or -1. */
    int find(Cells others, int row) {
        return slots[slot(others, row, this::first)];
    }

    /** First row of each group. */
    int[] firsts() {
        int[] firsts = new int[count()];
        for (int group = 0; group < firsts.length; group++) {
            firsts[group] = first(group);
        }
        return firsts;
    }

    private int slot(Cells others, int row, java.util.function.IntUnaryOperator rowIn) {
        int slot = (int) (hash(others, row) >>> 33) & (slots.length - 1);
        while (slots[slot] >= 0 && !same(rowIn.applyAsInt(slots[slot]), others, row)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static long hash(Cells cells, int row) {
        long hash = 1;
        for (int j = 0; j < cells.columns(); j++) {
            hash = (hash ^ cells.cell(j, row)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash * 0x9E3779B97F4A7C15L;
    }

    private boolean same(int ours, Cells others, int row) {
        for (int j = 0; j < cells.columns(); j++) {
            if (cells.cell(j, ours) != others.cell(j, row)) {
                return false;
            }
        }
        return true;
    }
}
