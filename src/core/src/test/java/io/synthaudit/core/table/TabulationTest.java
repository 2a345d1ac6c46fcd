package io.synthaudit.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TabulationTest {

    private static final String CANARY = "qzkvwxjhmbtp";

    private static Field field(String name, Kind kind, List<String> missing, List<String> categories, Role... roles) {
        Domain domain = new Domain(Double.NaN, Double.NaN, "", categories, "");
        return new Field(name, kind, Set.of(roles), missing, domain, "", "");
    }

    private static Schema declared(Field... fields) {
        return new Schema(List.of(fields), true);
    }

    private static RawTable of(String name, String header, String... rows) {
        return TextTables.of(name, header, rows);
    }

    private static String[] labels(Column column) {
        Dictionary dictionary = ((CodeColumn) column).dictionary();
        String[] labels = new String[dictionary.size()];
        for (int code = 0; code < labels.length; code++) {
            labels[code] = dictionary.label(code);
        }
        return labels;
    }

    private static void rejects(Schema schema, RawTable t, RawTable s, RawTable h, String message) {
        assertThatThrownBy(() -> Tabulation.tables(schema, t, s, h))
                .isInstanceOf(InputException.class)
                .hasMessage(message)
                .hasMessageNotContaining(CANARY)
                .hasNoCause();
    }

    @Test
    void levels_of_training_come_first_and_all_tables_share_the_dictionary() {
        RawTable training = of("t.csv", "c", "b", "a", "", "b", "z");
        Tables tables = Tabulation.tables(
                Inference.infer(training), training, of("s.csv", "c", "y", "a"), of("h.csv", "c", "x", "b"));
        CodeColumn column = (CodeColumn) tables.training().column(0);
        assertThat(labels(column)).containsExactly("a", "b", "z", "x", "y");
        assertThat(column.dictionary().known()).isEqualTo(3);
        assertThat(column.codes()).containsExactly(1, 0, -1, 1, 2);
        CodeColumn synthetic = (CodeColumn) tables.synthetic().column(0);
        assertThat(synthetic.codes()).containsExactly(4, 0);
        assertThat(synthetic.dictionary()).isSameAs(column.dictionary());
        assertThat(((CodeColumn) tables.holdout().orElseThrow().column(0)).codes())
                .containsExactly(3, 1);
    }

    @Test
    void levels_are_sorted_by_code_point() {
        RawTable training = of("t.csv", "c", "\uD83D\uDE00", "\uFF21", "a", "Z", "ab");
        Tables tables = Tabulation.tables(Inference.infer(training), training, training, null);
        assertThat(labels(tables.training().column(0))).containsExactly("Z", "a", "ab", "\uFF21", "\uD83D\uDE00");
    }

    @Test
    void an_ordinal_column_keeps_the_declared_order() {
        Field grade = field("g", Kind.ORDINAL, List.of(), List.of("low", "mid", "high", "top"));
        Tables tables = Tabulation.tables(
                declared(grade), of("t.csv", "g", "high", "low"), of("s.csv", "g", "zero", "top", "mid"), null);
        assertThat(labels(tables.training().column(0))).containsExactly("low", "high", "mid", "top", "zero");
    }

    @Test
    void columns_are_matched_by_name_in_training_order() {
        RawTable training = of("t.csv", "a|b", "x|1", "y|2");
        Schema schema = declared(Field.of("b", Kind.NUMERIC), Field.of("a", Kind.CATEGORICAL));
        Tables tables = Tabulation.tables(schema, training, of("s.csv", "b|a", "7|x"), null);
        assertThat(tables.schema().fields().stream().map(Field::name)).containsExactly("a", "b");
        assertThat(((NumberColumn) tables.synthetic().column(1)).values()).containsExactly(7.0);
    }

    @Test
    void a_synthetic_cell_that_does_not_fit_is_counted_and_missing() {
        Schema schema =
                declared(Field.of("n", Kind.NUMERIC), Field.of("i", Kind.INTEGER), Field.of("d", Kind.DATETIME));
        RawTable training = of("t.csv", "n|i|d", "1.5|1|2020-01-01", "||");
        RawTable synthetic =
                of("s.csv", "n|i|d", "x|1.5|2020-02-30", "x|2.0|2020-01-02", "?||NaN", "1e1|3|2020-01-01T12:00");
        Tables tables = Tabulation.tables(schema, training, synthetic, null);
        NumberColumn n = (NumberColumn) tables.synthetic().column(0);
        assertThat(n.values()).containsExactly(Double.NaN, Double.NaN, Double.NaN, 10.0);
        assertThat(n.unparsed()).isEqualTo(2);
        assertThat(n.missing()).isEqualTo(3);
        assertThat(((NumberColumn) tables.synthetic().column(1)).values())
                .containsExactly(Double.NaN, 2.0, Double.NaN, 3.0);
        assertThat(tables.synthetic().column(1).unparsed()).isEqualTo(1);
        assertThat(((NumberColumn) tables.synthetic().column(2)).values())
                .containsExactly(Double.NaN, 1577923200.0, Double.NaN, 1577880000.0);
        assertThat(tables.synthetic().column(2).unparsed()).isEqualTo(1);
    }

    @Test
    void an_inferred_integer_column_takes_fractions_in_other_tables() {
        RawTable training = of("t.csv", "i", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "1", "2");
        Schema schema = Inference.infer(training);
        assertThat(schema.field(0).kind()).isEqualTo(Kind.INTEGER);
        RawTable other = of("o.csv", "i", "2.5");
        Tables tables = Tabulation.tables(schema, training, other, other);
        assertThat(((NumberColumn) tables.synthetic().column(0)).values()).containsExactly(2.5);
        assertThat(tables.synthetic().column(0).unparsed()).isZero();
    }

    @Test
    void declared_tokens_are_missing_in_all_tables() {
        Field c = field("c", Kind.CATEGORICAL, List.of("unknown"), List.of());
        RawTable table = of("t.csv", "c", "a", "unknown", "", "?");
        Tables tables = Tabulation.tables(declared(c), table, table, table);
        for (Table each :
                List.of(tables.training(), tables.synthetic(), tables.holdout().orElseThrow())) {
            assertThat(((CodeColumn) each.column(0)).codes()).containsExactly(1, -1, -1, 0);
        }
    }

    @Test
    void a_training_column_without_values_has_no_levels() {
        RawTable training = of("t.csv", "c", "", "");
        Tables tables = Tabulation.tables(Inference.infer(training), training, of("s.csv", "c", "x"), null);
        CodeColumn column = (CodeColumn) tables.synthetic().column(0);
        assertThat(column.dictionary().known()).isZero();
        assertThat(column.codes()).containsExactly(0);
    }

    @Test
    void a_real_cell_that_does_not_fit_is_an_error_with_its_row() {
        Schema schema = declared(Field.of("age", Kind.INTEGER));
        RawTable good = of("t.csv", "age", "1", "2");
        RawTable bad = of("h.csv", "age", "1", CANARY, "2.5", CANARY);
        rejects(
                schema,
                good,
                good,
                bad,
                "h.csv, row 2, column \"age\": expected a whole number (kind integer), found"
                        + " something else (in 3 rows).\n  Mend the cells, or declare in schema.yaml what means \"no value\""
                        + " (missing), or kind: numeric if fractions are right.");
        rejects(
                schema,
                bad,
                good,
                null,
                "h.csv, row 2, column \"age\": expected a whole number (kind integer), found"
                        + " something else (in 3 rows).\n  Mend the cells, or declare in schema.yaml what means \"no value\""
                        + " (missing), or kind: numeric if fractions are right.");
        rejects(
                declared(Field.of("age", Kind.DATETIME)),
                of("t.csv", "age", CANARY),
                good,
                null,
                "t.csv, row 1, column \"age\": expected an ISO-8601 date or date-time (kind datetime), found something"
                        + " else (in 1 row).\n  Mend the cells, or declare in schema.yaml what means \"no value\""
                        + " (missing), or another kind.");
    }

    @Test
    void a_holdout_cell_that_does_not_fit_an_inferred_kind_is_an_error() {
        RawTable training = of("t.csv", "x", "1.5", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13");
        rejects(
                Inference.infer(training),
                training,
                training,
                of("h.csv", "x", "1", CANARY),
                "h.csv, row 2, column \"x\": expected a number (kind numeric), found something else (in 1 row).\n"
                        + "  Mend the cells, or declare in schema.yaml what means \"no value\" (missing), or another kind.");
    }

    @Test
    void a_column_in_one_table_only_is_an_error() {
        RawTable training = of("t.csv", "a|b|e", "x|1|1", "y|2|2");
        Schema schema = Inference.infer(training);
        rejects(
                schema,
                training,
                of("s.csv", "a|c|d|e", "x|" + CANARY + "|1|1"),
                null,
                "t.csv and s.csv: expected the same"
                        + " columns in both.\n  Only in t.csv: \"b\".\n  Only in s.csv: \"c\", \"d\".\n  Leave out the columns"
                        + " that only one table has, or add them to the other; their order does not matter.");
        rejects(
                schema,
                training,
                training,
                of("h.csv", "a|e", CANARY + "|1"),
                "t.csv and h.csv: expected the same columns in"
                        + " both.\n  Only in t.csv: \"b\".\n  Leave out the columns that only one table has, or add them to the"
                        + " other; their order does not matter.");
    }

    @Test
    void a_file_without_header_has_no_cell_of_its_first_row_in_the_message() {
        RawTable training = of("t.csv", "a|b|c", "x|1|1", "y|2|2");
        RawTable headless = of("h.csv", CANARY + "|4711|x", "y|1|2");
        String remedy =
                "  Leave out the columns that only one table has, or add them to the other; their order does not"
                        + " matter.\n  The first line of each table must name the columns.";
        rejects(
                Inference.infer(training),
                training,
                training,
                headless,
                "t.csv and h.csv: expected the same columns in both.\n  Only in t.csv: 3 columns.\n"
                        + "  Only in h.csv: 3 columns.\n" + remedy);
        rejects(
                Inference.infer(headless),
                headless,
                training,
                null,
                "h.csv and t.csv: expected the same columns in both.\n  Only in h.csv: 3 columns.\n"
                        + "  Only in t.csv: 3 columns.\n" + remedy);
        assertThatThrownBy(() -> KeyColumn.in(headless, "person"))
                .isInstanceOf(InputException.class)
                .hasMessage("h.csv: expected a column \"person\" that says which person owns each row, found none.\n"
                        + "  Mind capitals and blanks; the first line of the file must name the columns.");
    }

    @Test
    void a_schema_of_other_columns_is_an_error() {
        RawTable training = of("t.csv", "a|b", "x|1");
        rejects(
                declared(Field.of("a", Kind.CATEGORICAL), Field.of("B", Kind.NUMERIC)),
                training,
                training,
                null,
                "t.csv and the schema: expected the same columns in both.\n  Only in t.csv: \"b\".\n"
                        + "  Only in the schema: \"B\".\n  Write every column of the table, and no other, into"
                        + " schema.yaml; synthaudit schema infer makes one to start from.");
    }

    @Test
    void long_lists_and_odd_names_stay_on_one_screen() {
        RawTable training = of("t.csv", "a|i|j|k|l|m|n", "1|1|1|1|1|1|1");
        RawTable wide = of("s.csv", "a|i|j|k|l|m|n|b|c|d|e|f|g|h", "1|1|1|1|1|1|1|1|1|1|1|1|1|1");
        assertThatThrownBy(() -> Tabulation.tables(Inference.infer(training), training, wide, null))
                .hasMessageContaining("Only in s.csv: \"b\", \"c\", \"d\", \"e\", \"f\" and 2 more.");
        assertThat(Quoted.name("x".repeat(1_000))).isEqualTo("\"" + "x".repeat(60) + "...\"");
        assertThat(Quoted.name("a\u001B[31m\n\u202Eb")).isEqualTo("\"a?[31m??b\"");
    }

    @Test
    void a_real_cell_outside_the_declared_categories_is_an_error() {
        Schema schema = declared(field("c", Kind.CATEGORICAL, List.of(), List.of("a", "b")));
        RawTable good = of("t.csv", "c", "a", "");
        RawTable bad = of("h.csv", "c", "a", "b", CANARY);
        String message = "h.csv, row 3, column \"c\": expected one of the 2 declared categories, found something else"
                + " (in 1 row).\n  Mend the cells, or complete domain.categories (or missing) in schema.yaml.";
        rejects(schema, good, good, bad, message);
        rejects(schema, bad, good, null, message);
        Tables tables = Tabulation.tables(schema, good, bad, null);
        assertThat(((CodeColumn) tables.synthetic().column(0)).codes()).containsExactly(0, 1, 2);
    }

    @Test
    void a_declared_boolean_has_two_values() {
        rejects(
                declared(Field.of("c", Kind.BOOLEAN)),
                of("t.csv", "c", "a", "b", CANARY),
                of("s.csv", "c", "a"),
                null,
                "t.csv, column \"c\": expected at most two values (kind boolean), found 3.\n"
                        + "  Declare kind: categorical, or what means \"no value\" (missing), in schema.yaml.");
    }

    @Test
    void persons_are_numbered_over_training_and_holdout() {
        Field key = field("p", Kind.ID, List.of(), List.of(), Role.ENTITY_KEY);
        RawTable training = of("t.csv", "p", "u", "v", "u", "", "");
        Tables tables =
                Tabulation.tables(declared(key), training, of("s.csv", "p", "u"), of("h.csv", "p", "w", "v", ""));
        assertThat(tables.trainingEntity().orElseThrow()).containsExactly(0, 1, 0, 2, 3);
        assertThat(tables.holdoutEntity().orElseThrow()).containsExactly(4, 1, 5);
    }

    @Test
    void persons_may_come_from_files_with_the_same_rows() {
        RawTable training = of("t.csv", "a", "x", "y", "x");
        Schema schema = Inference.infer(training);
        KeyColumn keys = KeyColumn.in(of("ids.csv", "nr|p", "1|u", "2|u", "3|w"), "p");
        Tables tables = Tabulation.tables(schema, training, training, training, keys, keys);
        assertThat(tables.trainingEntity().orElseThrow()).containsExactly(0, 0, 1);
        assertThat(tables.holdoutEntity().orElseThrow()).containsExactly(0, 0, 1);
        assertThat(Tabulation.tables(schema, training, training, null).trainingEntity())
                .isEmpty();
    }

    @Test
    void keys_that_do_not_match_the_rows_are_an_error() {
        RawTable training = of("t.csv", "a", "x", "y");
        KeyColumn keys = KeyColumn.in(of("ids.csv", "p", CANARY), "p");
        assertThatThrownBy(() -> Tabulation.tables(Inference.infer(training), training, training, null, keys, null))
                .isInstanceOf(InputException.class)
                .hasMessage("ids.csv: expected one key per row of t.csv (2), found 1.\n"
                        + "  The file of keys must have the same rows in the same order.");
        assertThatThrownBy(() -> KeyColumn.in(training, "q"))
                .isInstanceOf(InputException.class)
                .hasMessage("t.csv: expected a column \"q\" that says which person owns each row, found none.\n"
                        + "  Mind capitals and blanks; the first line of the file must name the columns.");
    }

    @Test
    void two_entity_keys_are_an_error() {
        Schema schema = declared(Field.of("a", Kind.ID, Role.ENTITY_KEY), Field.of("b", Kind.ID, Role.ENTITY_KEY));
        RawTable table = of("t.csv", "a|b", "1|2");
        rejects(
                schema,
                table,
                table,
                null,
                "the schema: expected at most one column with the role entity-key, found 2.\n"
                        + "  Declare the column that names the person.");
    }
}
