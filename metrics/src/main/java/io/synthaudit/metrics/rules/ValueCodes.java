package io.synthaudit.metrics.rules;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.Arrays;

/**
 * The values of a column numbered from 0: its own dictionary's numbers for levels, for numbers those of their first rows.
 *
 * @param codes number of each row's value, {@link #MISSING} for a missing cell
 * @param size numbers in use, from 0
 * @param distinct values that occur
 * @param present rows that are not missing
 * @param most rows of the most frequent value
 * @param collision chance that two present rows, drawn with repetition, have one value
 */
record ValueCodes(int[] codes, int size, int distinct, int present, int most, double collision) {

    static final int MISSING = -1;

    /** The number of a value that the column does not have. */
    static final int NEW = -2;

    /** Those of all columns of the training table, numbered once a run. */
    static ValueCodes[] ofTraining(Run run) {
        Table training = run.tables().training();
        return run.shared("training/value-codes", ValueCodes[].class, () -> {
            ValueCodes[] codes = new ValueCodes[training.columns().size()];
            run.parallel(codes.length, c -> codes[c] = of(training.column(c)));
            return codes;
        });
    }

    static ValueCodes of(Column column) {
        if (column instanceof CodeColumn levels) {
            return of(levels.codes(), levels.dictionary().size());
        }
        Numbering numbering = new Numbering(column.rows());
        int[] codes = numbering.add((NumberColumn) column);
        return of(codes, numbering.size);
    }

    static ValueCodes of(int[] codes, int size) {
        int[] counts = new int[size];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        int distinct = 0;
        int present = 0;
        int most = 0;
        double squares = 0;
        for (int count : counts) {
            distinct += count > 0 ? 1 : 0;
            present += count;
            most = Math.max(most, count);
            squares += (double) count * count;
        }
        double collision = present == 0 ? 0 : squares / present / present;
        return new ValueCodes(codes, size, distinct, present, most, collision);
    }

    boolean isConstant() {
        return distinct < 2;
    }

    /** Whether every present row has a value of its own. */
    boolean isUnique() {
        return distinct == present;
    }

    /** The numbers that this column, training's, gives to the values of another table's. */
    int[] translate(Column training, Column other) {
        if (other instanceof NumberColumn numbers) {
            Numbering numbering = new Numbering(distinct);
            numbering.add((NumberColumn) training);
            return numbering.lookUp(numbers);
        }
        int known = ((CodeColumn) other).dictionary().known();
        int[] translated = ((CodeColumn) other).codes().clone();
        for (int row = 0; row < translated.length; row++) {
            translated[row] = translated[row] >= known ? NEW : translated[row];
        }
        return translated;
    }

    /** Open addressing by the bits of a number; -0 is 0. */
    private static final class Numbering {

        private double[] keys;
        private int[] numbers;
        private int size;

        Numbering(int values) {
            int capacity = Integer.highestOneBit(Math.max(8, Math.min(values, 1 << 10))) << 2;
            keys = new double[capacity];
            numbers = new int[capacity];
            Arrays.fill(numbers, NEW);
        }

        int[] add(NumberColumn column) {
            double[] values = column.values();
            int[] codes = new int[values.length];
            for (int row = 0; row < codes.length; row++) {
                double value = values[row];
                if (Double.isNaN(value)) {
                    codes[row] = MISSING;
                    continue;
                }
                int at = place(value);
                if (numbers[at] == NEW) {
                    if (2 * size >= keys.length) {
                        grow();
                        at = place(value);
                    }
                    keys[at] = value;
                    numbers[at] = size++;
                }
                codes[row] = numbers[at];
            }
            return codes;
        }

        int[] lookUp(NumberColumn column) {
            double[] values = column.values();
            int[] codes = new int[values.length];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = Double.isNaN(values[row]) ? MISSING : numbers[place(values[row])];
            }
            return codes;
        }

        private int place(double value) {
            long bits = Double.doubleToRawLongBits(value + 0.0) * 0x9E3779B97F4A7C15L;
            int mask = keys.length - 1;
            int at = (int) (bits >>> 32) & mask;
            while (numbers[at] != NEW && keys[at] != value) {
                at = at + 1 & mask;
            }
            return at;
        }

        private void grow() {
            double[] oldKeys = keys;
            int[] oldNumbers = numbers;
            keys = new double[2 * oldKeys.length];
            numbers = new int[keys.length];
            Arrays.fill(numbers, NEW);
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldNumbers[i] != NEW) {
                    int at = place(oldKeys[i]);
                    keys[at] = oldKeys[i];
                    numbers[at] = oldNumbers[i];
                }
            }
        }
    }
}
