package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowInfluenceTest {

    /** numpy: x = [1, 2, 4, 9]; x.mean() = 4, x.std(ddof=1) / 2 = 1.779513; times z(.95) = 2.927038. */
    @Test
    void a_mean_has_its_normal_interval() {
        Estimate mean = RowInfluence.ofMean(new double[] {1, 2, 4, 9}, null, 1, 0.95, "rows");
        assertThat(mean.value()).isEqualTo(4);
        assertThat(mean.interval().upper()).isCloseTo(4 + 2.927038, within(1e-5));
        assertThat(mean.interval().method()).isEqualTo("influence of rows");
    }

    @Test
    void rows_of_one_owner_count_once() {
        double[] once = {1, 2, 4, 9, 3};
        double[] twice = IntStream.range(0, 10).mapToDouble(i -> once[i / 2]).toArray();
        int[] owner = IntStream.range(0, 10).map(i -> i / 2).toArray();
        assertThat(RowInfluence.ofMean(twice, owner, 1, 0.95, "rows").interval().width())
                .isCloseTo(
                        RowInfluence.ofMean(once, null, 1, 0.95, "rows")
                                .interval()
                                .width(),
                        within(1e-12));
    }

    @Test
    void constant_rows_leave_room_for_unseen_ones() {
        Estimate mean = RowInfluence.ofMean(new double[59], null, 2, 0.95, "rows");
        assertThat(mean.interval().upper()).isCloseTo(2 * Proportions.unseen(59, 0.95), within(1e-12));
    }
}
