package io.synthaudit.core.audit;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The groups of people in which metrics are measured again: every level of each SUBGROUP column and every crossing of two
 * such columns, as far as training has at least 200 rows of it, the largest 50 in all. Smaller groups are left out: their
 * numbers would be noise, and their sizes tell of few people.
 */
final class Subgroups {

    private static final int FEWEST_ROWS = 200;
    private static final int MOST_GROUPS = 50;
    private static final int FEWEST_SYNTHETIC_ROWS = 20;

    private Subgroups() {}

    /**
     * A group.
     *
     * @param name column and level, or two of each
     * @param training its training rows
     * @param synthetic its synthetic rows
     * @param holdout its holdout rows; empty without a holdout
     */
    record Group(String name, int[] training, int[] synthetic, int[] holdout) {

        /** Whether the synthetic table has enough rows of the group for anything to be measured. */
        boolean isMeasurable() {
            return synthetic.length >= FEWEST_SYNTHETIC_ROWS;
        }

        /** The group's rows of coded tables, with samples of equal size of its own. */
        StateSet.CodedTables of(StateSet.CodedTables coded, RandomStreams streams) {
            boolean control = coded.holdout() != null && holdout.length > 0;
            boolean yardstick = control && holdout.length >= Control.FEWEST_FOR_YARDSTICK;
            CodedTable holdoutPart = control ? coded.holdout().select(holdout) : null;
            return new StateSet.CodedTables(
                    coded.training().select(training),
                    coded.synthetic().select(synthetic),
                    holdoutPart,
                    coded.profile(),
                    Draws.of(synthetic.length, yardstick ? holdout.length : 0, streams));
        }
    }

    static int[] select(int[] values, int[] rows) {
        return values == null
                ? null
                : IntStream.of(rows).map(row -> values[row]).toArray();
    }

    static List<Group> of(Tables tables) {
        List<Group> groups = new ArrayList<>();
        int[] columns = IntStream.of(tables.schema().with(Role.SUBGROUP))
                .filter(c -> tables.training().column(c) instanceof CodeColumn)
                .toArray();
        for (int c : columns) {
            groups.addAll(levels(tables, c, everyone(tables)));
        }
        for (int i = 0; i < columns.length; i++) {
            for (Group first : levels(tables, columns[i], everyone(tables))) {
                for (int j = i + 1; j < columns.length; j++) {
                    groups.addAll(levels(tables, columns[j], first));
                }
            }
        }
        List<Group> largest = new ArrayList<>(groups);
        largest.sort((a, b) -> b.training().length - a.training().length);
        List<Group> kept = largest.subList(0, Math.min(MOST_GROUPS, largest.size()));
        return groups.stream().filter(kept::contains).toList();
    }

    private static Group everyone(Tables tables) {
        return new Group(
                "",
                IntStream.range(0, tables.training().rows()).toArray(),
                IntStream.range(0, tables.synthetic().rows()).toArray(),
                IntStream.range(0, tables.holdout().map(Table::rows).orElse(0)).toArray());
    }

    private static List<Group> levels(Tables tables, int column, Group within) {
        CodeColumn training = (CodeColumn) tables.training().column(column);
        List<Group> groups = new ArrayList<>();
        for (int code = 0; code < training.dictionary().known(); code++) {
            int level = code;
            int[] rows = having(tables.training(), column, level, within.training());
            if (rows.length >= FEWEST_ROWS) {
                String name =
                        training.field().name() + "=" + training.dictionary().label(level);
                groups.add(new Group(
                        within.name().isEmpty() ? name : within.name() + ", " + name,
                        rows,
                        having(tables.synthetic(), column, level, within.synthetic()),
                        tables.holdout()
                                .map(h -> having(h, column, level, within.holdout()))
                                .orElse(new int[0])));
            }
        }
        return groups;
    }

    private static int[] having(Table table, int column, int level, int[] among) {
        int[] codes = ((CodeColumn) table.column(column)).codes();
        return IntStream.of(among).filter(row -> codes[row] == level).toArray();
    }
}
