package io.synthaudit.core.evaluation;

import java.util.List;

/**
 * What a finding is about.
 *
 * @param kind column, pair, set of columns, whole table, or all pairs, sets or subgroups taken together
 * @param columns column names in table order; none for a table
 * @param given columns that were known or used beside them
 * @param subgroup value of a subgroup, or null
 */
public record Target(Kind kind, List<String> columns, List<String> given, String subgroup) {

    /** What kind of thing a finding is about. */
    public enum Kind {
        COLUMN,
        PAIR,
        SET,
        TABLE,
        /** All pairs of columns taken together. */
        PAIRS,
        /** All sets of columns taken together. */
        SETS,
        /** All columns in all subgroups taken together. */
        GROUPS;

        /** Whether many targets are taken together. */
        public boolean isMany() {
            return this == PAIRS || this == SETS || this == GROUPS;
        }

        /** What they are, in words; for kinds that take many together. */
        public String word() {
            return switch (this) {
                case PAIRS -> "pairs of columns";
                case SETS -> "sets of columns";
                case GROUPS -> "columns within subgroups";
                case COLUMN, PAIR, SET, TABLE -> throw new IllegalStateException(name() + " is a single target");
            };
        }
    }

    public static final Target TABLE = new Target(Kind.TABLE, List.of(), List.of(), null);

    public Target {
        columns = List.copyOf(columns);
        given = List.copyOf(given);
    }

    public static Target column(String name) {
        return new Target(Kind.COLUMN, List.of(name), List.of(), null);
    }

    public static Target pair(String first, String second) {
        return new Target(Kind.PAIR, List.of(first, second), List.of(), null);
    }

    /** One column that is guessed or predicted from others. */
    public static Target given(String column, List<String> others) {
        return new Target(Kind.COLUMN, List.of(column), others, null);
    }

    /** The same within a subgroup; null for the whole table. */
    public Target in(String group) {
        return new Target(kind, columns, given, group);
    }

    /** The part of a finding's key after the measure. */
    public String suffix() {
        StringBuilder text = new StringBuilder();
        if (!columns.isEmpty()) {
            text.append('@').append(String.join("|", columns));
        }
        if (!given.isEmpty()) {
            text.append('^').append(String.join("|", given));
        }
        if (subgroup != null) {
            text.append('#').append(subgroup);
        }
        return text.toString();
    }
}
