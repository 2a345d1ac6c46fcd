package io.synthaudit.attacks.inference;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The targets of one game.
 *
 * @param targets their rows
 * @param person person of each, or null when each row is a person of its own
 */
record Side(Table targets, int[] person) {

    static final int MOST_TARGETS = 2_000;

    /**
     * Draws at most 2,000 rows. Persons are drawn with all their rows as long as these fit, for a person is as exposed as the
     * worst of them; at least one person is drawn, with the first 2,000 rows if there are more.
     */
    static Side draw(Table table, Optional<int[]> entity, UniformRandomProvider random) {
        if (entity.isEmpty()) {
            int[] rows = RandomStreams.sample(table.rows(), Math.min(MOST_TARGETS, table.rows()), random);
            return new Side(table.select(rows), null);
        }
        int[] person = entity.get();
        int[] distinct = Arrays.stream(person).sorted().distinct().toArray();
        int[] size = new int[distinct.length];
        for (int p : person) {
            size[Arrays.binarySearch(distinct, p)]++;
        }
        boolean[] drawn = new boolean[distinct.length];
        int total = 0;
        for (int next : RandomStreams.permutation(distinct.length, random)) {
            if (total > 0 && total + size[next] > MOST_TARGETS) {
                break;
            }
            drawn[next] = true;
            total += size[next];
        }
        int[] rows = new int[Math.min(total, MOST_TARGETS)];
        int n = 0;
        for (int row = 0; row < person.length && n < rows.length; row++) {
            if (drawn[Arrays.binarySearch(distinct, person[row])]) {
                rows[n++] = row;
            }
        }
        int[] persons = Arrays.stream(rows).map(row -> person[row]).toArray();
        return new Side(table.select(rows), persons);
    }
}
