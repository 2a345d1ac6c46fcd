package io.synthaudit.attacks.membership;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/** The persons of one table that are attacked, with their rows. */
final class Targets {

    private final int[] rows;
    private final int[] person;
    private final int persons;

    private Targets(int[] rows, int[] entity) {
        this.rows = rows;
        this.person = new int[rows.length];
        if (entity == null) {
            Arrays.setAll(person, i -> i);
            this.persons = rows.length;
        } else {
            int[] distinct = Arrays.stream(rows)
                    .map(row -> entity[row])
                    .sorted()
                    .distinct()
                    .toArray();
            Arrays.setAll(person, i -> Arrays.binarySearch(distinct, entity[rows[i]]));
            this.persons = distinct.length;
        }
    }

    /** All rows of the holdout. */
    static Targets ofHoldout(Run run) {
        int[] all = new int[run.control().orElseThrow().rows()];
        Arrays.setAll(all, i -> i);
        return new Targets(all, run.tables().holdoutEntity().orElse(null));
    }

    /** The training rows that equal no holdout row. */
    static Targets ofTraining(Run run) {
        Table training = run.tables().training();
        Table holdout = run.control().orElseThrow();
        Set<ByteBuffer> taken = new HashSet<>();
        for (int row = 0; row < holdout.rows(); row++) {
            taken.add(cells(holdout, row));
        }
        int[] kept = java.util.stream.IntStream.range(0, training.rows())
                .filter(row -> !taken.contains(cells(training, row)))
                .toArray();
        return new Targets(kept, run.tables().trainingEntity().orElse(null));
    }

    /** The content cells of a row as bytes that are equal if and only if the rows are at distance 0. */
    private static ByteBuffer cells(Table table, int row) {
        int[] content = table.schema().content();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * content.length);
        for (int index : content) {
            Column column = table.column(index);
            if (column instanceof NumberColumn numbers) {
                bytes.putLong(Double.doubleToLongBits(numbers.values()[row] + 0.0));
            } else if (column instanceof CodeColumn codes) {
                bytes.putLong(codes.codes()[row]);
            }
        }
        return bytes.flip();
    }

    /** Number of persons. */
    int persons() {
        return persons;
    }

    /** The largest score of each person's rows. */
    double[] worst(IntToDoubleFunction score) {
        double[] worst = new double[persons];
        Arrays.fill(worst, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < rows.length; i++) {
            worst[person[i]] = Math.max(worst[person[i]], score.applyAsDouble(rows[i]));
        }
        return worst;
    }
}
