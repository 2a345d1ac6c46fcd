package io.synthaudit.io;

import io.synthaudit.core.table.RawColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects one column: each distinct cell once, and an index per row. */
final class Interner {

    private final Map<String, Integer> known = new HashMap<>();
    private final List<String> distinct = new ArrayList<>();
    private int[] cells = new int[1024];
    private int rows;
    private String last;
    private int lastCell;

    void add(String cell) {
        if (!cell.equals(last)) {
            Integer index = known.putIfAbsent(cell, distinct.size());
            if (index == null) {
                lastCell = distinct.size();
                distinct.add(cell);
            } else {
                lastCell = index;
            }
            last = distinct.get(lastCell);
        }
        if (rows == cells.length) {
            cells = Arrays.copyOf(cells, rows + (rows >> 1));
        }
        cells[rows++] = lastCell;
    }

    RawColumn column(String name) {
        return new RawColumn(name, distinct.toArray(String[]::new), Arrays.copyOf(cells, rows));
    }
}
