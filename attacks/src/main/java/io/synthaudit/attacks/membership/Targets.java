package io.synthaudit.attacks.membership;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The persons of one table that are attacked, with their rows. */
final class Targets {

    private static final Long SEVERAL = -1L;

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

    /**
     * Members and non-members whose rows are nobody else's. Leaving out only members that equal a non-member would leave more
     * rare rows among members than among non-members, and so tell them apart where nothing was copied; who is left out here hangs
     * on the pooled rows alone and not on which table they are in.
     *
     * @param members of the training table
     * @param nonMembers of the holdout
     */
    record Sides(Targets members, Targets nonMembers) {}

    static Sides of(Run run) {
        Table training = run.tables().training();
        Table holdout = run.control().orElseThrow();
        int[] ours = run.tables().trainingEntity().orElse(null);
        int[] theirs = run.tables().holdoutEntity().orElse(null);
        Map<ByteBuffer, Long> owner = new HashMap<>();
        note(owner, training, ours, 0);
        note(owner, holdout, theirs, 1);
        return new Sides(targets(owner, training, ours), targets(owner, holdout, theirs));
    }

    /** Notes whose each row is, or that it is several persons'. Persons of the two tables are different ones. */
    private static void note(Map<ByteBuffer, Long> owner, Table table, int[] person, int side) {
        for (int row = 0; row < table.rows(); row++) {
            long who = 2L * (person == null ? row : person[row]) + side;
            owner.merge(cells(table, row), who, (before, now) -> before.equals(now) ? before : SEVERAL);
        }
    }

    private static Targets targets(Map<ByteBuffer, Long> owner, Table table, int[] person) {
        int[] kept = IntStream.range(0, table.rows())
                .filter(row -> !owner.get(cells(table, row)).equals(SEVERAL))
                .toArray();
        return new Targets(kept, person);
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
