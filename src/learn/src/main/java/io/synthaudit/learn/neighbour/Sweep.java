package io.synthaudit.learn.neighbour;

/**
 * The inner loops: each adds the distance of a query's cells in one lane (or two) to the sums of a stretch of base rows.
 *
 * <p>They are written so that the compiler turns them into vector instructions: one array written, whole-number
 * arithmetic, no branch. Several categories share a lane: after the exclusive or, adding 0x7f.. to the low bits of a field
 * carries into its highest bit exactly if a low bit is set; a multiplication adds the fields up.
 */
final class Sweep {

    private Sweep() {}

    /** One lane of numbers; {@code unit} caps each distance. */
    static void number(int[] sums, int[] lane, int from, int rows, int cell, int unit) {
        for (int i = 0; i < rows; i++) {
            sums[i] += Math.min(unit, Math.abs(lane[from + i] - cell));
        }
    }

    /** Two lanes of numbers at once, which saves loading and storing the sums. */
    static void numbers(int[] sums, int[] a, int[] b, int from, int rows, int cellA, int cellB, int unitA, int unitB) {
        for (int i = 0; i < rows; i++) {
            sums[i] += Math.min(unitA, Math.abs(a[from + i] - cellA)) + Math.min(unitB, Math.abs(b[from + i] - cellB));
        }
    }

    /** A lane of up to four categories of 8 bits each. */
    static void bytes(int[] sums, int[] lane, int from, int rows, int cells, int unit) {
        for (int i = 0; i < rows; i++) {
            int x = lane[from + i] ^ cells;
            int differs = ((((x & 0x7f7f7f7f) + 0x7f7f7f7f) | x) & 0x80808080) >>> 7;
            sums[i] += ((differs * 0x01010101) >>> 24) * unit;
        }
    }

    /** A lane of up to two categories of 16 bits each. */
    static void shorts(int[] sums, int[] lane, int from, int rows, int cells, int unit) {
        for (int i = 0; i < rows; i++) {
            int x = lane[from + i] ^ cells;
            int differs = ((((x & 0x7fff7fff) + 0x7fff7fff) | x) & 0x80008000) >>> 15;
            sums[i] += ((differs * 0x00010001) >>> 16) * unit;
        }
    }

    /** A lane of one category with any number of levels. */
    static void category(int[] sums, int[] lane, int from, int rows, int cell, int unit) {
        for (int i = 0; i < rows; i++) {
            int x = lane[from + i] ^ cell;
            sums[i] += ((x | -x) >> 31) & unit;
        }
    }

    /** Adds the least distance that a row of each leaf can have in a number column. */
    static void least(int[] sums, int[] low, int[] high, int cell, int unit) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += Math.min(unit, Math.max(0, Math.max(low[i] - cell, cell - high[i])));
        }
    }

    /** The same for a category: a leaf holds the codes whose bit (code modulo 32) is set. */
    static void absent(int[] sums, int[] present, int code, int unit) {
        int shift = code & 31;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += ((~present[i] >>> shift) & 1) * unit;
        }
    }
}
