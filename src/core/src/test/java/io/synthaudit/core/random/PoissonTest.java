package io.synthaudit.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTest {

    private static final int DRAWS = 200_000;

    /** Standard errors: sqrt(mean / n) of the mean, sqrt((mean + 2 mean^2) / n) of the variance, sqrt(6 / n) of the skewness. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 3, 15, 17, 41, 1000})
    void mean_variance_and_skewness_are_those_of_the_law(double mean) {
        Poisson poisson = new Poisson(new RandomStreams(3).stream("poisson/" + mean));
        double[] draws = new double[DRAWS];
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = poisson.next(mean);
            sum += draws[i];
        }
        double found = sum / DRAWS;
        double squares = 0;
        double cubes = 0;
        for (double draw : draws) {
            assertThat(draw).isNotNegative();
            squares += (draw - found) * (draw - found) / DRAWS;
            cubes += (draw - found) * (draw - found) * (draw - found) / DRAWS;
        }
        assertThat(found).isCloseTo(mean, within(4 * Math.sqrt(mean / DRAWS)));
        assertThat(squares).isCloseTo(mean, within(4 * Math.sqrt((mean + 2 * mean * mean) / DRAWS)));
        // 1 / sqrt(mean) in theory: six standard errors above 0 at a mean of 1,000
        assertThat(cubes).isPositive();
        assertThat(cubes / (squares * Math.sqrt(squares)))
                .isCloseTo(1 / Math.sqrt(mean), within(0.05 / Math.sqrt(mean) + 0.022));
    }

    /** Standard error of the mean: sqrt(n p (1 - p) / draws); a fraction of a row is there with its probability. */
    @ParameterizedTest
    @CsvSource({"1, .3", "2.25, .5", "7, .9", "100, .2", "60000, .3"})
    void rows_are_dealt_by_the_binomial_law(double count, double share) {
        Poisson poisson = new Poisson(new RandomStreams(3).stream("deal/" + count));
        double rows = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            long[] dealt = poisson.deal(count, share);
            assertThat(dealt[1]).isBetween(0L, dealt[0]);
            assertThat((double) dealt[0]).isBetween(Math.floor(count), Math.ceil(count));
            rows += (double) dealt[0] / DRAWS;
            sum += (double) dealt[1] / DRAWS;
            squares += (dealt[1] - count * share) * (dealt[1] - count * share) / DRAWS;
        }
        double fraction = count - Math.floor(count);
        double variance = count * share * (1 - share) + share * share * fraction * (1 - fraction);
        assertThat(rows).isCloseTo(count, within(4 * Math.sqrt(0.25 / DRAWS)));
        assertThat(sum).isCloseTo(count * share, within(4 * Math.sqrt(variance / DRAWS)));
        assertThat(squares).isCloseTo(variance, within(4 * variance * Math.sqrt(3.0 / DRAWS)));
    }

    /** Laws are kept between tables and factors, more of these than are kept at once: the counts stay those of one draw each. */
    @Test
    void counts_of_a_table_are_those_drawn_one_by_one() {
        Poisson table = new Poisson(new RandomStreams(3).stream("table"));
        Poisson single = new Poisson(new RandomStreams(3).stream("table"));
        long[] cells = {0, 1, 2, 5, 14, 15, 16, 17, 40, 3_000, 1};
        for (int i = 0; i < 500; i++) {
            double scale = new double[] {1, 0.5, 0.3, 2, 0.01, 1.7}[i % 6];
            long[] drawn = new long[cells.length];
            table.resample(cells, 1, scale, drawn);
            for (int k = 0; k < cells.length; k++) {
                assertThat(drawn[k]).isEqualTo(single.next(cells[k] * scale));
            }
        }
    }

    @Test
    void of_nothing_comes_nothing() {
        Poisson poisson = new Poisson(new RandomStreams(3).stream("nothing"));
        assertThat(poisson.next(0)).isZero();
        assertThat(poisson.next(-1)).isZero();
    }

    @Test
    void equal_streams_give_equal_counts() {
        Poisson one = new Poisson(new RandomStreams(3).stream("same"));
        Poisson other = new Poisson(new RandomStreams(3).stream("same"));
        for (double mean = 0.5; mean < 100; mean += 7) {
            assertThat(one.next(mean)).isEqualTo(other.next(mean));
        }
    }

    /** Tables are resampled by other code than single counts; both follow the same law. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.25, 0.001})
    void cells_of_a_table_follow_the_law_too(double scale) {
        Poisson poisson = new Poisson(new RandomStreams(4).stream("table/" + scale));
        long[] cells = {0, 1, 7, 60, 1_000, 30_000};
        double[] sums = new double[cells.length];
        double[] squares = new double[cells.length];
        long[] drawn = new long[cells.length];
        int draws = DRAWS / 10;
        for (int i = 0; i < draws; i++) {
            poisson.resample(cells, 2, scale, drawn);
            for (int c = 0; c < cells.length; c++) {
                sums[c] += drawn[c];
                squares[c] += (double) drawn[c] * drawn[c];
            }
        }
        for (int c = 0; c < cells.length; c++) {
            double mean = cells[c] * scale;
            double variance = squares[c] / draws - sums[c] / draws * (sums[c] / draws);
            assertThat(sums[c] / draws).isCloseTo(mean, within(4 * Math.sqrt(2 * mean / draws)));
            assertThat(variance).isCloseTo(2 * mean, within(4 * Math.sqrt((8 * mean + 8 * mean * mean) / draws)));
        }
    }

    @Test
    void a_thinned_table_has_the_noise_of_rows_drawn_without_repetition() {
        Poisson poisson = new Poisson(new RandomStreams(5).stream("thin"));
        long[] cells = {0, 40, 4_000};
        double[] sums = new double[cells.length];
        double[] squares = new double[cells.length];
        long[] drawn = new long[cells.length];
        int draws = DRAWS / 10;
        for (int i = 0; i < draws; i++) {
            poisson.thin(cells, 0.25, drawn);
            for (int c = 0; c < cells.length; c++) {
                sums[c] += drawn[c];
                squares[c] += (double) drawn[c] * drawn[c];
            }
        }
        for (int c = 0; c < cells.length; c++) {
            double mean = cells[c] * 0.25;
            double variance = squares[c] / draws - sums[c] / draws * (sums[c] / draws);
            assertThat(sums[c] / draws).isCloseTo(mean, within(0.001 * mean + 0.1));
            // Rounding to whole rows adds a twelfth.
            assertThat(variance).isCloseTo(0.75 * mean, within(0.05 * mean + 0.1));
        }
    }
}
