package io.synthaudit.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

    private final RandomStreams streams = new RandomStreams(1);

    @Test
    void the_larger_table_is_drawn_from_and_the_smaller_stands_whole() {
        Draws draws = Draws.of(1000, 300, streams);
        assertThat(draws.rows()).isEqualTo(300);
        assertThat(draws.holdout()).containsExactly((int[]) null);
        assertSamples(draws.synthetic(), 1000, 300);

        Draws turned = Draws.of(300, 1000, streams);
        assertThat(turned.rows()).isEqualTo(300);
        assertThat(turned.synthetic()).containsExactly((int[]) null);
        assertSamples(turned.holdout(), 1000, 300);
    }

    private static void assertSamples(List<int[]> samples, int rows, int k) {
        assertThat(samples).hasSize(5).doesNotHaveDuplicates();
        int[] drawn = new int[rows];
        for (int[] sample : samples) {
            assertThat(sample).hasSize(k).isSorted().doesNotHaveDuplicates();
            Arrays.stream(sample).forEach(row -> drawn[row]++);
        }
        // A row is in none of five samples of 30 % with probability .168: 168 of 1,000, standard error 12.
        assertThat(IntStream.of(drawn).filter(times -> times == 0).count()).isBetween(120L, 216L);
    }

    @Test
    void tables_of_one_size_are_not_drawn_from() {
        Draws draws = Draws.of(300, 300, streams);
        assertThat(draws.synthetic()).containsExactly((int[]) null);
        assertThat(draws.holdout()).containsExactly((int[]) null);
        assertThat(draws.isSimulated()).isFalse();
    }

    @Test
    void without_a_holdout_the_synthetic_table_stands_whole_and_the_yardstick_is_simulated() {
        Draws draws = Draws.of(400, 0, streams);
        assertThat(draws.rows()).isEqualTo(400);
        assertThat(draws.synthetic()).containsExactly((int[]) null);
        assertThat(draws.holdout()).isEmpty();
        assertThat(draws.isSimulated()).isTrue();
    }

    @Test
    void a_seed_gives_the_same_rows_and_another_seed_others() {
        int[] once = Draws.of(1000, 300, streams).synthetic().get(2);
        assertThat(Draws.of(1000, 300, new RandomStreams(1)).synthetic().get(2)).isEqualTo(once);
        assertThat(Draws.of(1000, 300, new RandomStreams(2)).synthetic().get(2)).isNotEqualTo(once);
    }
}
