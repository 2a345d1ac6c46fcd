package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The rows that models of one target learn from.
 *
 * @param run the run
 * @param name of its random streams
 * @param real training rows that have an answer
 * @param made synthetic rows that have an answer and do not repeat a test row
 * @param person the person of each of {@code real}; null when each is a person of its own
 * @param most rows that a model of equal sizes learns from at most
 */
record Sides(Run run, String name, int[] real, int[] made, int[] person, int most) {

    static Sides of(Run run, String name, int[] real, int[] made, int most) {
        int[] person = run.tables()
                .trainingEntity()
                .map(all -> Arrays.stream(real).map(row -> all[row]).toArray())
                .orElse(null);
        return new Sides(run, name, real, made, person, most);
    }

    /** Rows that models of equal sizes learn from. */
    int k() {
        return Math.min(most, Math.min(real.length, made.length));
    }

    /** Rows that a refitted model learns from. */
    int refitRows(Rival rival) {
        return Math.min(k(), rival.mostRefitRows());
    }

    Table allReal() {
        return run.tables().training().select(real);
    }

    Table allMade() {
        return run.tables().synthetic().select(made);
    }

    /** k training rows. */
    Table equalReal() {
        return run.tables().training().select(sample(real, name + ".training"));
    }

    /** k synthetic rows. */
    Table equalMade() {
        return run.tables().synthetic().select(sample(made, name + ".synthetic"));
    }

    private int[] sample(int[] rows, String stream) {
        return rows.length == k()
                ? rows
                : Arrays.stream(RandomStreams.sample(rows.length, k(), run.stream(stream)))
                        .map(i -> rows[i])
                        .toArray();
    }

    /**
     * Training rows drawn with repetition, whole persons where they own several; those of a learner that takes fewer are the
     * first of another's.
     */
    Table drawnReal(int refit, int count) {
        UniformRandomProvider random = run.stream(name + ".refit" + refit + ".training");
        return run.tables().training().select(person == null ? drawn(real, count, random) : persons(count, random));
    }

    /** Synthetic rows drawn with repetition. */
    Table drawnMade(int refit, int count) {
        return run.tables().synthetic().select(drawn(made, count, run.stream(name + ".refit" + refit + ".synthetic")));
    }

    private static int[] drawn(int[] rows, int count, UniformRandomProvider random) {
        return IntStream.range(0, count)
                .map(i -> rows[random.nextInt(rows.length)])
                .toArray();
    }

    private int[] persons(int count, UniformRandomProvider random) {
        int[] order = IntStream.range(0, real.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(person[a], person[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] starts = IntStream.range(0, order.length)
                .filter(i -> i == 0 || person[order[i]] != person[order[i - 1]])
                .toArray();
        int[] rows = new int[count];
        int n = 0;
        while (n < rows.length) {
            int one = random.nextInt(starts.length);
            int end = one + 1 < starts.length ? starts[one + 1] : order.length;
            for (int i = starts[one]; i < end && n < rows.length; i++) {
                rows[n++] = real[order[i]];
            }
        }
        return rows;
    }
}
