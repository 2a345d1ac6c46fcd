package io.synthaudit.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.table.Table;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ClusterEffectsTest {

    private static final int PERSONS = 5_000;
    private static final int[] PERSON =
            IntStream.range(0, 4 * PERSONS).map(row -> row % PERSONS).toArray();

    private final UniformRandomProvider random = new RandomStreams(11).stream("clusters");

    private static double[] effects(Table table, int[] person) {
        return ClusterEffects.of(
                new CodedTable(table, Profile.of(table)), person, table.schema().size());
    }

    private int[] levels(int rows) {
        return random.ints(rows, 0, 5).map(k -> k == 4 ? -1 : k).toArray();
    }

    private static int[] fourTimes(int[] codes) {
        return IntStream.range(0, 4 * codes.length)
                .map(i -> codes[i % codes.length])
                .toArray();
    }

    private static double[] fourTimes(double[] values) {
        return IntStream.range(0, 4 * values.length)
                .mapToDouble(i -> values[i % values.length])
                .toArray();
    }

    /** The ratio of variances has a standard error of about sqrt(2 / persons / levels) = .01. */
    @Test
    void rows_of_a_person_that_are_independent_count_in_full() {
        Table table = Small.table(
                Small.levels(4, levels(4 * PERSONS)),
                Small.numbers(random.doubles(4 * PERSONS).toArray()));
        for (double effect : effects(table, PERSON)) {
            assertThat(effect).isBetween(1.0, 1.04);
        }
    }

    @Test
    void a_row_that_a_person_has_four_times_counts_once() {
        Table table = Small.table(
                Small.levels(4, fourTimes(levels(PERSONS))),
                Small.numbers(fourTimes(random.doubles(PERSONS).toArray())));
        for (double effect : effects(table, PERSON)) {
            assertThat(effect).isCloseTo(4, within(1e-9));
        }
    }

    @Test
    void a_column_may_be_clustered_beside_one_that_is_not() {
        Table table = Small.table(
                Small.levels(4, fourTimes(levels(PERSONS))),
                Small.numbers(random.doubles(4 * PERSONS).toArray()));
        double[] effects = effects(table, PERSON);
        assertThat(effects[0]).isCloseTo(4, within(1e-9));
        assertThat(effects[1]).isLessThan(1.04);
    }

    @Test
    void without_persons_or_without_variance_the_effect_is_one() {
        Table table = Small.table(Small.levels(4, fourTimes(levels(PERSONS))), Small.numbers(new double[4 * PERSONS]));
        assertThat(effects(table, null)).containsExactly(1, 1);
        assertThat(effects(table, PERSON)[1]).isEqualTo(1);
    }
}
