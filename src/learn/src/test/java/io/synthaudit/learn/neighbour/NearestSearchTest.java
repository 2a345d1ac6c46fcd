package io.synthaudit.learn.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against a plain loop over all pairs in double precision. */
class NearestSearchTest {

    private static final Table TRAINING = Mixed.random(900, 1, 1);

    private static void assertAsPlainLoop(Gower gower, Table queries, Table base, boolean exceptSelf) {
        NearestSearch search = NearestSearch.of(gower, queries, base);
        NearestSearch chosen = exceptSelf ? search.exceptSelf() : search;
        Nearest alone = chosen.run(Parallel.NONE);
        Nearest both = chosen.withSecond().run(new Threads(3));
        Gower.Rows from = gower.rows(queries);
        Gower.Rows to = gower.rows(base);
        for (int i = 0; i < queries.rows(); i++) {
            int query = i;
            int[] others = IntStream.range(0, base.rows())
                    .filter(row -> !exceptSelf || row != query)
                    .toArray();
            double[] distances = IntStream.of(others)
                    .mapToDouble(row -> gower.distance(from, query, to, row))
                    .toArray();
            double[] sorted = distances.clone();
            Arrays.sort(sorted);
            int[] tied = IntStream.range(0, others.length)
                    .filter(k -> distances[k] <= sorted[0] + 1e-12)
                    .map(k -> others[k])
                    .toArray();
            assertThat(alone.distance(i)).as("distance of row %d", i).isEqualTo(sorted[0]);
            assertThat(alone.ties(i)).as("ties of row %d", i).isEqualTo(tied.length);
            assertThat(alone.row(i)).isEqualTo(tied[0]);
            assertThat(alone.tied(i)).isEqualTo(Arrays.copyOf(tied, Math.min(64, tied.length)));
            assertThat(both.distance(i)).isEqualTo(sorted[0]);
            assertThat(both.tied(i)).isEqualTo(alone.tied(i));
            assertThat(both.second(i)).as("second of row %d", i).isEqualTo(sorted[1]);
        }
    }

    @Test
    void rows_within_the_range_of_training() {
        assertAsPlainLoop(Gower.of(TRAINING), Mixed.random(300, 2, 1), TRAINING, false);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.5, 40, 1e5, 1e20})
    void rows_outside_the_range_of_training_on_either_side(double stretch) {
        Table outside = Mixed.random(300, 3, stretch);
        assertAsPlainLoop(Gower.of(TRAINING), outside, TRAINING, false);
        assertAsPlainLoop(
                Gower.of(TRAINING), TRAINING.select(IntStream.range(0, 200).toArray()), outside, false);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 40, 1e3, 1e5, 1e20})
    void both_tables_outside_the_range_of_training(double stretch) {
        assertAsPlainLoop(Gower.of(TRAINING), Mixed.random(150, 4, stretch), Mixed.random(700, 5, stretch), false);
    }

    @Test
    void a_table_in_itself_leaves_each_row_out() {
        assertAsPlainLoop(Gower.of(TRAINING), TRAINING, TRAINING, true);
    }

    @Test
    void categories_only_are_all_ties() {
        Gower gower = Gower.of(TRAINING, 1, 5, 7);
        assertAsPlainLoop(gower, Mixed.random(200, 6, 1), TRAINING, false);
        assertThat(NearestSearch.of(gower, TRAINING, TRAINING)
                        .run(Parallel.NONE)
                        .ties(0))
                .isGreaterThan(1);
    }

    @Test
    void one_number_with_few_values_is_all_ties() {
        assertAsPlainLoop(Gower.of(TRAINING, 0), Mixed.random(100, 7, 1), TRAINING, false);
    }

    @Test
    void equal_rows_are_at_distance_zero_and_more_than_are_listed_are_counted() {
        Table same = Mixed.table(new double[1000], new int[1000]);
        Nearest nearest =
                NearestSearch.of(Gower.of(same), same, same).exceptSelf().run(Parallel.NONE);
        assertThat(nearest.distance(5)).isZero();
        assertThat(nearest.ties(5)).isEqualTo(999);
        assertThat(nearest.tied(5)).hasSize(Nearest.LISTED).startsWith(0, 1, 2, 3, 4, 6);
    }

    @Test
    void one_row_is_enough_but_not_itself() {
        Table one = Mixed.table(new double[] {1}, new int[] {0});
        Gower gower = Gower.of(one);
        assertThat(NearestSearch.of(gower, one, one)
                        .withSecond()
                        .run(Parallel.NONE)
                        .second(0))
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestSearch.of(gower, one, one).exceptSelf().run(Parallel.NONE))
                .withMessage("there is no row to be near to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestSearch.of(gower, one, TRAINING).exceptSelf())
                .withMessage("only a table searched in itself can leave each row out");
    }

    @Test
    void the_second_nearest_must_be_asked_for() {
        Nearest nearest =
                NearestSearch.of(Gower.of(TRAINING), TRAINING, TRAINING).run(Parallel.NONE);
        assertThatIllegalStateException()
                .isThrownBy(() -> nearest.second(0))
                .withMessage("the search was not asked for the second nearest row");
    }
}
