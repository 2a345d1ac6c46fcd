package io.synthaudit.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomStreamsTest {

    private static final RandomStreams STREAMS = new RandomStreams(5);

    @Test
    void a_stream_hangs_on_seed_and_name_alone() {
        long first = STREAMS.stream("a").nextLong();
        assertThat(new RandomStreams(5).stream("a").nextLong()).isEqualTo(first);
        assertThat(STREAMS.stream("b").nextLong()).isNotEqualTo(first);
        assertThat(new RandomStreams(6).stream("a").nextLong()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "63, 10", "64, 64", "65, 64", "1000, 999"})
    void a_sample_holds_different_numbers_in_ascending_order(int n, int k) {
        int[] sample = RandomStreams.sample(n, k, STREAMS.stream("sample"));
        assertThat(sample).hasSize(k).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(sample)).allMatch(i -> i >= 0 && i < n);
    }

    /** 4,000 samples of 3 of 10: each number is in .3 of them, standard error .007. */
    @Test
    void every_number_is_as_likely_to_be_in_a_sample() {
        UniformRandomProvider random = STREAMS.stream("likely");
        int[] times = new int[10];
        for (int r = 0; r < 4_000; r++) {
            for (int i : RandomStreams.sample(10, 3, random)) {
                times[i]++;
            }
        }
        for (int count : times) {
            assertThat(count / 4_000.0).isCloseTo(0.3, within(0.03));
        }
    }

    @Test
    void different_numbers_come_out_as_if_sorted() {
        int[] numbers = RandomStreams.permutation(500, STREAMS.stream("order"));
        int[] expected = Arrays.copyOfRange(numbers, 17, 500);
        Arrays.sort(expected);
        assertThat(RandomStreams.ascending(numbers, 17, 500)).isEqualTo(expected);
    }
}
