package io.synthaudit.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Inference;
import io.synthaudit.core.table.KeyColumn;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.PersonId;
import io.synthaudit.core.table.RawTable;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.core.table.Tabulation;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every table of the shared data, read and typed. */
class SharedTablesTest {

    private static RawTable read(String name) {
        return CsvSource.read(SharedData.file("data/" + name), ',');
    }

    private static Schema infer(String set) {
        return Inference.infer(read(set + "/real.csv"));
    }

    private static Field field(Schema schema, String name) {
        return schema.field(schema.indexOf(name).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "breast_cancer_seer", "nist_ma2019", "chronic_kidney"})
    void kinds_are_those_of_the_typing_file(String set) throws IOException {
        JsonNode typing = new ObjectMapper()
                .readTree(SharedData.file("goldens/" + set + "/typing.json").toFile())
                .get("columns");
        // These three are codes that typing.json forces to be categories; by their cells they are numbers.
        Set<String> forced = set.equals("nist_ma2019") ? Set.of("INDP", "INDP_CAT", "EDU") : Set.of();
        Schema schema = infer(set);
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        for (Field field : schema.fields()) {
            if (!forced.contains(field.name())) {
                expected.put(field.name(), typing.get(field.name()).asText());
                found.put(field.name(), word(field.kind()));
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(schema.fields()).allMatch(field -> field.roles().isEmpty());
        forced.forEach(name -> assertThat(field(schema, name).kind()).isEqualTo(Kind.INTEGER));
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case NUMERIC, INTEGER -> "numerical";
            case CATEGORICAL, BOOLEAN -> "categorical";
            default -> kind.word();
        };
    }

    @Test
    void question_mark_and_n_are_missing_where_they_should_be() {
        assertThat(field(infer("adult"), "occupation").missing()).containsExactly("?");
        assertThat(field(infer("adult"), "sex").missing()).isEmpty();
        assertThat(infer("chronic_kidney").fields())
                .filteredOn(field -> field.missing().contains("?"))
                .hasSize(18);
        Schema nist = infer("nist_ma2019");
        for (String name : List.of("NOC", "NPF", "INDP", "EDU", "MSP", "PINCP", "PINCP_DECILE", "POVPIP", "DVET")) {
            assertThat(field(nist, name).missing()).as(name).containsExactly("N");
        }
        assertThat(field(nist, "PUMA").missing()).isEmpty();
        Schema diabetes = infer("diabetes130");
        assertThat(field(diabetes, "max_glu_serum").missing()).isEmpty();
        assertThat(field(diabetes, "weight").missing()).containsExactly("?");
    }

    @Test
    void ids_and_dates_are_found() {
        Schema schema = infer("student_placements");
        assertThat(field(schema, "student_id").kind()).isEqualTo(Kind.ID);
        assertThat(field(schema, "student_id").reason())
                .isEqualTo("215 distinct whole numbers in 215 rows: above 95 %");
        assertThat(field(schema, "start_date").kind()).isEqualTo(Kind.DATETIME);
        assertThat(field(schema, "end_date").kind()).isEqualTo(Kind.DATETIME);
        assertThat(field(schema, "placed").kind()).isEqualTo(Kind.BOOLEAN);
        assertThat(field(schema, "mba_perc").kind()).isEqualTo(Kind.NUMERIC);
    }

    @Test
    void each_column_has_a_reason_and_its_guesses_are_for_review() {
        Schema schema = infer("adult");
        assertThat(field(schema, "age").reason()).isEqualTo("all 39,032 cells are whole numbers, 73 distinct");
        assertThat(field(schema, "age").review()).isEqualTo("guessed role quasi-identifier, by its name");
        assertThat(field(schema, "occupation").review())
                .isEqualTo("\"?\" is read as missing in 2,234 cells; guessed role quasi-identifier, by its name");
        assertThat(field(schema, "income").review())
                .isEqualTo("guessed role sensitive, by its name;"
                        + " guessed role target: the last column of 2 to 20 levels");
        assertThat(schema.fields()).noneMatch(field -> field.reason().isEmpty());
        assertThat(schema.declared()).isFalse();
    }

    @Test
    void a_person_id_is_suspected_only_where_there_is_one() {
        for (String set : List.of("adult", "breast_cancer_seer", "nist_ma2019", "chronic_kidney", "diabetes130")) {
            RawTable training = read(set + "/real.csv");
            assertThat(PersonId.suspects(Inference.infer(training), training))
                    .as(set)
                    .isEmpty();
        }
        RawTable ids = read("diabetes130/ids_real.csv");
        assertThat(PersonId.suspects(Inference.infer(ids), ids)).containsExactly("patient_nbr");
    }

    @Test
    void every_set_is_read_and_typed() throws IOException {
        List<Path> sets;
        try (Stream<Path> folders = Files.list(SharedData.file("data"))) {
            sets = folders.filter(folder -> Files.exists(folder.resolve("real.csv")))
                    .sorted()
                    .toList();
        }
        assertThat(sets).hasSizeGreaterThanOrEqualTo(10);
        for (Path set : sets) {
            RawTable training = CsvSource.read(set.resolve("real.csv"), ',');
            Path holdoutFile = set.resolve("holdout.csv");
            RawTable holdout = Files.exists(holdoutFile) ? CsvSource.read(holdoutFile, ',') : null;
            Schema schema = Inference.infer(training);
            List<Path> releases;
            try (Stream<Path> files = Files.list(set)) {
                releases = files.filter(f -> f.getFileName().toString().startsWith("synthetic"))
                        .sorted()
                        .toList();
            }
            for (Path release : releases) {
                Tables tables = Tabulation.tables(schema, training, CsvSource.read(release, ','), holdout);
                assertThat(tables.holdout().isPresent()).isEqualTo(holdout != null);
                assertThat(tables.training().columns()).allMatch(column -> column.unparsed() == 0);
                assertThat(unparsed(tables.synthetic())).as(release.toString()).isEmpty();
            }
        }
    }

    private static Map<String, Integer> unparsed(Table table) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Column column : table.columns()) {
            if (column.unparsed() > 0) {
                counts.put(column.field().name(), column.unparsed());
            }
        }
        return counts;
    }

    @Test
    void persons_are_shared_by_training_and_holdout() {
        RawTable training = read("diabetes130/real.csv");
        RawTable holdout = read("diabetes130/holdout.csv");
        Tables tables = Tabulation.tables(
                Inference.infer(training),
                training,
                read("diabetes130/synthetic_cart.csv"),
                holdout,
                KeyColumn.in(read("diabetes130/ids_real.csv"), "patient_nbr"),
                KeyColumn.in(read("diabetes130/ids_holdout.csv"), "patient_nbr"));
        long trainingPersons =
                Arrays.stream(tables.trainingEntity().orElseThrow()).distinct().count();
        Set<Integer> inTraining = new HashSet<>();
        for (int person : tables.trainingEntity().orElseThrow()) {
            inTraining.add(person);
        }
        long shared = Arrays.stream(tables.holdoutEntity().orElseThrow())
                .distinct()
                .filter(inTraining::contains)
                .count();
        // sort -u ids_real.csv | wc -l and comm -12 <(sort -u ids_real.csv) <(sort -u ids_holdout.csv) | wc -l, without
        // header
        assertThat(trainingPersons).isEqualTo(13_810);
        assertThat(shared).isEqualTo(989);
    }
}
