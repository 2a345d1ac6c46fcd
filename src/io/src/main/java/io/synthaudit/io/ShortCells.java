package io.synthaudit.io;

/**
 * The numbers of cells of at most 15 characters of Latin-1, which most cells are. Such a cell is two whole numbers; these
 * stand in the table itself, so that finding one costs one look at memory and no text is compared.
 */
final class ShortCells {

    static final int LONGEST = 15;

    private static final int FIRST = 7;

    /** Three numbers a place: the two of the cell, the first of which is never 0, and its number. */
    private long[] places = new long[3 * 64];

    private int mask = 63;
    private int size;

    /** The first seven characters behind the length, or 0 if the cell is none of these. */
    static long first(String cell) {
        int length = cell.length();
        if (length > LONGEST) {
            return 0;
        }
        long packed = length + 1;
        for (int i = 0; i < Math.min(length, FIRST); i++) {
            char c = cell.charAt(i);
            if (c > 0xff) {
                return 0;
            }
            packed = packed << 8 | c;
        }
        return packed << 8 * Math.max(0, FIRST - length);
    }

    /** The other characters, or -1 if one of them is not of Latin-1; -1 is also eight times \u00ff. */
    static long second(String cell) {
        long packed = 0;
        for (int i = FIRST; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c > 0xff) {
                return -1;
            }
            packed = packed << 8 | c;
        }
        return packed;
    }

    /** The number of a cell, or -1 - place where it is to be put. */
    int find(long first, long second) {
        long hash = (first ^ second * 0xC2B2AE3D27D4EB4FL) * 0x9E3779B97F4A7C15L;
        int at = (int) (hash >>> 32) & mask;
        while (places[3 * at] != 0) {
            if (places[3 * at] == first && places[3 * at + 1] == second) {
                return (int) places[3 * at + 2];
            }
            at = at + 1 & mask;
        }
        return -1 - at;
    }

    /** Puts a cell where {@link #find} said. */
    void put(int place, long first, long second, int number) {
        places[3 * place] = first;
        places[3 * place + 1] = second;
        places[3 * place + 2] = number;
        size++;
        if (2 * size > mask) {
            grow();
        }
    }

    private void grow() {
        long[] old = places;
        places = new long[2 * old.length];
        mask = 2 * mask + 1;
        for (int i = 0; i < old.length; i += 3) {
            if (old[i] != 0) {
                int at = -1 - find(old[i], old[i + 1]);
                System.arraycopy(old, i, places, 3 * at, 3);
            }
        }
    }
}
