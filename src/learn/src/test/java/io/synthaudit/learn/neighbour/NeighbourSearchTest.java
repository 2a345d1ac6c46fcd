package io.synthaudit.learn.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for k neighbours against a plain loop over all pairs in double precision. */
class NeighbourSearchTest {

    private static final Table TRAINING = Mixed.random(900, 1, 1);

    /** Rows of the base ranked by (distance, row). */
    private static int[] ranked(Gower gower, Table queries, int query, Table base, boolean exceptSelf) {
        Gower.Rows from = gower.rows(queries);
        Gower.Rows to = gower.rows(base);
        double[] distances = IntStream.range(0, base.rows())
                .mapToDouble(row -> gower.distance(from, query, to, row))
                .toArray();
        return IntStream.range(0, base.rows())
                .filter(row -> !exceptSelf || row != query)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> distances[row])
                        .thenComparing(row -> row))
                .mapToInt(row -> row)
                .toArray();
    }

    private static void assertAsPlainLoop(Gower gower, Table queries, Table base, int k, boolean exceptSelf) {
        NeighbourSearch search = NeighbourSearch.of(gower, queries, base, k);
        Neighbours all = (exceptSelf ? search.exceptSelf() : search).run(new Threads(2));
        Gower.Rows from = gower.rows(queries);
        Gower.Rows to = gower.rows(base);
        assertThat(all.queries()).isEqualTo(queries.rows());
        assertThat(all.k()).isEqualTo(Math.min(k, base.rows() - (exceptSelf ? 1 : 0)));
        for (int i = 0; i < queries.rows(); i++) {
            int[] expected = ranked(gower, queries, i, base, exceptSelf);
            for (int rank = 0; rank < all.k(); rank++) {
                assertThat(all.row(i, rank)).as("rank %d of row %d", rank, i).isEqualTo(expected[rank]);
                assertThat(all.distance(i, rank)).isEqualTo(gower.distance(from, i, to, expected[rank]));
            }
        }
    }

    /** Numbers with ties and far-out values, and levels, a fifth of all missing. */
    private static Table wide(int rows, int columns, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("wide");
        List<Object> cells = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            int values = 2 + random.nextInt(30);
            double stretch = random.nextInt(5) == 0 ? 1e4 : 1;
            if (j % 3 == 1) {
                cells.add(random.ints(rows, -1, values)
                        .map(code -> Math.max(code, CodeColumn.MISSING))
                        .toArray());
            } else {
                cells.add(random.doubles(rows)
                        .map(u -> random.nextInt(5) == 0
                                ? Double.NaN
                                : random.nextInt(50) == 0 ? stretch : u < 0.5 ? Math.rint(u * values) : u)
                        .toArray());
            }
        }
        return Mixed.table(cells.toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50})
    void neighbours_are_those_of_a_plain_loop(int k) {
        assertAsPlainLoop(Gower.of(TRAINING), Mixed.random(120, 2, 1), TRAINING, k, false);
        assertAsPlainLoop(Gower.of(TRAINING), Mixed.random(120, 2, 40), TRAINING, k, false);
        assertAsPlainLoop(Gower.of(TRAINING, 0, 1), Mixed.random(60, 3, 1), TRAINING, k, false);
        assertAsPlainLoop(Gower.of(TRAINING, 1, 5), Mixed.random(60, 3, 1), TRAINING, k, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 60})
    void any_number_of_columns_weights_and_rules(int columns) {
        Table training = wide(400, columns, columns);
        Table queries = wide(40, columns, 100 + columns);
        int[] all = IntStream.range(0, columns).toArray();
        UniformRandomProvider random = new RandomStreams(7).stream("weights/" + columns);
        double[] weights = random.doubles(columns)
                .map(u -> u < 0.2 && columns > 1 ? 0 : u < 0.4 ? 1e-6 : u)
                .toArray();
        weights[columns - 1] = 0.3;
        int k = 1 + random.nextInt(50);
        for (Gower gower : List.of(Gower.of(training), Gower.robust(training, all))) {
            for (Gower rule : List.of(gower, gower.missingApart())) {
                assertAsPlainLoop(rule, queries, training, k, false);
                assertAsPlainLoop(rule.weighted(weights), queries, training, k, false);
                assertAsPlainLoop(
                        rule.weighted(weights),
                        training.select(IntStream.range(0, 60).toArray()),
                        training.select(IntStream.range(0, 60).toArray()),
                        k,
                        true);
            }
        }
    }

    /** What eight numbers add the ninth takes away, but for less than the whole numbers can tell. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.7})
    void rows_of_nearly_one_distance_from_the_query(double weight) {
        UniformRandomProvider random = new RandomStreams(12).stream("near-ties");
        double[][] columns = new double[9][2000];
        double[] weights = {weight, 1, 1, 1, 1, 1, 1, 1, 1};
        for (int i = 0; i < 2000; i++) {
            columns[8][i] = 0.9 + 1e-9 * random.nextDouble();
            for (int j = 0; j < 8; j++) {
                columns[j][i] = random.nextDouble() / 10;
                columns[8][i] -= weights[j] * columns[j][i];
            }
        }
        Object[] origin = new Object[9];
        for (int j = 0; j < 9; j++) {
            columns[j][1998] = 0;
            columns[j][1999] = 1;
            origin[j] = new double[1];
        }
        Table base = Mixed.table((Object[]) columns);
        assertAsPlainLoop(Gower.of(base).weighted(weights), Mixed.table(origin), base, 30, false);
    }

    @Test
    void rows_that_are_alike_are_ranked_by_their_numbers() {
        Table same = Mixed.table(new double[100], new int[100]);
        Neighbours all =
                NeighbourSearch.of(Gower.of(same), same, same, 3).exceptSelf().run(Parallel.NONE);
        assertThat(new int[] {all.row(1, 0), all.row(1, 1), all.row(1, 2)}).containsExactly(0, 2, 3);
        assertThat(new int[] {all.row(50, 0), all.row(50, 1), all.row(50, 2)}).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1000})
    void batches_hold_what_one_search_holds(int rows) {
        Table queries = Mixed.random(100, 9, 1)
                .select(IntStream.range(0, 200).map(i -> i * i % 100).toArray());
        for (boolean self : new boolean[] {false, true}) {
            NeighbourSearch search = self
                    ? NeighbourSearch.of(Gower.of(TRAINING), queries, queries, 4)
                            .exceptSelf()
                    : NeighbourSearch.of(Gower.of(TRAINING), queries, TRAINING, 4);
            Neighbours all = search.run(Parallel.NONE);
            int[] next = {0};
            search.batches(rows, new Threads(2), batch -> {
                assertThat(batch.first()).isEqualTo(next[0]);
                for (int i = 0; i < batch.queries(); i++) {
                    for (int rank = 0; rank < 4; rank++) {
                        assertThat(batch.row(i, rank)).isEqualTo(all.row(next[0], rank));
                        assertThat(batch.distance(i, rank)).isEqualTo(all.distance(next[0], rank));
                    }
                    next[0]++;
                }
            });
            assertThat(next[0]).isEqualTo(200);
        }
    }

    @Test
    void a_table_of_no_rows_has_no_neighbours_to_find() {
        Table none = TRAINING.select(new int[0]);
        assertThat(NeighbourSearch.of(Gower.of(TRAINING), none, TRAINING, 3)
                        .run(Parallel.NONE)
                        .queries())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeighbourSearch.of(Gower.of(TRAINING), TRAINING, none, 3)
                        .run(Parallel.NONE))
                .withMessage("there is no row to be near to");
    }

    @Test
    void what_cannot_be_asked_for() {
        Gower gower = Gower.of(TRAINING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeighbourSearch.of(gower, TRAINING, TRAINING, 51))
                .withMessage("a row has 1 to 50 neighbours, not 51");
        Neighbours few = NeighbourSearch.of(gower, TRAINING, TRAINING.select(new int[] {1, 2}), 5)
                .run(Parallel.NONE);
        assertThat(few.k()).isEqualTo(2);
        assertThatThrownBy(() -> few.row(0, 2)).hasMessage("there are 2 neighbours, and none of rank 2");
    }
}
