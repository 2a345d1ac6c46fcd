package io.synthaudit.learn.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermutationImportanceTest {

    /** The class is told by a mark and a number of one column together; another column is not used at all. */
    @Test
    void all_of_a_column_moves_together_and_an_unused_one_costs_nothing() {
        int n = 300;
        double[] x = IntStream.range(0, n)
                .mapToDouble(i -> i % 2 == 0 ? 0 : i * 17 % 23 + 1)
                .toArray();
        int[] mark = IntStream.range(0, n).map(i -> i % 2 == 0 ? 0 : -1).toArray();
        double[] unused = new double[n];
        Design design = new Design(
                List.of(
                        new Feature(1, 0, 1, x, null),
                        new Feature(1, 1, 1, null, mark),
                        new Feature(3, 2, 1, unused, null)),
                n,
                3);
        int[] y = IntStream.range(0, n).map(i -> i % 2).toArray();
        Classifier model = new GradientBoosting().fit(design, y, 2);
        double[] losses = PermutationImportance.of(
                design,
                5,
                rows -> {
                    double[][] p = model.probabilities(rows);
                    return IntStream.range(0, n).filter(i -> p[i][y[i]] > 0.5).count() / (double) n;
                },
                new RandomStreams(1).stream("permute"));
        assertThat(losses[1]).isBetween(0.35, 0.65);
        assertThat(losses[3]).isZero();
        assertThat(losses[0]).isZero();
    }
}
