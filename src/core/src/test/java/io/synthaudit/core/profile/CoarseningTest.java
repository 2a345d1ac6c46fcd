package io.synthaudit.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.random.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoarseningTest {

    private static Bins numbers(int bins) {
        return Bins.ofCuts(IntStream.range(1, bins).asDoubleStream().toArray(), bins + "-bins");
    }

    private static Bins levels(int levels) {
        return Bins.ofLevels(IntStream.range(0, levels).toArray(), levels, "levels");
    }

    private static long[] mass(Coarsening coarsening, long[] counts) {
        long[] mass = new long[coarsening.size()];
        for (int b = 0; b < counts.length; b++) {
            mass[coarsening.coarseOf()[b]] += counts[b];
        }
        return mass;
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 5, 3})
    void even_bins_merge_into_bins_of_about_equal_mass(int most) {
        long[] counts = new long[20];
        Arrays.fill(counts, 50);
        Coarsening coarse = Coarsening.of(numbers(20), counts, most);
        assertThat(coarse.size()).isEqualTo(most);
        long seen = 0;
        for (int c = 0; c < most; c++) {
            seen += mass(coarse, counts)[c];
            // no edge is further from its place than half a fine bin
            assertThat((double) seen).isCloseTo((c + 1) * 1000.0 / most, within(25.0));
        }
    }

    @Test
    void a_bin_closes_where_it_is_nearest_to_an_equal_share_of_what_is_left() {
        long[] counts = {12, 17, 3, 1, 17, 20, 20, 10};
        Coarsening coarse = Coarsening.of(numbers(8), counts, 5);
        assertThat(coarse.coarseOf()).startsWith(0, 1, 1, 1, 2);
    }

    @Test
    void zeros_stay_a_bin_of_their_own() {
        long[] counts = new long[9];
        Arrays.fill(counts, 50);
        counts[0] = 600;
        Coarsening coarse = Coarsening.of(numbers(9), counts, 5);
        assertThat(coarse.coarseOf()[0]).isZero();
        assertThat(coarse.coarseOf()[1]).isEqualTo(1);
        assertThat(mass(coarse, counts)).containsExactly(600, 100, 100, 100, 100);
    }

    @Test
    void missing_and_unseen_stay_the_last_two_codes() {
        long[] counts = {5, 5, 5, 5};
        for (Bins bins : new Bins[] {numbers(4), levels(4)}) {
            Coarsening coarse = Coarsening.of(bins, counts, 2);
            assertThat(coarse.codes()).isEqualTo(4);
            assertThat(coarse.coarseOf()[bins.missing()]).isEqualTo(2);
            assertThat(coarse.coarseOf()[bins.unseen()]).isEqualTo(3);
        }
    }

    @Test
    void the_most_frequent_levels_stay_and_the_others_are_pooled() {
        Coarsening coarse = Coarsening.of(levels(6), new long[] {1, 40, 7, 40, 3, 9}, 4);
        assertThat(coarse.coarseOf()).containsExactly(3, 0, 3, 1, 3, 2, 4, 5);
        assertThat(coarse.size()).isEqualTo(4);
    }

    @Test
    void few_levels_stay_as_they_are() {
        Coarsening coarse = Coarsening.of(levels(3), new long[] {1, 2, 3}, 5);
        assertThat(coarse.coarseOf()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void any_bins_merge_with_neighbours_only_into_at_most_so_many_none_of_them_empty() {
        UniformRandomProvider random = new RandomStreams(17).stream("bins");
        for (int i = 0; i < 2000; i++) {
            int most = 2 + random.nextInt(10);
            long[] counts = random.longs(1 + random.nextInt(40), 1, 1 + random.nextInt(500) + 1)
                    .toArray();
            if (random.nextBoolean()) {
                counts[random.nextInt(counts.length)] += 2000;
            }
            Coarsening coarse = Coarsening.of(numbers(counts.length), counts, most);
            assertThat(coarse.size()).isBetween(1, most);
            assertThat(mass(coarse, counts)).doesNotContain(0);
            for (int b = 1; b < counts.length; b++) {
                assertThat(coarse.coarseOf()[b] - coarse.coarseOf()[b - 1]).isBetween(0, 1);
            }
        }
    }
}
