package io.synthaudit.learn.neighbour;

/**
 * The inner loops: each adds the distance of a query's cells in one lane (or two) to the sums of a leaf's rows.
 *
 * <p>They are written so that the compiler turns them into vector instructions, on JDK 17 too, which makes them four times as
 * fast: one array written, every array read from its beginning, whole-number arithmetic, no branch, and no minimum with a
 * number that does not change ({@code t & (t >> 31)} is min(0, t)). Several categories share a lane: after the
 * exclusive or, adding 0x7f.. to the low bits of a field carries into its highest bit exactly if a low bit is set; a
 * multiplication adds the fields up.
 */
final class Sweep {

    private Sweep() {}

    /** One lane of numbers; {@code unit} caps each distance. */
    static void number(int[] sums, int[] lane, int rows, int cell, int unit) {
        for (int i = 0; i < rows; i++) {
            int t = Math.abs(lane[i] - cell) - unit;
            sums[i] += unit + (t & (t >> 31));
        }
    }

    /** Two lanes of numbers at once, which saves loading and storing the sums. */
    static void numbers(int[] sums, int[] a, int[] b, int rows, int cellA, int cellB, int unitA, int unitB) {
        for (int i = 0; i < rows; i++) {
            int t = Math.abs(a[i] - cellA) - unitA;
            int u = Math.abs(b[i] - cellB) - unitB;
            sums[i] += unitA + unitB + (t & (t >> 31)) + (u & (u >> 31));
        }
    }

    /** A lane of up to four categories of 8 bits each. */
    static void bytes(int[] sums, int[] lane, int rows, int cells, int unit) {
        for (int i = 0; i < rows; i++) {
            int x = lane[i] ^ cells;
            int differs = ((((x & 0x7f7f7f7f) + 0x7f7f7f7f) | x) & 0x80808080) >>> 7;
            sums[i] += ((differs * 0x01010101) >>> 24) * unit;
        }
    }

    /** A lane of up to two categories of 16 bits each. */
    static void shorts(int[] sums, int[] lane, int rows, int cells, int unit) {
        for (int i = 0; i < rows; i++) {
            int x = lane[i] ^ cells;
            int differs = ((((x & 0x7fff7fff) + 0x7fff7fff) | x) & 0x80008000) >>> 15;
            sums[i] += ((differs * 0x00010001) >>> 16) * unit;
        }
    }

    /** A lane of one category with any number of levels. */
    static void category(int[] sums, int[] lane, int rows, int cell, int unit) {
        for (int i = 0; i < rows; i++) {
            int x = lane[i] ^ cell;
            sums[i] += ((x | -x) >> 31) & unit;
        }
    }

    /** Adds the least distance that a row of each leaf can have in a number column. */
    static void least(int[] sums, int[] low, int[] high, int cell, int unit) {
        for (int i = 0; i < sums.length; i++) {
            int below = low[i] - cell;
            int above = cell - high[i];
            // At most one of the two is above zero.
            int t = (below & ~(below >> 31)) + (above & ~(above >> 31)) - unit;
            sums[i] += unit + (t & (t >> 31));
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
