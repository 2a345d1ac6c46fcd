package io.synthaudit.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.RawTable;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.core.table.Tabulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvSinkTest {

    @TempDir
    private Path folder;

    private static Field field(String name, Kind kind, List<String> missing, String pattern) {
        return new Field(
                name, kind, Set.of(), missing, new Domain(Double.NaN, Double.NaN, "", List.of(), pattern), "", "");
    }

    private static Table table() {
        List<Field> fields = List.of(
                field("n", Kind.NUMERIC, List.of("?"), ""),
                field("day ", Kind.DATETIME, List.of(), ""),
                field("a,b", Kind.DATETIME, List.of(), "dd/MM/yyyy"),
                field("text", Kind.CATEGORICAL, List.of(), ""));
        Dictionary levels = new Dictionary(new String[] {"", " x ", "say \"hi\"", "two\nlines, é"}, 4);
        double nan = Double.NaN;
        return new Table(
                new Schema(fields, true),
                List.of(
                        new NumberColumn(fields.get(0), new double[] {1, 0.1, nan, -2.5e-7}, 0),
                        new NumberColumn(fields.get(1), new double[] {0, 86400.5, nan, 1595499330}, 0),
                        new NumberColumn(fields.get(2), new double[] {0, nan, 86400, 1595462400}, 0),
                        new CodeColumn(fields.get(3), levels, new int[] {1, 2, -1, 3}, 0)),
                4);
    }

    @Test
    void cells_are_written_as_people_expect() throws Exception {
        Path file = folder.resolve("s.csv");
        CsvSink.write(table(), file);
        assertThat(Files.readString(file))
                .isEqualTo("n,\"day \",\"a,b\",text\n"
                        + "1,1970-01-01,01/01/1970,\" x \"\n"
                        + "0.1,1970-01-02T00:00:00.5,,\"say \"\"hi\"\"\"\n"
                        + "?,,02/01/1970,\n"
                        + "-0.00000025,2020-07-23T10:15:30,23/07/2020,\"two\nlines, é\"\n");
    }

    @Test
    void a_written_table_reads_back_alike() {
        Path file = folder.resolve("s.csv");
        CsvSink.write(table(), file);
        RawTable text = io.synthaudit.io.CsvSource.read(file, ',');
        Tables tables = Tabulation.tables(table().schema(), text, text, null);
        for (int i = 0; i < 3; i++) {
            assertThat(((NumberColumn) tables.training().column(i)).values())
                    .isEqualTo(((NumberColumn) table().column(i)).values());
        }
        CodeColumn words = (CodeColumn) tables.training().column(3);
        assertThat(words.dictionary().label(words.codes()[3])).isEqualTo("two\nlines, é");
        assertThat(words.isMissing(2)).isTrue();
    }

    @Test
    void a_single_column_keeps_its_empty_cells() {
        Field field = field("x", Kind.NUMERIC, List.of(), "");
        Path file = folder.resolve("s.csv");
        CsvSink.write(
                new Table(
                        new Schema(List.of(field), true),
                        List.of(new NumberColumn(field, new double[] {Double.NaN, 1, Double.NaN}, 0)),
                        3),
                file);
        assertThat(io.synthaudit.io.CsvSource.read(file, ',').rows()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "5000, 5000",
        "0.1, 0.1",
        "2.0E-3, 0.002",
        "1.0E23, 1E+23",
        "9007199254740992, 9007199254740992",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "4.9E-324, 5E-324",
        "0.30000000000000004, 0.30000000000000004",
        "123456.789, 123456.789",
        "1.7976931348623157E308, 1.7976931348623157E+308"
    })
    void numbers_are_short_and_read_back(double value, String text) {
        assertThat(DecimalText.of(value)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(value + 0.0);
    }

    @Test
    void the_digest_is_that_of_sha256sum() throws Exception {
        Path file = Files.writeString(folder.resolve("d"), "abc");
        // printf abc | sha256sum; also FIPS 180-4, example of one block
        assertThat(Digests.sha256(file)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
