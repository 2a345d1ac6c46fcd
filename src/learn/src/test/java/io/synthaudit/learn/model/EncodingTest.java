package io.synthaudit.learn.model;

import static io.synthaudit.learn.model.Columns.levels;
import static io.synthaudit.learn.model.Columns.numbers;
import static io.synthaudit.learn.model.Columns.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EncodingTest {

    private static final double NONE = Double.NaN;

    @Test
    void numbers_are_centred_and_scaled_by_the_side_learned_from() {
        Encoding encoding = Encoding.fit(table(numbers(1, 3)), new int[] {0});
        assertThat(encoding.width()).isEqualTo(1);
        double[][] rows = encoding.encode(table(numbers(1, 3, 7))).rows();
        assertThat(rows).isDeepEqualTo(new double[][] {{-1}, {1}, {5}});
    }

    @Test
    void a_missing_number_is_the_mean_and_is_marked() {
        Encoding encoding = Encoding.fit(table(numbers(1, NONE, 3)), new int[] {0});
        double[][] rows = encoding.encode(table(numbers(1, NONE, 3))).rows();
        assertThat(rows).isDeepEqualTo(new double[][] {{-1, 0}, {0, 1}, {1, 0}});
    }

    @Test
    void a_missing_cell_that_was_never_seen_has_no_mark() {
        Encoding encoding = Encoding.fit(table(numbers(1, 3)), new int[] {0});
        assertThat(encoding.encode(table(numbers(NONE))).rows()).isDeepEqualTo(new double[][] {{0}});
    }

    @Test
    void a_constant_column_and_a_column_without_cells_give_nothing() {
        Encoding encoding = Encoding.fit(table(numbers(0.1, 0.1, 0.1), levels(2, -1, -1, -1)), new int[] {0, 1});
        assertThat(encoding.width()).isZero();
        assertThat(encoding.encode(table(numbers(9), levels(2, 1))).rows()).isDeepEqualTo(new double[][] {{}});
    }

    @Test
    void levels_become_ones_the_most_frequent_first_and_an_unseen_level_none() {
        Encoding encoding = Encoding.fit(table(levels(4, 2, 0, 2, -1)), new int[] {0});
        double[][] rows = encoding.encode(table(levels(4, 0, 2, -1, 3))).rows();
        assertThat(rows).isDeepEqualTo(new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}, {0, 0, 0}});
    }

    @Test
    void the_256th_level_and_unseen_ones_share_a_place_when_there_are_more_than_256() {
        int[] codes = IntStream.range(0, 300).map(i -> i % 299).toArray();
        Encoding encoding = Encoding.fit(table(levels(400, codes)), new int[] {0});
        assertThat(encoding.width()).isEqualTo(256);
        double[][] rows = encoding.encode(table(levels(400, 0, 298, 399))).rows();
        assertThat(rows[0][0]).isEqualTo(1);
        assertThat(rows[1][255]).isEqualTo(1);
        assertThat(rows[2][255]).isEqualTo(1);
    }

    @Test
    void exactly_256_levels_all_have_a_place() {
        int[] codes = IntStream.range(0, 256).toArray();
        Encoding encoding = Encoding.fit(table(levels(256, codes)), new int[] {0});
        double[][] rows = encoding.encode(table(levels(256, codes))).rows();
        for (int i = 0; i < 256; i++) {
            assertThat(rows[i][i]).isEqualTo(1);
        }
    }
}
