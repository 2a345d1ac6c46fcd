package io.synthaudit.learn.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossFitTest {

    private static CrossFit of(Table training, Table holdout, int[] ours, int[] theirs, long seed) {
        return CrossFit.of(
                Gower.of(training),
                training,
                holdout,
                ours,
                theirs,
                new RandomStreams(seed).stream("cross-fit"),
                Parallel.NONE);
    }

    private static double[] distinct(int rows) {
        return IntStream.range(0, rows).mapToDouble(i -> i).toArray();
    }

    @Test
    void no_holdout_row_is_its_own_reference() {
        Table training = Mixed.table(distinct(101));
        CrossFit fit = of(training, training, null, null, 1);
        for (int i = 0; i < 101; i++) {
            assertThat(fit.holdout(i)).as("row %d", i).isPositive();
        }
    }

    @Test
    void each_training_row_is_measured_against_one_half_by_a_coin() {
        Table training = Mixed.table(distinct(400));
        CrossFit fit = of(training, training, null, null, 2);
        long found = IntStream.range(0, 400).filter(i -> fit.training(i) == 0).count();
        // a row's equal stands in the half of its coin with probability 1/2: 200, sd 10
        assertThat(found).isBetween(160L, 240L);
    }

    @Test
    void rows_of_one_person_keep_to_one_half() {
        int[] persons = IntStream.range(0, 200).map(i -> i / 4).toArray();
        double[] position = IntStream.of(persons).mapToDouble(p -> p).toArray();
        Table table = Mixed.table(position);
        CrossFit fit = of(table, table, persons, persons, 3);
        for (int i = 0; i < 200; i++) {
            assertThat(fit.holdout(i)).as("another person's row").isPositive();
            assertThat(fit.training(i) == 0).isEqualTo(fit.training(4 * (i / 4)) == 0);
        }
    }

    @Test
    void the_seed_decides_on_the_halves() {
        Table table = Mixed.table(distinct(60));
        double[] once = IntStream.range(0, 60)
                .mapToDouble(of(table, table, null, null, 4)::training)
                .toArray();
        double[] again = IntStream.range(0, 60)
                .mapToDouble(of(table, table, null, null, 4)::training)
                .toArray();
        double[] other = IntStream.range(0, 60)
                .mapToDouble(of(table, table, null, null, 5)::training)
                .toArray();
        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void one_person_cannot_be_halved() {
        Table table = Mixed.table(distinct(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(table, table, null, new int[] {7, 7, 7}, 1))
                .withMessage("halves need at least two holdout persons");
    }
}
