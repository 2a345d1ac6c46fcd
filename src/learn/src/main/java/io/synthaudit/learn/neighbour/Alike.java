package io.synthaudit.learn.neighbour;

import java.util.Arrays;

/**
 * Rows whose cells are the same: searched once, answered together. Tables of few levels consist of little else, and there
 * each row has thousands of ties.
 */
final class Alike {

    private Alike() {}

    /** For each row the first row that has the same cells. */
    static int[] leaders(Gower.Rows rows) {
        int size = Integer.highestOneBit(Math.max(8, rows.count())) << 2;
        int[] slots = new int[size];
        Arrays.fill(slots, -1);
        int[] leaders = new int[rows.count()];
        for (int row = 0; row < leaders.length; row++) {
            int slot = (int) (hash(rows, row) >>> 33) & (size - 1);
            while (slots[slot] >= 0 && !same(rows, slots[slot], row)) {
                slot = (slot + 1) & (size - 1);
            }
            if (slots[slot] < 0) {
                slots[slot] = row;
            }
            leaders[row] = slots[slot];
        }
        return leaders;
    }

    private static long hash(Gower.Rows rows, int row) {
        long hash = 1;
        for (int j = 0; j < rows.columns(); j++) {
            hash = (hash ^ cell(rows, j, row)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash * 0x9E3779B97F4A7C15L;
    }

    private static boolean same(Gower.Rows rows, int a, int b) {
        for (int j = 0; j < rows.columns(); j++) {
            if (cell(rows, j, a) != cell(rows, j, b)) {
                return false;
            }
        }
        return true;
    }

    private static long cell(Gower.Rows rows, int j, int row) {
        return rows.values(j) == null ? rows.codes(j)[row] : Double.doubleToLongBits(rows.values(j)[row] + 0.0);
    }
}
