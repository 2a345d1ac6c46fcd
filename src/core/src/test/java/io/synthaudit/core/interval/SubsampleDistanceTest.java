package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubsampleDistanceTest {

    /**
     * <pre>
     * python3 -c "
     * import numpy as np
     * from scipy.stats import hypergeom
     * for N, K, s in [(10,3,4),(10,5,4),(100,1,50),(100,1,10),(39032,7,117),(39032,20000,9758),(1000000,999999,3),(1000000,4000,250000)]:
     *     x = np.arange(min(K, s) + 1); print(N, K, s, (hypergeom.pmf(x, N, K, s) * abs(x - s * K / N)).sum())"
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({
        "10, 3, 4, 0.5999999999999999",
        "10, 5, 4, 0.5714285714285715",
        "100, 1, 50, 0.5",
        "100, 1, 10, 0.18000000000000005",
        "39032, 7, 117, 0.04109282489173898",
        "39032, 20000, 9758, 34.1173620008476",
        "1000000, 999999, 3, 5.999982000200402e-06",
        "1000000, 4000, 250000, 21.8052542349089"
    })
    void mean_deviations_are_those_of_a_sum_over_the_law(long all, long cell, long drawn, double expected) {
        assertThat(Hypergeometric.meanDeviation(all, cell, drawn)).isEqualTo(expected, within(1e-8 * expected));
        assertThat(Hypergeometric.meanDeviation(all, drawn, cell)).isEqualTo(expected, within(1e-8 * expected));
        assertThat(Hypergeometric.meanDeviation(all, all - cell, drawn)).isEqualTo(expected, within(1e-8 * expected));
    }

    @Test
    void nothing_drawn_or_everything_drawn_deviates_by_nothing() {
        assertThat(Hypergeometric.meanDeviation(10, 3, 10)).isZero();
        assertThat(Hypergeometric.meanDeviation(10, 3, 0)).isZero();
        assertThat(Hypergeometric.meanDeviation(10, 10, 4)).isZero();
        assertThatThrownBy(() -> Hypergeometric.meanDeviation(10, 11, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    /** One column of cells 3 and 7: subsamples of 4 rows, worked out by hand from the law above. */
    @Test
    void a_table_of_two_cells_is_as_far_as_both_cells_deviate() {
        SubsampleDistance subsamples = of(10, 3, 7);
        assertThat(subsamples.expected(4)).isEqualTo(2 * Hypergeometric.meanDeviation(10, 3, 4) / 4, within(1e-12));
    }

    @Test
    void the_share_of_an_expected_distance_is_its_subsample() {
        SubsampleDistance subsamples = of(5_000, 1, 1, 2, 40, 256, 700, 4_000);
        for (long drawn : new long[] {1, 2, 7, 50, 1_000, 2_500, 4_900, 4_999}) {
            assertThat(subsamples.share(subsamples.expected(drawn))).isEqualTo(drawn / 5_000.0, within(1e-9));
        }
    }

    @Test
    void shares_end_at_one_row_and_at_all_rows() {
        SubsampleDistance subsamples = of(1_000, 400, 600);
        assertThat(subsamples.share(0)).isEqualTo(1);
        assertThat(subsamples.share(2)).isEqualTo(0.001);
        assertThat(of(1, 1).share(0.5)).isEqualTo(1);
        // A constant column is never far: any distance is more than a subsample's.
        assertThat(of(1_000, 1_000).share(0.1)).isEqualTo(0.001);
    }

    @Test
    void a_larger_distance_is_a_smaller_share_and_bounds_turn_around() {
        SubsampleDistance subsamples = of(1_000, 100, 200, 300, 400);
        double last = 1;
        for (double distance = 0.001; distance < 1.5; distance *= 1.3) {
            double share = subsamples.share(distance);
            assertThat(share).isLessThanOrEqualTo(last);
            last = share;
        }
        Estimate estimate = subsamples.share(0.1, 0.02, 0.95);
        double reach = Normal.z(0.95) * 0.02;
        assertThat(estimate.interval().lower()).isEqualTo(subsamples.share(0.1 + reach));
        assertThat(estimate.interval().upper()).isEqualTo(subsamples.share(0.1 - reach));
        assertThat(subsamples.share(0.1, 0.5, 0.95).interval().upper()).isEqualTo(1);
    }

    /** Cells of 256 rows and more stand in classes; a million rows in 500 cells of all sizes. */
    @Test
    void classes_of_large_cells_move_the_expectation_by_less_than_one_in_ten_thousand() {
        SubsampleDistance subsamples = new SubsampleDistance(1_002_500);
        double[] exact = new double[3];
        long[] drawn = {10, 1_000, 300_000};
        for (int i = 1; i <= 500; i++) {
            long cell = 4L * i + 1_003;
            subsamples.cell(cell);
            for (int d = 0; d < 3; d++) {
                exact[d] += Hypergeometric.meanDeviation(1_002_500, cell, drawn[d]) / drawn[d];
            }
        }
        subsamples.table();
        for (int d = 0; d < 3; d++) {
            assertThat(subsamples.expected(drawn[d])).isEqualTo(exact[d], within(1e-4 * exact[d]));
        }
    }

    @Test
    void tables_counted_apart_add_up() {
        SubsampleDistance both = of(100, 30, 70);
        SubsampleDistance other = of(100, 50, 50);
        both.add(other);
        assertThat(both.expected(20)).isEqualTo((of(100, 30, 70).expected(20) + other.expected(20)) / 2, within(1e-12));
    }

    private static SubsampleDistance of(long rows, long... cells) {
        SubsampleDistance subsamples = new SubsampleDistance(rows);
        for (long cell : cells) {
            subsamples.cell(cell);
        }
        subsamples.table();
        return subsamples;
    }
}
