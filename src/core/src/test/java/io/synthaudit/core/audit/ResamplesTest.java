package io.synthaudit.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.random.Poisson;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.Resampled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResamplesTest {

    private int streams;

    @Test
    void every_reader_gets_the_same_draws_of_small_states_and_they_are_drawn_once() {
        Resamples<Number> resamples = new Resamples<>(this::stream);
        List<Number> first = read(resamples, "value", 10);
        assertThat(read(resamples, "value", 10)).isEqualTo(first);
        assertThat(streams).isEqualTo(1);
    }

    @Test
    void every_reader_gets_the_same_draws_of_large_states_though_they_are_drawn_again() {
        Resamples<Number> resamples = new Resamples<>(this::stream);
        List<Number> first = read(resamples, "value", 2_000);
        assertThat(read(resamples, "value", 2_000)).isEqualTo(first);
        assertThat(streams).isEqualTo(2);
    }

    @Test
    void a_reader_that_broke_off_leaves_nothing_behind() {
        Resamples<Number> resamples = new Resamples<>(this::stream);
        resamples.draws("value").next(p -> new Number(p.next(50), 10));
        assertThat(read(resamples, "value", 10)).isEqualTo(read(new Resamples<>(this::stream), "value", 10));
    }

    @Test
    void purposes_have_draws_of_their_own() {
        Resamples<Number> resamples = new Resamples<>(this::stream);
        assertThat(read(resamples, "value", 10)).isNotEqualTo(read(resamples, "excess", 10));
    }

    private Poisson stream(String purpose) {
        streams++;
        return new Poisson(new RandomStreams(1).stream(purpose));
    }

    private static List<Number> read(Resamples<Number> resamples, String purpose, int size) {
        Resamples<Number>.Draws draws = resamples.draws(purpose);
        List<Number> read = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            read.add(draws.next(p -> new Number(p.next(50), size)));
        }
        draws.end();
        return read;
    }

    private record Number(long value, int numbers) implements Resampled<Number> {

        @Override
        public Number merge(Number other) {
            return this;
        }

        @Override
        public long rows() {
            return value;
        }

        @Override
        public Number resample(Poisson poisson, double deff, double scale) {
            return this;
        }

        @Override
        public Number thin(Poisson poisson, double share) {
            return this;
        }

        @Override
        public Number coarsen(int most) {
            return this;
        }

        @Override
        public Number pooledWith(Number other) {
            return this;
        }

        @Override
        public Number compact(Number reference) {
            return this;
        }
    }
}
