package io.synthaudit.core.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Matches the columns of schema and tables by name: all must have the same, in any order.
 *
 * <p>A file without header has its first row where the names should be. So a message shows what stands in a first line
 * only if at least half of it are names on the other side too; else it counts.
 */
final class Alignment {

    private static final String SCHEMA = "the schema";

    private Alignment() {}

    /**
     * The schema with its fields in the order of the training file.
     *
     * @throws InputException if one has a column that the other lacks
     */
    static Schema schema(Schema schema, RawTable training) {
        List<String> declared = schema.fields().stream().map(Field::name).toList();
        List<String> present = names(training);
        requireSame(
                training.name(),
                present,
                SCHEMA,
                declared,
                "Write every column of the table, and no other,"
                        + " into schema.yaml; synthaudit schema infer makes one to start from.");
        Map<String, Field> fields = new HashMap<>();
        schema.fields().forEach(field -> fields.put(field.name(), field));
        return new Schema(present.stream().map(fields::get).toList(), schema.declared());
    }

    /**
     * The columns of another table in the order of the training file.
     *
     * @throws InputException if one has a column that the other lacks
     */
    static List<RawColumn> columns(RawTable training, RawTable other) {
        requireSame(
                training.name(),
                names(training),
                other.name(),
                names(other),
                "Leave out the columns that only one"
                        + " table has, or add them to the other; their order does not matter.");
        Map<String, RawColumn> columns = new HashMap<>();
        other.columns().forEach(column -> columns.put(column.name(), column));
        return names(training).stream().map(columns::get).toList();
    }

    private static void requireSame(
            String left, List<String> leftNames, String right, List<String> rightNames, String remedy) {
        List<String> onlyLeft = without(leftNames, rightNames);
        List<String> onlyRight = without(rightNames, leftNames);
        if (onlyLeft.isEmpty() && onlyRight.isEmpty()) {
            return;
        }
        int shared = leftNames.size() - onlyLeft.size();
        StringBuilder message = new StringBuilder(left + " and " + right + ": expected the same columns in both.");
        message.append(only(left, onlyLeft, shared));
        message.append(only(right, onlyRight, shared));
        message.append("\n  ").append(remedy);
        if (shared < onlyLeft.size() || shared < onlyRight.size()) {
            message.append("\n  The first line of each table must name the columns.");
        }
        throw new InputException(message.toString());
    }

    private static String only(String side, List<String> names, int shared) {
        if (names.isEmpty()) {
            return "";
        }
        boolean shown = shared >= names.size() || side.equals(SCHEMA);
        return "\n  Only in " + side + ": " + (shown ? Quoted.names(names) : count(names.size())) + ".";
    }

    private static String count(int columns) {
        return columns == 1 ? "1 column" : columns + " columns";
    }

    private static List<String> names(RawTable table) {
        return table.columns().stream().map(RawColumn::name).toList();
    }

    private static List<String> without(List<String> names, List<String> others) {
        Set<String> known = new HashSet<>(others);
        List<String> rest = new ArrayList<>(names);
        rest.removeIf(known::contains);
        return rest;
    }
}
