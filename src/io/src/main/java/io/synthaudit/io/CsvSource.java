package io.synthaudit.io;

import io.synthaudit.core.table.InputException;
import io.synthaudit.core.table.RawTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV files (RFC 4180) in UTF-8, plain or in gzip, into text columns.
 *
 * <p>Cells are kept verbatim, blanks and line ends inside quotes included. Lines end in LF, CRLF or CR; the last may lack
 * its end. An empty line is a row with one empty cell. Rows are counted from 1, the first after the header. At most
 * 10,000 columns, and 1 MiB of UTF-8 in a field.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class CsvSource {

    private CsvSource() {}

    /**
     * Reads a table.
     *
     * @param delimiter what separates fields, usually a comma; neither a double quote nor a line end
     * @throws InputException if the file cannot be read, or is no table within the limits above
     */
    public static RawTable read(Path file, char delimiter) {
        String name = String.valueOf(file.getFileName());
        Rejection rejection = new Rejection(name);
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r' || delimiter == 0) {
            throw new IllegalArgumentException("the delimiter must not be a double quote, a line end or NUL");
        }
        if (Files.isDirectory(file)) {
            throw rejection.of("", "expected a CSV file, found a folder.", "");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe can be read once only, and the digest of the file is taken in a second reading.
            throw rejection.of("", "expected a file, found a pipe or a device.", "Write the table to a file first.");
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        try (InputStream bytes = Files.newInputStream(file);
                Reader text = new FieldGuard(
                        new Utf8Reader(Unpacking.of(bytes, rejection), rejection), delimiter, rejection);
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(format).get()) {
            return table(name, parser.iterator(), rejection);
        } catch (NoSuchFileException none) {
            throw rejection.of("", "expected a file, found none of that name.", "");
        } catch (IOException | UncheckedIOException unreadable) {
            // The cause may quote the text that it failed on.
            throw rejection.of("", "the file cannot be read as CSV.", "");
        }
    }

    private static RawTable table(String name, Iterator<CSVRecord> records, Rejection rejection) {
        if (!records.hasNext()) {
            throw rejection.of("", "expected a header and rows, found an empty file.", "");
        }
        List<String> header = Header.names(records.next(), rejection);
        List<Interner> columns =
                Stream.generate(Interner::new).limit(header.size()).toList();
        int rows = 0;
        while (records.hasNext()) {
            CSVRecord row = records.next();
            rows = Math.addExact(rows, 1);
            if (row.size() != header.size()) {
                throw ragged(row, rows, header.size(), rejection);
            }
            for (int i = 0; i < header.size(); i++) {
                columns.get(i).add(row.get(i));
            }
        }
        if (rows == 0) {
            throw rejection.of("", "expected rows below the header, found none.", "");
        }
        return new RawTable(
                name,
                IntStream.range(0, header.size())
                        .mapToObj(i -> columns.get(i).column(header.get(i)))
                        .toList(),
                rows);
    }

    private static InputException ragged(CSVRecord row, long number, int expected, Rejection rejection) {
        boolean blank = row.size() == 1 && row.get(0).isEmpty();
        return rejection.of(
                Rejection.row(number),
                String.format(
                        Locale.ROOT,
                        "expected %,d fields as in the header, found %s.",
                        expected,
                        blank ? "an empty line" : String.format(Locale.ROOT, "%,d", row.size())),
                blank
                        ? "Remove empty lines, at the end of the file too."
                        : "A field with the delimiter or a line end in it stands in double quotes.");
    }
}
