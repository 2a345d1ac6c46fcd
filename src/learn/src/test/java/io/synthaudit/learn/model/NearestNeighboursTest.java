package io.synthaudit.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
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
