package io.synthaudit.core.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers the persons of training and holdout, from 0 in the order of their first row. */
final class Entities {

    private final Map<String, Integer> numbers = new HashMap<>();
    private int next;

    /**
     * The person of each row. Equal keys are one person, in whichever table; a missing key is a person of its own.
     *
     * @throws InputException if the keys are not as many as the rows
     */
    int[] of(RawTable table, KeyColumn key, Field field) {
        RawColumn column = key.column();
        if (column.cells().length != table.rows()) {
            throw new InputException(key.table().name() + ": expected one key per row of " + table.name() + " ("
                    + Evidence.count(table.rows()) + "), found " + Evidence.count(column.cells().length)
                    + ".\n  The file of keys must have the same rows in the same order.");
        }
        boolean[] missing = MissingTokens.in(column, field);
        int[] byCell = new int[column.distinct().length];
        Arrays.fill(byCell, -1);
        int[] persons = new int[table.rows()];
        for (int row = 0; row < persons.length; row++) {
            int cell = column.cells()[row];
            if (missing[cell]) {
                persons[row] = next++;
                continue;
            }
            if (byCell[cell] < 0) {
                Integer known = numbers.putIfAbsent(column.distinct()[cell], next);
                byCell[cell] = known == null ? next++ : known;
            }
            persons[row] = byCell[cell];
        }
        return persons;
    }
}
