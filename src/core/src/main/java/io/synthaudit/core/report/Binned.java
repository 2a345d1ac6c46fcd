package io.synthaudit.core.report;

import io.synthaudit.core.audit.ColumnCounts;
import io.synthaudit.core.profile.Bins;
import io.synthaudit.core.report.Bars.Bar;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.Arrays;
import java.util.Optional;

/**
 * A column in bins: its rows in each table, and the persons behind them.
 *
 * @param counts rows per bin
 * @param training owners of the training rows per bin; null where each row is a person of its own
 * @param holdout the same for the holdout
 */
record Binned(ColumnCounts counts, Owners[] training, Owners[] holdout) {

    static Binned of(ColumnCounts counts, Tables tables) {
        Bins bins = counts.training().bins();
        return new Binned(
                counts,
                owners(Optional.of(tables.training()), counts.column(), bins, tables.trainingEntity()),
                owners(
                        counts.holdout() == null ? Optional.empty() : tables.holdout(),
                        counts.column(),
                        bins,
                        tables.holdoutEntity()));
    }

    private static Owners[] owners(Optional<Table> table, int column, Bins bins, Optional<int[]> person) {
        return table.isEmpty() || person.isEmpty()
                ? null
                : Owners.perBin(codes(table.get().column(column), bins), bins.codes(), person.get());
    }

    private static int[] codes(Column column, Bins bins) {
        return column instanceof NumberColumn numbers
                ? Arrays.stream(numbers.values()).mapToInt(bins::bin).toArray()
                : Arrays.stream(((CodeColumn) column).codes()).map(bins::bin).toArray();
    }

    Bins bins() {
        return counts.training().bins();
    }

    boolean hasHoldout() {
        return counts.holdout() != null;
    }

    /** The bar of one bin. */
    Bar bar(String label, int code) {
        return new Bar(
                label,
                counts.training().cells()[code],
                counts.synthetic().cells()[code],
                counts.holdout() == null ? 0 : counts.holdout().cells()[code],
                training == null ? null : training[code],
                holdout == null ? null : holdout[code]);
    }
}
