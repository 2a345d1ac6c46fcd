package io.synthaudit.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.random.RandomStreams;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class QuantileBinsTest {

    private final UniformRandomProvider random = new RandomStreams(13).stream("columns");

    private static long[] counts(Bins bins, double[] values) {
        long[] counts = new long[bins.codes()];
        for (double value : values) {
            counts[bins.bin(value)]++;
        }
        return counts;
    }

    @Test
    void distinct_numbers_fall_into_bins_of_equal_mass() {
        double[] sorted = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();
        Bins bins = QuantileBins.of(sorted, 20);
        assertThat(bins.size()).isEqualTo(20);
        assertThat(bins.cuts()).startsWith(50, 100).endsWith(900, 950);
        assertThat(Arrays.copyOf(counts(bins, sorted), 20)).containsOnly(50);
        assertThat(bins.variant()).isEqualTo("20-bins");
    }

    @Test
    void the_zeros_of_a_zero_inflated_column_are_a_bin_of_their_own() {
        double[] sorted =
                IntStream.range(0, 1000).mapToDouble(i -> Math.max(0, i - 600)).toArray();
        Bins bins = QuantileBins.of(sorted, 20);
        assertThat(bins.bin(0.0)).isZero();
        assertThat(counts(bins, sorted)[0]).isEqualTo(601);
        assertThat(bins.bin(Math.nextUp(0.0))).isEqualTo(1);
        // the other 399 numbers: eight quantiles of 50 rows, the last one row short
        assertThat(bins.size()).isEqualTo(9);
    }

    @Test
    void an_atom_in_the_middle_is_parted_from_both_neighbours() {
        double[] sorted = IntStream.range(0, 1000)
                .mapToDouble(i -> i < 430 ? i : i < 480 ? 430 : i)
                .toArray();
        Bins bins = QuantileBins.of(sorted, 20);
        int atom = bins.bin(430.0);
        assertThat(counts(bins, sorted)[atom]).isEqualTo(50);
        assertThat(bins.bin(429.0)).isEqualTo(atom - 1);
        assertThat(bins.bin(480.0)).isEqualTo(atom + 1);
    }

    @Test
    void numbers_outside_the_training_range_fall_into_the_end_bins() {
        Bins bins = QuantileBins.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 4);
        assertThat(bins.bin(-1e300)).isZero();
        assertThat(bins.bin(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(bins.bin(1e300)).isEqualTo(3);
        assertThat(bins.bin(Double.POSITIVE_INFINITY)).isEqualTo(3);
        assertThat(bins.bin(Double.NaN)).isEqualTo(bins.missing()).isEqualTo(4);
        assertThat(bins.unseen()).isEqualTo(5);
        assertThat(bins.codes()).isEqualTo(6);
    }

    @Test
    void a_constant_or_empty_column_has_one_bin() {
        assertThat(QuantileBins.of(new double[] {7, 7, 7}, 20).size()).isEqualTo(1);
        assertThat(QuantileBins.of(new double[0], 20).size()).isEqualTo(1);
    }

    /** Columns of up to 300 numbers with atoms of every size, zeros and ties. */
    @Test
    void any_column_has_no_empty_bin_at_most_2k_bins_and_every_atom_apart() {
        for (int column = 0; column < 2000; column++) {
            int k = 2 + random.nextInt(20);
            double[] sorted = draw(1 + random.nextInt(300));
            Bins bins = QuantileBins.of(sorted, k);
            long[] counts = counts(bins, sorted);
            assertThat(bins.size()).isLessThanOrEqualTo(2 * k);
            assertThat(Arrays.copyOf(counts, bins.size())).doesNotContain(0);
            TreeMap<Double, Integer> times = new TreeMap<>();
            Arrays.stream(sorted).forEach(value -> times.merge(value, 1, Integer::sum));
            times.forEach((value, count) -> {
                if (count * k >= sorted.length) {
                    assertThat(counts[bins.bin(value)])
                            .as("%s times %s of %s", count, value, sorted.length)
                            .isEqualTo((long) count);
                }
            });
            for (int b = 0; b < bins.size(); b++) {
                long mass = counts[b];
                boolean alone = times.containsValue((int) mass) && mass * k >= sorted.length;
                // two quantiles apart and less than one atom on top: no bin but an atom's holds 2 / k of the column
                assertThat(alone || mass * k < 2L * sorted.length + 2L * k).isTrue();
            }
        }
    }

    private double[] draw(int rows) {
        int values = 1 + random.nextInt(2 * rows);
        double zeros = random.nextDouble();
        double[] drawn = new double[rows];
        for (int i = 0; i < rows; i++) {
            double u = random.nextDouble();
            drawn[i] = random.nextDouble() < zeros ? 0 : Math.rint(values * (u * u - 0.3)) + 0.0;
        }
        Arrays.sort(drawn);
        return drawn;
    }
}
