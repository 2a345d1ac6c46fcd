package io.synthaudit.learn.neighbour;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.model.Design;
import java.util.Arrays;

/**
 * The encoding of the golden values of scikit-learn: numbers by training's range, a missing one as training's mean beside a mark
 * 0 or 1 where training has missing cells; levels one by one, missing being one of them.
 */
final class OneHot {

    private final Table training;
    private final int[] levels;
    private final int width;

    OneHot(Table training, Table... others) {
        this.training = training;
        this.levels = new int[training.schema().fields().size()];
        int sum = 0;
        for (int j = 0; j < levels.length; j++) {
            if (training.column(j) instanceof NumberColumn numbers) {
                sum += numbers.missing() > 0 ? 2 : 1;
            } else {
                levels[j] = ((CodeColumn) training.column(j)).dictionary().size();
                for (Table other : others) {
                    levels[j] = Math.max(
                            levels[j],
                            ((CodeColumn) other.column(j)).dictionary().size());
                }
                sum += levels[j] + 1;
            }
        }
        this.width = sum;
    }

    Design encode(Table table) {
        double[][] rows = new double[table.rows()][width];
        int at = 0;
        for (int j = 0; j < levels.length; j++) {
            if (training.column(j) instanceof NumberColumn learned) {
                double[] present = Arrays.stream(learned.values())
                        .filter(x -> !Double.isNaN(x))
                        .toArray();
                double low = Arrays.stream(present).min().orElseThrow();
                double range = Arrays.stream(present).max().orElseThrow() - low;
                double mean = Arrays.stream(present).average().orElseThrow();
                double[] values = ((NumberColumn) table.column(j)).values();
                for (int i = 0; i < rows.length; i++) {
                    boolean missing = Double.isNaN(values[i]);
                    rows[i][at] = ((missing ? mean : values[i]) - low) / range;
                    if (missing && learned.missing() > 0) {
                        rows[i][at + 1] = 1;
                    }
                }
                at += learned.missing() > 0 ? 2 : 1;
            } else {
                int[] codes = ((CodeColumn) table.column(j)).codes();
                for (int i = 0; i < rows.length; i++) {
                    rows[i][at + codes[i] + 1] = 1;
                }
                at += levels[j] + 1;
            }
        }
        return new Design(rows, width);
    }
}
