package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A group of people: a level of a SUBGROUP column that at least 200 training rows (and 11 persons) have.
 *
 * @param column position of the column
 * @param code the level
 * @param name column and level
 * @param rows its training rows
 */
record People(int column, int code, String name, int rows) {

    private static final int FEWEST_ROWS = 200;
    private static final int MOST_GROUPS = 50;

    /** The largest groups, in table order; a column is no group of its own predictions. */
    static List<People> of(Run run, int target) {
        Table training = run.tables().training();
        int[] person = run.tables().trainingEntity().orElse(null);
        List<People> all = new ArrayList<>();
        for (int c : training.schema().with(Role.SUBGROUP)) {
            if (c == target || !(training.column(c) instanceof CodeColumn codes)) {
                continue;
            }
            for (int code = 0; code < codes.dictionary().known(); code++) {
                int level = code;
                int[] own = IntStream.range(0, training.rows())
                        .filter(row -> codes.codes()[row] == level)
                        .toArray();
                if (own.length >= FEWEST_ROWS && LevelNames.bearers(own, person) >= LevelNames.FEWEST) {
                    String name =
                            codes.field().name() + "=" + codes.dictionary().label(code);
                    all.add(new People(c, code, name, own.length));
                }
            }
        }
        List<People> largest = all.stream()
                .sorted((a, b) -> b.rows() - a.rows())
                .limit(MOST_GROUPS)
                .toList();
        return all.stream().filter(largest::contains).toList();
    }

    /** For each row whether it is of the group. */
    boolean[] in(Table table) {
        int[] codes = ((CodeColumn) table.column(column)).codes();
        boolean[] in = new boolean[codes.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = codes[i] == code;
        }
        return in;
    }
}
