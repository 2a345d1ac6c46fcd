package io.synthaudit.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns text tables into typed ones with shared dictionaries.
 *
 * <p>Columns are matched by name, and stand in the order of the training file. A cell of the synthetic table that does
 * not fit its column's kind is missing and counted in {@link Column#unparsed()}; in training or holdout it is an error.
 * A level that training lacks is no error, unless the schema declares all levels of the column.
 */
public final class Tabulation {

    private Tabulation() {}

    /**
     * The tables of an audit. Persons come from the column with the role entity-key, if there is one.
     *
     * @param holdout the holdout, or null
     * @throws InputException if columns differ, or a cell of a real table does not fit
     */
    public static Tables tables(Schema schema, RawTable training, RawTable synthetic, RawTable holdout) {
        return tables(schema, training, synthetic, holdout, null, null);
    }

    /** The tables of an audit, with persons from separate files; on the caller's thread. */
    public static Tables tables(
            Schema schema,
            RawTable training,
            RawTable synthetic,
            RawTable holdout,
            KeyColumn trainingKey,
            KeyColumn holdoutKey) {
        return tables(schema, training, synthetic, holdout, trainingKey, holdoutKey, Parallel.NONE);
    }

    /**
     * The tables of an audit, with persons from separate files.
     *
     * @param holdout the holdout, or null
     * @param trainingKey the person of each training row, or null to take the column with the role entity-key
     * @param holdoutKey the same for the holdout
     * @param parallel columns are read side by side on it
     * @throws InputException if columns differ, a cell of a real table does not fit, or keys and rows differ in number
     */
    public static Tables tables(
            Schema schema,
            RawTable training,
            RawTable synthetic,
            RawTable holdout,
            KeyColumn trainingKey,
            KeyColumn holdoutKey,
            Parallel parallel) {
        Schema ordered = Alignment.schema(schema, training);
        List<Side> sides = new ArrayList<>(List.of(new Side(training, true), new Side(synthetic, false)));
        if (holdout != null) {
            sides.add(new Side(holdout, true));
        }
        List<List<RawColumn>> aligned =
                sides.stream().map(s -> Alignment.columns(training, s.table())).toList();
        Column[][] coded = new Column[sides.size()][ordered.size()];
        parallel.run(ordered.size(), i -> {
            List<RawColumn> texts = aligned.stream().map(c -> c.get(i)).toList();
            List<Column> codes = code(ordered, i, texts, sides);
            for (int side = 0; side < coded.length; side++) {
                coded[side][i] = codes.get(side);
            }
        });
        Entities entities = new Entities();
        Optional<int[]> trainingEntity = persons(entities, ordered, training, trainingKey);
        return new Tables(
                new Table(ordered, List.of(coded[0]), training.rows()),
                new Table(ordered, List.of(coded[1]), synthetic.rows()),
                holdout == null ? Optional.empty() : Optional.of(new Table(ordered, List.of(coded[2]), holdout.rows())),
                trainingEntity,
                holdout == null ? Optional.empty() : persons(entities, ordered, holdout, holdoutKey));
    }

    private static List<Column> code(Schema schema, int index, List<RawColumn> texts, List<Side> sides) {
        Field field = schema.field(index);
        List<Column> columns = new ArrayList<>();
        if (field.kind().isNumber()) {
            NumberCoder coder = new NumberCoder(field, schema.declared());
            for (int i = 0; i < sides.size(); i++) {
                columns.add(coder.code(texts.get(i), sides.get(i)));
            }
        } else {
            LevelCoder coder = new LevelCoder(field, texts.get(0), texts.subList(1, texts.size()));
            for (int i = 0; i < sides.size(); i++) {
                columns.add(coder.code(texts.get(i), sides.get(i)));
            }
        }
        return columns;
    }

    private static Optional<int[]> persons(Entities entities, Schema schema, RawTable table, KeyColumn given) {
        int[] declared = schema.with(Role.ENTITY_KEY);
        if (given != null) {
            return Optional.of(entities.of(table, given, Field.of(given.column().name(), Kind.ID)));
        }
        if (declared.length > 1) {
            throw new InputException("the schema: expected at most one column with the role entity-key, found "
                    + declared.length + ".\n  Declare the column that names the person.");
        }
        if (declared.length == 0) {
            return Optional.empty();
        }
        Field field = schema.field(declared[0]);
        return Optional.of(entities.of(table, KeyColumn.in(table, field.name()), field));
    }
}
