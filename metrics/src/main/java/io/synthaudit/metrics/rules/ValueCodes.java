package io.synthaudit.metrics.rules;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Ranks;
import io.synthaudit.core.table.Table;

/**
 * The values of a column numbered from 0: its own dictionary's numbers for levels, for numbers their ranks.
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
        Ranks ranks = ((NumberColumn) column).ranks();
        return of(ranks.codes(), ranks.size());
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
            return translate(((NumberColumn) training).ranks(), numbers.ranks());
        }
        int known = ((CodeColumn) other).dictionary().known();
        int[] translated = ((CodeColumn) other).codes().clone();
        for (int row = 0; row < translated.length; row++) {
            translated[row] = translated[row] >= known ? NEW : translated[row];
        }
        return translated;
    }

    private static int[] translate(Ranks training, Ranks other) {
        int[] number = new int[other.size()];
        for (int i = 0, k = 0; i < number.length; i++) {
            double value = other.values()[i];
            while (k < training.size() && training.values()[k] < value) {
                k++;
            }
            number[i] = k < training.size() && training.values()[k] == value ? k : NEW;
        }
        int[] translated = new int[other.codes().length];
        for (int row = 0; row < translated.length; row++) {
            int rank = other.codes()[row];
            translated[row] = rank < 0 ? MISSING : number[rank];
        }
        return translated;
    }
}
