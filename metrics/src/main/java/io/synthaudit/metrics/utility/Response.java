package io.synthaudit.metrics.utility;

import io.synthaudit.core.analysis.Regression;
import io.synthaudit.core.analysis.Regression.Family;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.Arrays;

/**
 * The response of a regression as numbers.
 *
 * @param column its position
 * @param family its law
 * @param event code of the level that is 1; -1 for numbers
 * @param unfit why there is no response; else null
 */
record Response(int column, Family family, int event, Reason unfit) {

    static Response of(Table training, int column, Regression model) {
        if (model.family() != Family.BINOMIAL) {
            return new Response(column, model.family(), -1, null);
        }
        EventLevel event = EventLevel.of((CodeColumn) training.column(column), model.eventLevel());
        return new Response(column, model.family(), event.code(), event.unfit());
    }

    double[] of(Table table, int[] rows) {
        if (family == Family.BINOMIAL) {
            int[] codes = ((CodeColumn) table.column(column)).codes();
            return Arrays.stream(rows)
                    .mapToDouble(row -> codes[row] == event ? 1 : 0)
                    .toArray();
        }
        double[] values = ((NumberColumn) table.column(column)).values();
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** Why nothing can be fitted to these values; null if something can. */
    Reason wrong(double[] y) {
        if (family == Family.POISSON && Arrays.stream(y).anyMatch(v -> v < 0)) {
            return new Reason("response", "A count is negative.");
        }
        if (family != Family.GAUSSIAN && Arrays.stream(y).distinct().count() < 2) {
            return new Reason("response", "The response is the same in every row.");
        }
        return null;
    }
}
