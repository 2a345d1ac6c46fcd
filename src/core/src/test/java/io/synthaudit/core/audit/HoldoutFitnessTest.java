package io.synthaudit.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutFitnessTest {

    private static List<Observation> evaluate(Tables tables) {
        RandomStreams streams = new RandomStreams(1);
        Profile profile = Profile.of(tables.training());
        try (Workers workers = new Workers(1)) {
            Control control =
                    HoldoutFitness.check(tables, new CodedTable(tables.training(), profile), profile, streams, workers);
            assertThat(control.reason()).isNull();
            return new HoldoutFitness().evaluate(new LocalRun(control, profile, streams, workers, .95));
        }
    }

    private static Table levels(int rows) {
        return Small.table(
                Small.levels(3, IntStream.range(0, rows).map(i -> i % 3).toArray()));
    }

    @Test
    void tables_of_keys_alone_differ_in_nothing_and_say_so() {
        Table keys =
                Small.table(Small.key(IntStream.range(0, 60).asDoubleStream().toArray()));
        List<Observation> found = evaluate(Tables.of(keys, keys, keys));
        assertThat(found.get(0).estimate().value()).isZero();
        assertThat(found.get(0).note())
                .isEqualTo("There is no column but keys, identifiers and texts, so nothing was compared.");
        assertThat(found.get(1).estimate().value()).isEqualTo(1);
    }

    @Test
    void the_column_that_differs_most_is_named() {
        assertThat(evaluate(Tables.of(levels(90), levels(60), levels(60)))
                        .get(0)
                        .note())
                .isEqualTo("It is reached in the column \"level\".");
    }

    @Test
    void persons_known_on_one_side_only_are_shared_by_nobody() {
        Optional<int[]> persons = Optional.of(new int[60]);
        Tables heldOnly = new Tables(levels(90), levels(60), Optional.of(levels(60)), Optional.empty(), persons);
        assertThat(evaluate(heldOnly).get(3).estimate().value()).isZero();
    }
}
