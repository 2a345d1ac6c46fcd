package io.synthaudit.learn.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.model.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {

    private static final NearestNeighbours TWO = new NearestNeighbours(2, 1_000, 1);

    /** Numbers 0, 1, 10 and two levels: a different level is as far as sqrt(2) in the number. */
    private static Design base() {
        return new Design(
                List.of(
                        new Feature(0, 0, 1, new double[] {0, 1, 1.2, 10}, null),
                        new Feature(1, 1, 2, null, new int[] {0, 1, 0, -1})),
                4,
                3);
    }

    /** Squared distances of (1, level 0): 1, 2, 0.04, 83, so the third and the first row answer, and the shares with them. */
    @Test
    void the_nearest_rows_answer() {
        Design one = new Design(
                List.of(new Feature(0, 0, 1, new double[] {1}, null), new Feature(1, 1, 2, null, new int[] {0})), 1, 3);
        double[][] p = TWO.fit(base(), new int[] {0, 1, 1, 1}, 2).probabilities(one);
        assertThat(p[0]).containsExactly(new double[] {1.25 / 3, 1.75 / 3}, within(1e-12));
        assertThat(TWO.fit(base(), new double[] {4, 5, 6, 7}).predict(one)).containsExactly(5);
    }

    @Test
    void of_equally_distant_rows_those_that_stand_first_answer() {
        Design same = new Design(new double[5][1], 1);
        assertThat(TWO.fit(same, new double[] {1, 2, 3, 4, 5}).predict(same)[0]).isEqualTo(1.5);
    }

    /** A level that all rows have changes no distance, and sends the search down the other path. */
    @Test
    void rows_of_numbers_alone_are_answered_as_where_every_pair_is_measured() {
        UniformRandomProvider random = new RandomStreams(3).stream("numbers");
        Design learned = numbers(random, 700);
        Design asked = numbers(random, 1_500);
        int[] labels = IntStream.range(0, 700).map(i -> random.nextInt(3)).toArray();
        double[] values =
                IntStream.range(0, 700).mapToDouble(i -> random.nextInt(50)).toArray();
        NearestNeighbours seven = new NearestNeighbours(7, 1_000, 1);
        assertThat(seven.fit(learned, labels, 3).probabilities(asked))
                .isDeepEqualTo(seven.fit(withLevel(learned), labels, 3).probabilities(withLevel(asked)));
        assertThat(seven.fit(learned, values).predict(asked))
                .containsExactly(seven.fit(withLevel(learned), values).predict(withLevel(asked)));
    }

    /** Few different numbers, so that many rows are equally distant. */
    private static Design numbers(UniformRandomProvider random, int rows) {
        double[][] cells = new double[rows][3];
        for (double[] row : cells) {
            row[0] = random.nextInt(6);
            row[1] = random.nextInt(6);
            row[2] = random.nextDouble();
        }
        return new Design(cells, 3);
    }

    private static Design withLevel(Design design) {
        List<Feature> features = new ArrayList<>(design.features());
        features.add(new Feature(3, 3, 2, null, new int[design.size()]));
        return new Design(features, design.size(), 5);
    }

    @Test
    void more_rows_than_are_kept_are_sampled() {
        double[][] x = IntStream.range(0, 100).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        double[] y = IntStream.range(0, 100).asDoubleStream().toArray();
        Design design = new Design(x, 1);
        NearestNeighbours ten = new NearestNeighbours(1, 10, 1);
        assertThat(java.util.Arrays.stream(ten.fit(design, y).predict(design))
                        .distinct()
                        .count())
                .isEqualTo(10);
    }
}
