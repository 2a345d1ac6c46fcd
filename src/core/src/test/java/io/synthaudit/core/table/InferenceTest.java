package io.synthaudit.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InferenceTest {

    private static Field infer(String name, String... cells) {
        return Inference.infer(TextTables.single(name, cells)).field(0);
    }

    private static String[] repeated(int rows, java.util.function.IntFunction<String> cell) {
        return IntStream.range(0, rows).mapToObj(cell).toArray(String[]::new);
    }

    @Test
    void eleven_distinct_numbers_are_numbers_and_ten_are_categories() {
        assertThat(infer("x", repeated(22, i -> "" + i % 11)).kind()).isEqualTo(Kind.INTEGER);
        assertThat(infer("x", repeated(22, i -> "" + i % 10)).kind()).isEqualTo(Kind.CATEGORICAL);
        assertThat(infer("x", repeated(22, i -> i % 11 + ".5")).kind()).isEqualTo(Kind.NUMERIC);
        assertThat(infer("x", repeated(22, i -> i % 11 + ".0")).kind()).isEqualTo(Kind.NUMERIC);
    }

    @Test
    void equal_numbers_in_other_spelling_are_not_distinct() {
        assertThat(infer("x", repeated(60, i -> i % 6 + (i % 2 == 0 ? "" : ".0")))
                        .kind())
                .isEqualTo(Kind.CATEGORICAL);
    }

    @Test
    void one_word_among_numbers_makes_categories() {
        Field field = infer("x", repeated(40, i -> i == 7 ? "many" : "" + i % 20));
        assertThat(field.kind()).isEqualTo(Kind.CATEGORICAL);
        assertThat(field.reason()).isEqualTo("21 distinct values");
    }

    @Test
    void two_values_are_boolean_and_three_are_not() {
        assertThat(infer("x", "a", "b", "a", "").kind()).isEqualTo(Kind.BOOLEAN);
        assertThat(infer("x", "a", "b", "c").kind()).isEqualTo(Kind.CATEGORICAL);
        assertThat(infer("x", "a", "a").kind()).isEqualTo(Kind.CATEGORICAL);
    }

    @Test
    void whole_numbers_and_texts_that_hardly_repeat_are_ids() {
        assertThat(infer("x", repeated(100, i -> "" + i)).kind()).isEqualTo(Kind.ID);
        assertThat(infer("x", repeated(100, i -> "u" + i)).kind()).isEqualTo(Kind.ID);
        assertThat(infer("x", repeated(100, i -> "u" + Math.min(i, 94))).kind()).isEqualTo(Kind.CATEGORICAL);
        assertThat(infer("x", repeated(100, i -> i + ".5")).kind()).isEqualTo(Kind.NUMERIC);
    }

    @Test
    void many_or_long_values_are_text() {
        Field many = infer("x", repeated(2_200, i -> "w" + i % 1_100));
        assertThat(many.kind()).isEqualTo(Kind.TEXT);
        assertThat(many.reason()).isEqualTo("1,100 distinct values: more than 1,000");
        Field atLimit = infer("x", repeated(2_000, i -> "w" + i % 1_000));
        assertThat(atLimit.kind()).isEqualTo(Kind.CATEGORICAL);
        Field lengthy = infer("x", repeated(40, i -> "note " + i % 20 + " " + "x".repeat(50)));
        assertThat(lengthy.kind()).isEqualTo(Kind.TEXT);
        assertThat(lengthy.reason()).isEqualTo("58 characters on average: more than 40");
    }

    @Test
    void dates_are_dates_however_few() {
        assertThat(infer("x", "2020-01-01", "2020-01-02", "?").kind()).isEqualTo(Kind.DATETIME);
        assertThat(infer("x", "2020-01-01", "2020-01-32").kind()).isEqualTo(Kind.BOOLEAN);
    }

    @Test
    void a_column_without_values_is_categorical() {
        Field field = infer("x", "", "?", "");
        assertThat(field.kind()).isEqualTo(Kind.CATEGORICAL);
        assertThat(field.reason()).isEqualTo("no cell has a value");
        assertThat(field.missing()).containsExactly("?");
    }

    @Test
    void tokens_are_missing_anywhere_but_n_and_dash_only_among_numbers() {
        assertThat(infer("x", "?", "NA", "N/A", "null", "NaN", "a", "b").missing())
                .containsExactly("?", "NA", "N/A", "null", "NaN");
        assertThat(infer("x", "N", "-", "1", "2", "?").missing()).containsExactly("?", "N", "-");
        assertThat(infer("x", "N", "Y", "1").missing()).isEmpty();
        assertThat(infer("x", "N", "N", "").missing()).isEmpty();
        assertThat(infer("x", "None", "none", "na", "NULL", "n/a").missing()).isEmpty();
    }

    @Test
    void missing_cells_do_not_decide_the_kind() {
        Field field = infer("x", repeated(40, i -> i < 20 ? "?" : "" + i % 15));
        assertThat(field.kind()).isEqualTo(Kind.INTEGER);
        assertThat(field.reason()).isEqualTo("all 20 cells that have a value are whole numbers, 15 distinct");
        assertThat(field.review()).isEqualTo("\"?\" is read as missing in 20 cells");
    }

    @Test
    void guesses_stand_in_the_review_and_never_in_the_roles() {
        RawTable table = TextTables.of(
                "t.csv",
                "Birth Date|patient_id|HIV status|e-mail|visit",
                "2001-01-01|p1|pos|a@b|x",
                "2002-01-01|p2|neg|c@d|y");
        Schema schema = Inference.infer(table);
        assertThat(schema.fields().stream().map(Field::review))
                .containsExactly(
                        "guessed role quasi-identifier, by its name",
                        "guessed person id: declare the role entity-key if a person may own several rows",
                        "guessed role sensitive, by its name",
                        "guessed role direct-identifier, by its name",
                        "guessed role target: the last column of 2 to 20 levels");
        assertThat(schema.fields()).allMatch(field -> field.roles().isEmpty());
    }

    @Test
    void names_match_by_whole_words() {
        for (String name : new String[] {"stage", "A Stage", "Status", "percentage", "Racecourse", "statement"}) {
            assertThat(infer(name, "a", "a").review()).as(name).isEmpty();
        }
        for (String name : new String[] {"AGE", "ageGroup", "patient age", "ZIP", "birthyear", "home.state"}) {
            assertThat(infer(name, "a", "a").review()).as(name).isEqualTo("guessed role quasi-identifier, by its name");
        }
    }

    @Test
    void a_person_id_is_suspected_by_name_or_shape() {
        String[] visits = repeated(200, i -> "" + (10_000 + i / 2));
        assertThat(suspects("caseId", visits)).containsExactly("caseId");
        assertThat(suspects("weight", visits)).isEmpty();
        assertThat(suspects("patient", repeated(200, i -> "p" + i % 5))).containsExactly("patient");
        assertThat(suspects("mrn", repeated(200, i -> "" + i))).containsExactly("mrn");
        assertThat(suspects("admission_type_id", repeated(200, i -> "" + i % 8)))
                .isEmpty();
        assertThat(suspects("row_id", repeated(200, i -> "" + i))).isEmpty();
        assertThat(suspects("patient_age", repeated(200, i -> "" + i % 90))).isEmpty();
        assertThat(suspects("token", repeated(200, i -> "k" + Math.min(i, 197))))
                .containsExactly("token");
    }

    @Test
    void nothing_is_suspected_once_an_entity_key_is_declared() {
        RawTable table = TextTables.single("mrn", repeated(30, i -> "" + i));
        Schema declared = new Schema(java.util.List.of(Field.of("mrn", Kind.ID, Role.ENTITY_KEY)), true);
        assertThat(PersonId.suspects(declared, table)).isEmpty();
    }

    private static java.util.List<String> suspects(String name, String[] cells) {
        RawTable table = TextTables.single(name, cells);
        return PersonId.suspects(Inference.infer(table), table);
    }
}
