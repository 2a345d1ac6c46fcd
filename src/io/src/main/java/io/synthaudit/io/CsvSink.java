package io.synthaudit.io;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Instants;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes tables as CSV in UTF-8 with a comma and LF, so that {@link CsvSource} and the same schema give the same table
 * back. Whole numbers have no fraction, others the fewest digits that read back alike; instants are ISO-8601 in UTC, or
 * in the declared pattern; a missing cell is the column's first missing token, or empty.
 */
public final class CsvSink {

    private CsvSink() {}

    /**
     * Writes or replaces a file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Table table, Path file) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(
                    table.schema().fields().stream().map(Field::name).toList());
            Cells[] columns = table.columns().stream().map(CsvSink::cells).toArray(Cells[]::new);
            for (int row = 0; row < table.rows(); row++) {
                for (Cells column : columns) {
                    printer.print(column.text(row));
                }
                printer.println();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The cells of one column as text. */
    private interface Cells {
        String text(int row);
    }

    private static Cells cells(Column column) {
        Field field = column.field();
        String missing = field.missing().isEmpty() ? "" : field.missing().get(0);
        if (column instanceof CodeColumn levels) {
            return row -> levels.isMissing(row) ? missing : levels.dictionary().label(levels.codes()[row]);
        }
        NumberColumn numbers = (NumberColumn) column;
        DoubleFunction<String> format =
                field.kind() == Kind.DATETIME ? Instants.of(field.domain().pattern())::text : DecimalText::of;
        return row -> numbers.isMissing(row) ? missing : format.apply(numbers.values()[row]);
    }
}
