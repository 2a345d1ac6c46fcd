package io.synthaudit.io;

import io.synthaudit.core.table.RawColumn;
import java.util.Arrays;

/**
 * Collects one column: each distinct cell once, and an index per row. Cells are found by open addressing: a place holds hash
 * and index of a cell side by side, so that most cells of a long column cost one look at memory, and nothing is boxed.
 */
final class Interner {

    private String[] distinct = new String[16];
    private int size;

    /** Hash in the upper half, index plus one in the lower; 0 is free. At most half of the places are taken. */
    private long[] places = new long[64];

    private int[] cells = new int[1024];
    private int rows;
    private String last;
    private int lastCell;

    void add(String cell) {
        if (!cell.equals(last)) {
            lastCell = index(cell);
            last = distinct[lastCell];
        }
        if (rows == cells.length) {
            cells = Arrays.copyOf(cells, rows + (rows >> 1));
        }
        cells[rows++] = lastCell;
    }

    private int index(String cell) {
        int hash = cell.hashCode() * 0x9E3779B9;
        int mask = places.length - 1;
        int at = hash >>> 7 & mask;
        while (places[at] != 0) {
            if ((int) (places[at] >>> 32) == hash) {
                int found = (int) places[at] - 1;
                if (distinct[found].equals(cell)) {
                    return found;
                }
            }
            at = at + 1 & mask;
        }
        if (size == distinct.length) {
            distinct = Arrays.copyOf(distinct, 2 * size);
        }
        distinct[size++] = cell;
        places[at] = (long) hash << 32 | size;
        if (2 * size > places.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        long[] old = places;
        places = new long[2 * old.length];
        int mask = places.length - 1;
        for (long place : old) {
            if (place != 0) {
                int at = (int) (place >>> 32) >>> 7 & mask;
                while (places[at] != 0) {
                    at = at + 1 & mask;
                }
                places[at] = place;
            }
        }
    }

    RawColumn column(String name) {
        return new RawColumn(name, Arrays.copyOf(distinct, size), Arrays.copyOf(cells, rows));
    }
}
