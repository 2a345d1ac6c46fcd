package io.synthaudit.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The groups of people in which metrics are measured again: every level of each SUBGROUP column and every crossing of two
 * such columns, as far as training has at least 200 rows of it, the largest 50 in all. Smaller groups are left out: their
 * numbers would be noise, and their sizes tell of few people. Where persons own several rows, a group is 11 persons at
 * least, so that its name may be shown.
 *
 * @param measured the groups to be measured
 * @param small how many groups occur in training and are too small
 * @param surplus how many are large enough, but not among the largest
 */
public record Subgroups(List<Subgroups.Group> measured, int small, int surplus) {

    private static final int FEWEST_ROWS = 200;
    private static final int FEWEST_PERSONS = 11;
    private static final int MOST_GROUPS = 50;
    private static final int FEWEST_SYNTHETIC_ROWS = 20;

    /**
     * A group.
     *
     * @param name column and level, or two of each
     * @param columns positions of its columns
     * @param codes the level of each of them
     * @param training its training rows
     * @param synthetic its synthetic rows
     * @param holdout its holdout rows; empty without a holdout
     */
    public record Group(String name, int[] columns, int[] codes, int[] training, int[] synthetic, int[] holdout) {

        /** Whether the synthetic table has enough rows of the group for anything to be measured. */
        public boolean isMeasurable() {
            return synthetic.length >= FEWEST_SYNTHETIC_ROWS;
        }

        /** For each row of a table of the same schema whether it is of the group. */
        public boolean[] in(Table table) {
            boolean[] in = new boolean[table.rows()];
            Arrays.fill(in, true);
            for (int i = 0; i < columns.length; i++) {
                int[] of = ((CodeColumn) table.column(columns[i])).codes();
                for (int row = 0; row < in.length; row++) {
                    in[row] &= of[row] == codes[i];
                }
            }
            return in;
        }
    }

    /** The groups of training. */
    public static Subgroups of(Tables tables) {
        return of(tables, column -> true);
    }

    /** The groups of training by some of the SUBGROUP columns: none is a group of what is predicted of it. */
    public static Subgroups of(Tables tables, IntPredicate some) {
        int[] columns = IntStream.of(tables.schema().with(Role.SUBGROUP))
                .filter(some)
                .filter(c -> tables.training().column(c) instanceof CodeColumn)
                .toArray();
        List<Group> large = new ArrayList<>();
        int occurring = 0;
        Group everyone = everyone(tables);
        for (int c : columns) {
            large.addAll(levels(tables, c, everyone));
            occurring += occurring(tables.training(), c, -1);
        }
        for (int i = 0; i < columns.length; i++) {
            for (Group first : levels(tables, columns[i], everyone)) {
                for (int j = i + 1; j < columns.length; j++) {
                    large.addAll(levels(tables, columns[j], first));
                }
            }
            for (int j = i + 1; j < columns.length; j++) {
                occurring += occurring(tables.training(), columns[i], columns[j]);
            }
        }
        List<Group> largest = new ArrayList<>(large);
        largest.sort((a, b) -> b.training().length - a.training().length);
        // By identity: a group is a record of arrays.
        Set<Group> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(largest.subList(0, Math.min(MOST_GROUPS, largest.size())));
        return new Subgroups(
                large.stream().filter(kept::contains).toList(), occurring - large.size(), large.size() - kept.size());
    }

    private static Group everyone(Tables tables) {
        return new Group(
                "",
                new int[0],
                new int[0],
                IntStream.range(0, tables.training().rows()).toArray(),
                IntStream.range(0, tables.synthetic().rows()).toArray(),
                IntStream.range(0, tables.holdout().map(Table::rows).orElse(0)).toArray());
    }

    /** The levels of a column that make a large group within another. */
    private static List<Group> levels(Tables tables, int column, Group within) {
        CodeColumn training = (CodeColumn) tables.training().column(column);
        int[] person = tables.trainingEntity().orElse(null);
        int levels = training.dictionary().known();
        int[][] rows = byLevel(training, levels, within.training());
        int[][] synthetic = byLevel((CodeColumn) tables.synthetic().column(column), levels, within.synthetic());
        int[][] holdout = tables.holdout()
                .map(h -> byLevel((CodeColumn) h.column(column), levels, within.holdout()))
                .orElse(null);
        List<Group> groups = new ArrayList<>();
        for (int code = 0; code < levels; code++) {
            if (isLarge(rows[code], person)) {
                String name =
                        training.field().name() + "=" + training.dictionary().label(code);
                groups.add(new Group(
                        within.name().isEmpty() ? name : within.name() + ", " + name,
                        append(within.columns(), column),
                        append(within.codes(), code),
                        rows[code],
                        synthetic[code],
                        holdout == null ? new int[0] : holdout[code]));
            }
        }
        return groups;
    }

    private static boolean isLarge(int[] rows, int[] person) {
        return rows.length >= FEWEST_ROWS
                && (person == null
                        || IntStream.of(rows).map(row -> person[row]).distinct().count() >= FEWEST_PERSONS);
    }

    private static int[] append(int[] values, int value) {
        int[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = value;
        return longer;
    }

    /** The rows of each of the first levels, in order, in one pass over them. */
    private static int[][] byLevel(CodeColumn column, int levels, int[] among) {
        int[] codes = column.codes();
        int[] sizes = new int[levels];
        for (int row : among) {
            if (codes[row] >= 0 && codes[row] < levels) {
                sizes[codes[row]]++;
            }
        }
        int[][] rows = new int[levels][];
        for (int code = 0; code < levels; code++) {
            rows[code] = new int[sizes[code]];
        }
        for (int i = among.length - 1; i >= 0; i--) {
            int code = codes[among[i]];
            if (code >= 0 && code < levels) {
                rows[code][--sizes[code]] = among[i];
            }
        }
        return rows;
    }

    /** How many levels of a column, or pairs of levels of two, occur. */
    private static int occurring(Table table, int first, int second) {
        int[] a = ((CodeColumn) table.column(first)).codes();
        int[] b = second < 0 ? null : ((CodeColumn) table.column(second)).codes();
        long[] seen = IntStream.range(0, a.length)
                .filter(row -> a[row] >= 0 && (b == null || b[row] >= 0))
                .mapToLong(row -> (long) a[row] << Integer.SIZE | (b == null ? 0 : b[row]))
                .sorted()
                .distinct()
                .toArray();
        return seen.length;
    }
}
