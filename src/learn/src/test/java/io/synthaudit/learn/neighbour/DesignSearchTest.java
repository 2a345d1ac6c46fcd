package io.synthaudit.learn.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Parallel;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.tile.TileKernels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search in designs against a plain loop over all pairs in double precision. */
class DesignSearchTest {

    /** Numbers, some from few values so that there are ties, some 0 or 1, and now and then one far out. */
    static Design random(int rows, int columns, long seed, double size) {
        UniformRandomProvider random = new RandomStreams(seed).stream("design/" + columns);
        double[][] cells = new double[rows][columns];
        for (int j = 0; j < columns; j++) {
            for (double[] row : cells) {
                double u = random.nextDouble();
                row[j] = size
                        * switch (j % 3) {
                            case 0 -> Math.rint(u * 4);
                            case 1 -> u < 0.3 ? 1 : 0;
                            default -> random.nextInt(200) == 0 ? 1000 * u : u;
                        };
            }
        }
        return new Design(cells, columns);
    }

    private static double distance(double[] x, double[] y, boolean euclidean) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += euclidean ? (x[j] - y[j]) * (x[j] - y[j]) : Math.abs(x[j] - y[j]);
        }
        return euclidean ? Math.sqrt(sum) : sum;
    }

    private static void assertAsPlainLoop(Design queries, Design base, int k, boolean exceptSelf) {
        for (boolean euclidean : new boolean[] {true, false}) {
            DesignSearch search =
                    euclidean ? DesignSearch.euclidean(queries, base, k) : DesignSearch.manhattan(queries, base, k);
            Neighbours all = (exceptSelf ? search.exceptSelf() : search).run(new Threads(2));
            assertThat(all.k()).isEqualTo(Math.min(k, base.size() - (exceptSelf ? 1 : 0)));
            for (int i = 0; i < queries.size(); i++) {
                double[] query = queries.rows()[i];
                int self = i;
                double[] distances = Arrays.stream(base.rows())
                        .mapToDouble(row -> distance(query, row, euclidean))
                        .toArray();
                int[] expected = IntStream.range(0, base.size())
                        .filter(row -> !exceptSelf || row != self)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer row) -> distances[row])
                                .thenComparing(row -> row))
                        .mapToInt(row -> row)
                        .toArray();
                for (int rank = 0; rank < all.k(); rank++) {
                    assertThat(all.row(i, rank))
                            .as("rank %d of row %d", rank, i)
                            .isEqualTo(expected[rank]);
                    assertThat(all.distance(i, rank)).isEqualTo(distances[expected[rank]]);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 14, 31, 60})
    void any_number_of_columns_and_neighbours(int columns) {
        int k = 1 + new RandomStreams(columns).stream("k").nextInt(50);
        Design base = random(1500, columns, 1, 1);
        assertAsPlainLoop(random(61, columns, 2, 1), base, k, false);
        assertAsPlainLoop(random(61, columns, 2, 1), base, 1, false);
        Design few = new Design(Arrays.copyOf(base.rows(), 70), columns);
        assertAsPlainLoop(few, few, k, true);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 1e-140, 1e-100, 1e30, 1e140, 1e160, 1e300})
    void numbers_of_any_size(double size) {
        assertAsPlainLoop(random(20, 6, 3, size), random(300, 6, 4, size), 5, false);
    }

    @Test
    void rows_that_differ_by_less_than_a_float_can_tell() {
        double[][] rows = new double[3000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {1 + i * 1777 % 3000 * 1e-12, 1000.0 * (i % 2)};
        }
        assertAsPlainLoop(new Design(Arrays.copyOf(rows, 25), 2), new Design(rows, 2), 7, false);
    }

    /** Rows on a sphere, or on a plane, around the query: floats put them in any order. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rows_of_nearly_one_distance_from_the_query(boolean sphere) {
        UniformRandomProvider random = new RandomStreams(11).stream("near-ties");
        double[][] rows = new double[2000][5];
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextDouble();
            }
            double size = distance(row, new double[5], sphere);
            for (int j = 0; j < row.length; j++) {
                row[j] *= (1 + 1e-9 * random.nextDouble()) / size;
            }
        }
        assertAsPlainLoop(new Design(new double[1][5], 5), new Design(rows, 5), 12, false);
    }

    @Test
    void one_column_far_out_does_not_hide_the_others() {
        Design base = random(600, 5, 5, 1);
        base.rows()[17][2] = 1e12;
        assertAsPlainLoop(random(40, 5, 6, 1), base, 10, false);
    }

    @Test
    void few_rows_are_all_neighbours() {
        assertAsPlainLoop(random(9, 3, 7, 1), random(2, 3, 8, 1), 5, false);
        assertAsPlainLoop(random(0, 3, 7, 1), random(2, 3, 8, 1), 5, false);
    }

    @Test
    void batches_hold_what_one_search_holds() {
        Design queries = random(301, 4, 9, 1);
        DesignSearch search =
                DesignSearch.euclidean(queries, random(500, 4, 10, 1), 3).by(TileKernels.plain());
        Neighbours all = search.run(Parallel.NONE);
        int[] next = {0};
        search.batches(100, new Threads(2), batch -> {
            for (int i = 0; i < batch.queries(); i++) {
                assertThat(batch.row(i, 2)).isEqualTo(all.row(next[0], 2));
                assertThat(batch.distance(i, 2)).isEqualTo(all.distance(next[0]++, 2));
            }
        });
        assertThat(next[0]).isEqualTo(301);
    }

    @Test
    void what_cannot_be_searched() {
        Design two = random(5, 2, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DesignSearch.euclidean(two, random(5, 3, 1, 1), 1))
                .withMessage("rows to compare must have the same columns, and at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DesignSearch.manhattan(two, two, 0))
                .withMessage("a row has 1 to 50 neighbours, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> DesignSearch.euclidean(two, random(0, 2, 1, 1), 1).run(Parallel.NONE))
                .withMessage("there is no row to be near to");
    }
}
