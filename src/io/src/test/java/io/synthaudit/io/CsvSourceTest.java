package io.synthaudit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthaudit.core.table.InputException;
import io.synthaudit.core.table.RawColumn;
import io.synthaudit.core.table.RawTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {

    /** Stands in cells of every rejected table and in no message. */
    private static final String CANARY = "qzkvwxjhmbtp";

    @TempDir
    private Path folder;

    private RawTable read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private RawTable read(byte[] bytes) {
        return CsvSource.read(write(bytes), ',');
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(folder.resolve("t.csv"), bytes);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void rejects(String text, String message) {
        rejects(text.getBytes(StandardCharsets.UTF_8), message);
    }

    private void rejects(byte[] bytes, String message) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(InputException.class)
                .hasMessage(message)
                .hasMessageNotContaining(CANARY)
                .hasNoCause()
                .hasNoSuppressedExceptions();
    }

    private static String[] cells(RawTable table, int column) {
        RawColumn cells = table.columns().get(column);
        String[] text = new String[table.rows()];
        for (int row = 0; row < text.length; row++) {
            text[row] = cells.distinct()[cells.cells()[row]];
        }
        return text;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void cells_are_kept_verbatim() {
        RawTable table = read("a, b \n x ,\"1,5\"\n\"say \"\"hi\"\"\",\"two\nlines\"\n5\" pipe,\"\"\n");
        assertThat(table.name()).isEqualTo("t.csv");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns().get(1).name()).isEqualTo(" b ");
        assertThat(cells(table, 0)).containsExactly(" x ", "say \"hi\"", "5\" pipe");
        assertThat(cells(table, 1)).containsExactly("1,5", "two\nlines", "");
    }

    @Test
    void distinct_cells_stand_once_in_the_order_of_their_first_row() {
        RawColumn column = read("a\nx\ny\nx\nx\nz\ny\n").columns().get(0);
        assertThat(column.distinct()).containsExactly("x", "y", "z");
        assertThat(column.cells()).containsExactly(0, 1, 0, 0, 2, 1);
        assertThat(column.counts()).containsExactly(3, 2, 1);
    }

    @Test
    void line_ends_of_every_system_are_read() {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            RawTable table = read("a,b" + end + "1,\"x" + end + "y\"" + end + "2,z");
            assertThat(cells(table, 0)).containsExactly("1", "2");
            assertThat(cells(table, 1)).containsExactly("x" + end + "y", "z");
        }
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_header() {
        RawTable table = read("\uFEFFa,b\n1,\uFEFF2\n");
        assertThat(table.columns().get(0).name()).isEqualTo("a");
        assertThat(cells(table, 1)).containsExactly("\uFEFF2");
    }

    @Test
    void characters_of_every_length_survive_buffer_borders() {
        String text = "aé€\uD83D\uDE00".repeat(40_000);
        for (int shift = 0; shift < 4; shift++) {
            RawTable table = read("h\n" + "x".repeat(shift) + text + "\n");
            assertThat(cells(table, 0)).containsExactly("x".repeat(shift) + text);
        }
    }

    @Test
    void other_delimiters_are_read() {
        Path file = write("a;b\n1,5;x\n".getBytes(StandardCharsets.UTF_8));
        assertThat(cells(CsvSource.read(file, ';'), 0)).containsExactly("1,5");
        assertThatThrownBy(() -> CsvSource.read(file, '"'))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the delimiter must not be a double quote, a line end or NUL");
    }

    @Test
    void gzip_is_unpacked_whatever_the_file_is_called() throws IOException {
        assertThat(cells(read(gzip("a\n1\n2\n".getBytes(StandardCharsets.UTF_8))), 0))
                .containsExactly("1", "2");
    }

    @Test
    void an_empty_line_of_a_single_column_is_an_empty_cell() {
        assertThat(cells(read("a\n1\n\n2\n"), 0)).containsExactly("1", "", "2");
        assertThat(cells(read("a\n\n"), 0)).containsExactly("");
    }

    @Test
    void a_hundred_thousand_distinct_cells_are_fine() {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < 100_000; row++) {
            text.append("name ").append(row).append(",x\n");
        }
        RawTable table = read(text.toString());
        assertThat(table.columns().get(0).distinct()).hasSize(100_000);
        assertThat(table.columns().get(1).distinct()).hasSize(1);
    }

    @Test
    void ten_thousand_columns_are_fine_and_one_more_is_not() {
        StringBuilder header = new StringBuilder("c1");
        StringBuilder row = new StringBuilder("1");
        for (int i = 2; i <= 10_000; i++) {
            header.append(",c").append(i);
            row.append(",1");
        }
        assertThat(read(header + "\n" + row + "\n").columns()).hasSize(10_000);
        rejects(
                header + ",c\n" + row + "," + CANARY + "\n",
                "t.csv, the header: expected at most 10,000 columns, found more.\n"
                        + "  Audit fewer columns, or check --delimiter.");
    }

    @Test
    void a_field_of_one_mebibyte_is_fine_and_a_byte_more_is_not() {
        String largest = "x".repeat(1 << 20);
        assertThat(cells(read("a,b\n1," + largest + "\n"), 1)).containsExactly(largest);
        rejects(
                "a,b\n" + CANARY + "," + largest + "x\n",
                "t.csv, row 1, field 2: expected at most 1 MiB in a field, found more.\n  Check --delimiter.");
        rejects(
                "a,b\n1," + "é".repeat((1 << 19) + 1) + "\n",
                "t.csv, row 1, field 2: expected at most 1 MiB in a field, found more.\n  Check --delimiter.");
    }

    @Test
    void an_unclosed_quote_stops_after_one_mebibyte() {
        String message = "t.csv, row 2, field 1: expected a closing double quote, found more than 1 MiB of text.\n"
                + "  A field that begins with a double quote ends with one, and holds at most 1 MiB.";
        rejects("a,b\n1,2\n\"" + (CANARY + ",2\n").repeat(200_000), message);
    }

    @Test
    void an_unclosed_quote_at_the_end_is_an_error() {
        rejects(
                "a,b\n1,2\n3,\"" + CANARY,
                "t.csv, row 2, field 2: expected a closing double quote, found the end of the file.\n"
                        + "  A field that begins with a double quote ends with one, and holds at most 1 MiB.");
    }

    @Test
    void text_after_a_closing_quote_is_an_error() {
        for (String after : new String[] {CANARY, " "}) {
            rejects(
                    "a,b\n1,2\n\"" + CANARY + "\"" + after + ",2\n",
                    "t.csv, row 2, field 1: expected the delimiter or a line end after a closing double quote, found"
                            + " other text.\n  A double quote inside a quoted field is written twice (\"\").");
        }
    }

    @Test
    void a_ragged_row_is_an_error() {
        rejects(
                "a,b,c\n1,2,3\n" + CANARY + ",2\n",
                "t.csv, row 2: expected 3 fields as in the header, found 2.\n"
                        + "  A field with the delimiter or a line end in it stands in double quotes.");
        rejects(
                "a,b\n1,2," + CANARY + "\n",
                "t.csv, row 1: expected 2 fields as in the header, found 3.\n"
                        + "  A field with the delimiter or a line end in it stands in double quotes.");
        rejects(
                "a,b\n1," + CANARY + "\n\n",
                "t.csv, row 2: expected 2 fields as in the header, found an empty line.\n"
                        + "  Remove empty lines, at the end of the file too.");
    }

    @Test
    void faults_are_reported_in_file_order() {
        rejects(
                "a,b\n1\n\"x\"y,2\n\u0000",
                "t.csv, row 1: expected 2 fields as in the header, found 1.\n"
                        + "  A field with the delimiter or a line end in it stands in double quotes.");
    }

    @Test
    void a_name_of_a_mebibyte_is_an_error_because_a_report_repeats_it() {
        assertThat(read("a," + "b".repeat(1_000) + "\n1,2\n").columns()).hasSize(2);
        rejects(
                "a," + "b".repeat(1_001) + "\n1," + CANARY + "\n",
                "t.csv, the header: expected at most 1,000 characters in the name of column 2, found more.\n"
                        + "  Shorten the name, or check --delimiter.");
    }

    @Test
    void a_device_or_a_pipe_is_an_error_and_is_not_opened() {
        assertThatThrownBy(() -> CsvSource.read(Path.of("/dev/zero"), ','))
                .isInstanceOf(InputException.class)
                .hasMessage("zero: expected a file, found a pipe or a device.\n  Write the table to a file first.");
    }

    @Test
    void a_bad_header_is_an_error_that_names_no_cell() {
        rejects(
                CANARY + ",b," + CANARY + "\n1,2,3\n",
                "t.csv, the header: expected a name of its own for each column, found the same for columns 1 and 3.\n"
                        + "  Rename one of them, or add the header if the first line is a row.");
        rejects(
                CANARY + ",,c\n1,2,3\n",
                "t.csv, the header: expected a name for column 2, found an empty one.\n"
                        + "  Each column needs a name of its own.");
        rejects("\n1\n2\n", "t.csv, the header: expected the names of the columns, found an empty line.");
        rejects(
                "45,3.5,17\n46,2.5,18\n",
                "t.csv, the header: expected the names of the columns, found only numbers.\n"
                        + "  The first line must name the columns.");
    }

    @Test
    void running_numbers_are_names() {
        assertThat(read("0,1,2\n5,6,7\n").rows()).isEqualTo(1);
        assertThat(read("1,2,3\n5,6,7\n").rows()).isEqualTo(1);
        assertThat(read("id,2019,2020\n5,6,7\n").rows()).isEqualTo(1);
    }

    @Test
    void a_file_without_rows_is_an_error() {
        rejects("", "t.csv: expected a header and rows, found an empty file.");
        rejects("\uFEFF", "t.csv: expected a header and rows, found an empty file.");
        rejects("a,b", "t.csv: expected rows below the header, found none.");
        rejects("a,b\n", "t.csv: expected rows below the header, found none.");
    }

    @Test
    void other_bytes_than_utf_8_are_an_error_with_their_offset() {
        byte[] latin = ("a\n" + CANARY + "\nJos\u00E9\n").getBytes(StandardCharsets.ISO_8859_1);
        rejects(
                latin,
                "t.csv, byte offset 18: expected UTF-8, found bytes that are no character.\n"
                        + "  Save the file as UTF-8 (a spreadsheet calls it \"CSV UTF-8\").");
        byte[] far = ("a\n" + "x\n".repeat(100_000) + "\u00E9").getBytes(StandardCharsets.ISO_8859_1);
        rejects(
                far,
                "t.csv, byte offset 200,002: expected UTF-8, found bytes that are no character.\n"
                        + "  Save the file as UTF-8 (a spreadsheet calls it \"CSV UTF-8\").");
        rejects(
                "a\n1\n".getBytes(Charset.forName("UTF-16")),
                "t.csv, byte offset 0: expected UTF-8, found bytes that"
                        + " are no character.\n  Save the file as UTF-8 (a spreadsheet calls it \"CSV UTF-8\").");
        byte[] surrogate = {'a', '\n', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n'};
        rejects(
                surrogate,
                "t.csv, byte offset 2: expected UTF-8, found bytes that are no character.\n"
                        + "  Save the file as UTF-8 (a spreadsheet calls it \"CSV UTF-8\").");
    }

    @Test
    void a_nul_is_an_error_with_its_offset() {
        rejects(
                "\uFEFFa\n" + CANARY + "\u0000\n",
                "t.csv, byte offset 17: expected text, found a NUL byte.\n"
                        + "  A CSV file holds no NUL; the file may be binary or in UTF-16. Save it as UTF-8.");
        byte[] cut = {'a', '\n', (byte) 0xC3, 0, '\n'};
        rejects(
                cut,
                "t.csv, byte offset 2: expected UTF-8, found bytes that are no character.\n"
                        + "  Save the file as UTF-8 (a spreadsheet calls it \"CSV UTF-8\").");
    }

    @Test
    void a_gzip_bomb_is_refused() throws IOException {
        byte[] bomb = gzip(("a\n" + "x\n".repeat(20 << 20)).getBytes(StandardCharsets.UTF_8));
        assertThat(bomb.length).isLessThan(100_000);
        rejects(
                bomb,
                "t.csv: expected gzip that unpacks to at most 200 times its size, found more.\n"
                        + "  Unpack the file first if it is to be trusted.");
    }

    @Test
    void a_damaged_gzip_file_is_refused() throws IOException {
        byte[] whole = gzip(("a\n" + CANARY + "\n").repeat(1_000).getBytes(StandardCharsets.UTF_8));
        String message = "t.csv: expected a whole gzip file, found a damaged or cut one.\n  Pack or copy it again.";
        rejects(Arrays.copyOf(whole, whole.length - 10), message);
        rejects(Arrays.copyOf(whole, 4), message);
        byte[] flipped = whole.clone();
        flipped[whole.length - 6] ^= 1;
        rejects(flipped, message);
    }

    @Test
    void other_archives_are_refused_by_name() {
        rejects(
                new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 0},
                "t.csv: expected CSV text, plain or in gzip, found a zip archive or a spreadsheet.\n"
                        + "  Unpack or export it as CSV.");
        rejects(
                new byte[] {'P', 'A', 'R', '1', 1, 2, 3, 4},
                "t.csv: expected CSV text, plain or in gzip, found a Parquet file.\n  Unpack or export it as CSV.");
    }

    @Test
    void a_file_that_is_none_is_an_error() {
        assertThatThrownBy(() -> CsvSource.read(folder.resolve("none.csv"), ','))
                .isInstanceOf(InputException.class)
                .hasMessage("none.csv: expected a file, found none of that name.");
        assertThatThrownBy(() -> CsvSource.read(folder, ','))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.getFileName() + ": expected a CSV file, found a folder.");
    }
}
