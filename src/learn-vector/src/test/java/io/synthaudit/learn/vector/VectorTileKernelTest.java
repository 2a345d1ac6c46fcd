package io.synthaudit.learn.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Parallel;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.neighbour.DesignSearch;
import io.synthaudit.learn.neighbour.Neighbours;
import io.synthaudit.learn.tile.TileHits;
import io.synthaudit.learn.tile.TileKernel;
import io.synthaudit.learn.tile.TileKernels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorTileKernelTest {

    private static final TileKernel VECTOR = new VectorTileKernel();

    private static Design random(int rows, int columns, String name) {
        UniformRandomProvider random = new RandomStreams(columns).stream(name);
        double[][] cells = new double[rows][columns];
        for (double[] row : cells) {
            for (int j = 0; j < columns; j++) {
                row[j] = j % 2 == 0 ? random.nextDouble() : random.nextInt(3);
            }
        }
        return new Design(cells, columns);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 14, 31, 60})
    void neighbours_are_those_of_the_plain_loops(int columns) {
        Design queries = random(130, columns, "queries");
        Design base = random(2500, columns, "base");
        int k = 1 + columns * 13 % 50;
        for (DesignSearch search :
                List.of(DesignSearch.euclidean(queries, base, k), DesignSearch.manhattan(queries, base, k))) {
            Neighbours plain = search.by(TileKernels.plain()).run(Parallel.NONE);
            Neighbours vector = search.by(VECTOR).run(Parallel.NONE);
            for (int i = 0; i < queries.size(); i++) {
                for (int rank = 0; rank < k; rank++) {
                    assertThat(vector.row(i, rank)).isEqualTo(plain.row(i, rank));
                    assertThat(vector.distance(i, rank)).isEqualTo(plain.distance(i, rank));
                }
            }
        }
    }

    /** All sums of a tile, by a limit that every row is within, against sums in double precision. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 14})
    void sums_are_right_to_the_precision_of_floats(int columns) {
        UniformRandomProvider random = new RandomStreams(1).stream("tile");
        float[][] tile = new float[columns][TileKernel.ROWS];
        float[] queries = new float[columns * TileKernel.QUERIES];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < TileKernel.ROWS; i++) {
                tile[j][i] = random.nextFloat();
            }
            for (int q = 0; q < TileKernel.QUERIES; q++) {
                queries[j * TileKernel.QUERIES + q] = random.nextFloat();
            }
        }
        for (boolean squared : new boolean[] {true, false}) {
            TileHits hits = new TileHits();
            for (int q = 0; q < TileKernel.QUERIES; q++) {
                hits.limit(q, columns);
            }
            if (squared) {
                VECTOR.squares(VECTOR.layOut(tile), queries, 64, 448, hits);
            } else {
                VECTOR.absolutes(VECTOR.layOut(tile), queries, 64, 448, hits);
            }
            for (int q = 0; q < TileKernel.QUERIES; q++) {
                assertThat(hits.count(q)).isEqualTo(448 - 64);
                for (int hit = 0; hit < hits.count(q); hit++) {
                    double expected = 0;
                    for (int j = 0; j < columns; j++) {
                        double d = Math.abs((double) tile[j][hits.row(q, hit)] - queries[j * TileKernel.QUERIES + q]);
                        expected += squared ? d * d : d;
                    }
                    assertThat((double) hits.sum(q, hit))
                            .isBetween(
                                    expected * (1 - (columns + 3) * 0x1p-24), expected * (1 + (columns + 3) * 0x1p-24));
                }
            }
        }
    }

    @Test
    void it_is_found_where_the_module_is_there() {
        assertThat(VECTOR.isUsable()).isTrue();
        assertThat(TileKernels.fastest()).isInstanceOf(VectorTileKernel.class);
        assertThat(TileKernels.of(100, 100, 10)).isSameAs(TileKernels.plain());
        assertThat(TileKernels.of(20_000, 20_000, 10)).isSameAs(TileKernels.fastest());
    }

    @Test
    void without_the_module_it_stays_away_without_a_word() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loops.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        assertThat(said).isEqualTo("plain");
    }

    /** Says which loops are used. */
    static final class Loops {

        private Loops() {}

        public static void main(String[] arguments) {
            System.out.print(TileKernels.fastest() == TileKernels.plain() ? "plain" : "vector");
        }
    }
}
