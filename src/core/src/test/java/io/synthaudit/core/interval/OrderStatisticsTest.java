package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.random.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {

    @Test
    void quantiles_are_linear_between_order_statistics() {
        // numpy.quantile([.1, .2, .4, .8], [.05, .5, .9]) = [.115, .3, .68]
        double[] values = {0.8, 0.1, 0.4, 0.2};
        assertThat(OrderStatistics.quantile(values, 0.05)).isCloseTo(0.115, within(1e-15));
        assertThat(OrderStatistics.quantile(values, 0.5)).isCloseTo(0.3, within(1e-15));
        assertThat(OrderStatistics.quantile(values, 0.9)).isCloseTo(0.68, within(1e-15));
        assertThat(values).containsExactly(0.8, 0.1, 0.4, 0.2);
    }

    @Test
    void bounds_of_the_median_of_hundred_are_the_42nd_and_59th_row() {
        // scipy.stats.binom(100, .5).ppf([.05, .95]) = [42, 58]
        double[] values =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> i / 100.0).toArray();
        Estimate median = OrderStatistics.quantile(values, 0.5, 0.95);
        assertThat(median.interval().lower()).isEqualTo(0.42);
        assertThat(median.interval().upper()).isEqualTo(0.59);
    }

    @Test
    void few_rows_bound_by_the_ends_of_the_range() {
        Estimate low = OrderStatistics.quantile(new double[] {0.3, 0.4}, 0.05, 0.95);
        assertThat(low.interval().lower()).isZero();
        Estimate high = OrderStatistics.quantile(new double[] {0.3, 0.4}, 0.95, 0.95);
        assertThat(high.interval().upper()).isEqualTo(1);
    }

    @Test
    void each_bound_covers_the_truth_at_its_level() {
        UniformRandomProvider random = new RandomStreams(1).stream("coverage");
        int lower = 0;
        int upper = 0;
        for (int i = 0; i < 2000; i++) {
            double[] sample = random.doubles(150).toArray();
            Arrays.sort(sample);
            Estimate p05 = OrderStatistics.quantile(sample, 0.05, 0.95);
            lower += p05.interval().lower() <= 0.05 ? 1 : 0;
            upper += p05.interval().upper() >= 0.05 ? 1 : 0;
        }
        // Monte Carlo error .005
        assertThat(lower / 2000.0).isGreaterThan(0.94);
        assertThat(upper / 2000.0).isGreaterThan(0.94);
    }

    @Test
    void ranks_are_quantiles_of_the_binomial_law() {
        for (int n : new int[] {1, 2, 10, 279, 298, 299, 2_682, 39_032, 1_000_000}) {
            for (double q : new double[] {.001, .01, .05, .25, .5, .75, .95, .99, .999}) {
                BinomialDistribution law = BinomialDistribution.of(n, q);
                OrderStatistics.Ranks ranks = OrderStatistics.ranks(n, 1, q, .95);
                assertThat(ranks.lower()).as(n + " " + q).isEqualTo(law.inverseCumulativeProbability(.05));
                assertThat(ranks.upper()).as(n + " " + q).isEqualTo(law.inverseCumulativeProbability(.95) + 1);
            }
        }
    }

    /** 1,000 rows in fours are 250 draws: ranks 112 and 139 of those, each of four rows. */
    @Test
    void ranks_of_clustered_rows_are_those_of_the_effective_sample_stretched() {
        assertThat(OrderStatistics.ranks(250, 1, .5, .95)).isEqualTo(new OrderStatistics.Ranks(112, 139));
        assertThat(OrderStatistics.ranks(1_000, 4, .5, .95)).isEqualTo(new OrderStatistics.Ranks(445, 556));
        assertThat(OrderStatistics.ranks(298, 1, .01, .95).exist(298)).isFalse();
        assertThat(OrderStatistics.ranks(299, 1, .01, .95).exist(299)).isTrue();
    }
}
