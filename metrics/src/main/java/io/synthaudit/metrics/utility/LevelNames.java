package io.synthaudit.metrics.utility;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Names of levels that a report may show: those of 11 training rows, or persons, or that the schema declares; else a number. */
final class LevelNames {

    static final int FEWEST = 11;

    private final Table training;
    private final int[] person;
    private final Map<Integer, long[]> bearers = new HashMap<>();

    /** @param person the person of each training row, or null */
    LevelNames(Table training, int[] person) {
        this.training = training;
        this.person = person;
    }

    /** How many different rows, or persons, these training rows are. */
    static long bearers(int[] rows, int[] person) {
        return person == null
                ? rows.length
                : IntStream.of(rows).map(row -> person[row]).distinct().count();
    }

    /** {@code sex=Male}, or {@code sex#2} where the label may not be shown. */
    String name(String column, int code) {
        CodeColumn codes =
                (CodeColumn) training.column(training.schema().indexOf(column).orElseThrow());
        String label = codes.dictionary().label(code);
        boolean shown = codes.field().domain().categories().contains(label) || bears(column, codes)[code] >= FEWEST;
        return shown ? column + "=" + label : column + "#" + (code + 1);
    }

    /** The names of a coefficient's columns, joined by colons; a number's is its column. */
    String name(List<String> columns, int[] codes) {
        if (columns.isEmpty()) {
            return "(intercept)";
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < codes.length; i++) {
            name.append(i == 0 ? "" : ":").append(codes[i] < 0 ? columns.get(i) : name(columns.get(i), codes[i]));
        }
        return name.toString();
    }

    private long[] bears(String column, CodeColumn codes) {
        int index = training.schema().indexOf(column).orElseThrow();
        return bearers.computeIfAbsent(index, unused -> {
            int[][] rows = new int[codes.dictionary().size()][];
            int[] sizes = new int[rows.length];
            for (int code : codes.codes()) {
                if (code >= 0) {
                    sizes[code]++;
                }
            }
            Arrays.setAll(rows, code -> new int[sizes[code]]);
            for (int row = 0; row < codes.codes().length; row++) {
                int code = codes.codes()[row];
                if (code >= 0) {
                    rows[code][--sizes[code]] = row;
                }
            }
            return Arrays.stream(rows).mapToLong(r -> bearers(r, person)).toArray();
        });
    }
}
