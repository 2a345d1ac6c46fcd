package io.synthaudit.core.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The columns of a table, in the order of the training file.
 *
 * @param fields the columns
 * @param declared whether a person wrote (or accepted) it; false when it was inferred in this run
 */
public record Schema(List<Field> fields, boolean declared) {

    public Schema {
        fields = List.copyOf(fields);
        Map<String, Field> seen = new HashMap<>();
        for (Field field : fields) {
            if (seen.put(field.name(), field) != null) {
                throw new IllegalArgumentException("schema: the column \"" + field.name() + "\" is named twice");
            }
        }
    }

    public int size() {
        return fields.size();
    }

    public Field field(int column) {
        return fields.get(column);
    }

    /** Position of the column of that name. */
    public OptionalInt indexOf(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Positions of all columns that have the role, in table order. */
    public int[] with(Role role) {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).has(role))
                .toArray();
    }

    /** Positions of the columns that take part in distances, models and pairs, in table order. */
    public int[] content() {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).isContent())
                .toArray();
    }
}
