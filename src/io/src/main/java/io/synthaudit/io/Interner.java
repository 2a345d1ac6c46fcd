package io.synthaudit.io;

import io.synthaudit.core.table.RawColumn;
import java.util.Arrays;

/**
 * Collects one column: each distinct cell once, and an index per row. Cells are found by open addressing, short ones by
 * {@link ShortCells} and longer ones by their hash; nothing is boxed.
 */
final class Interner {

    private String[] distinct = new String[16];
    private int size;
    private final ShortCells shortCells = new ShortCells();

    /** Of longer cells the hash in the upper half, index plus one in the lower; 0 is free. At most half of the places are taken. */
    private long[] places = new long[64];

    private int longCells;

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
        long first = ShortCells.first(cell);
        long second = first == 0 ? -1 : ShortCells.second(cell);
        if (second == -1) {
            return longIndex(cell);
        }
        int found = shortCells.find(first, second);
        if (found < 0) {
            int place = -1 - found;
            found = next(cell);
            shortCells.put(place, first, second, found);
        }
        return found;
    }

    /** Gives a new cell its number. */
    private int next(String cell) {
        if (size == distinct.length) {
            distinct = Arrays.copyOf(distinct, 2 * size);
        }
        distinct[size] = cell;
        return size++;
    }

    private int longIndex(String cell) {
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
        int number = next(cell);
        places[at] = (long) hash << 32 | number + 1;
        if (2 * ++longCells > places.length) {
            grow();
        }
        return number;
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
