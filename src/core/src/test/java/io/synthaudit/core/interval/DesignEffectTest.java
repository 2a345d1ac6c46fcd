package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DesignEffectTest {

    @Test
    void hubs_weigh_by_their_size() {
        assertThat(DesignEffect.ofHubs(new double[] {3, 1, 0, 2})).isCloseTo(14 / 6.0, within(1e-15));
        assertThat(DesignEffect.ofHubs(new double[] {1, 1, 1})).isEqualTo(1);
        assertThat(DesignEffect.ofHubs(new double[] {0.5, 0.5})).isEqualTo(1);
        assertThat(DesignEffect.ofHubs(new double[0])).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> DesignEffect.ofHubs(new double[] {-1}));
    }

    @Test
    void equal_rows_in_clusters_of_four_count_as_one() {
        double[] values = new double[400];
        int[] cluster = new int[400];
        for (int i = 0; i < 400; i++) {
            values[i] = i / 4 % 3 == 0 ? 1 : 0;
            cluster[i] = i / 4;
        }
        assertThat(DesignEffect.ofClusters(values, cluster)).isCloseTo(4 * (100 / 99.0) / (400 / 399.0), within(1e-12));
    }

    @Test
    void clusters_that_cancel_are_not_rewarded() {
        double[] values = new double[400];
        int[] cluster = new int[400];
        for (int i = 0; i < 400; i++) {
            values[i] = i % 2;
            cluster[i] = i / 2;
        }
        assertThat(DesignEffect.ofClusters(values, cluster)).isEqualTo(1);
    }

    @Test
    void rates_at_or_near_0_and_1_take_the_average_cluster_seen_from_a_row() {
        double[] values = new double[100];
        int[] cluster = new int[100];
        for (int i = 0; i < 100; i++) {
            cluster[i] = i < 40 ? 7 : i;
        }
        double conservative = (40.0 * 40 + 60) / 100;
        assertThat(DesignEffect.ofClusters(values, cluster)).isEqualTo(conservative);
        values[99] = 1;
        assertThat(DesignEffect.ofClusters(values, cluster)).isEqualTo(conservative);
        Arrays.fill(values, 1);
        assertThat(DesignEffect.ofClusters(values, cluster)).isEqualTo(conservative);
    }

    @Test
    void a_single_cluster_is_one_observation() {
        double[] values = new double[100];
        Arrays.fill(values, 0, 50, 1);
        assertThat(DesignEffect.ofClusters(values, new int[100])).isEqualTo(100);
    }

    @Test
    void independent_rows_have_no_design_effect() {
        assertThat(DesignEffect.ofClusters(new double[] {0, 1, 1}, null)).isEqualTo(1);
        assertThat(DesignEffect.effective(100, 4)).isEqualTo(25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DesignEffect.effective(100, 0.5))
                .withMessage("a design effect is at least 1, not 0.5");
    }

    /** Four rows per person with intraclass correlation .25: plain Wilson covers .868 two-sided at 95 %. */
    @Test
    void effective_rows_restore_the_coverage_that_clusters_take() {
        int repetitions = 1000;
        assertThat(coverage(repetitions, true)).isGreaterThan(0.95 - 3 * 0.0069);
        assertThat(coverage(repetitions, false)).isLessThan(0.90);
    }

    private static double coverage(int repetitions, boolean corrected) {
        Draws draws = new Draws(17);
        int both = 0;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            double[] values = new double[800];
            int[] person = new int[800];
            double sum = 0;
            for (int i = 0; i < 800; i += 4) {
                double shared = draws.uniform() < 0.3 ? 1 : 0;
                for (int j = i; j < i + 4; j++) {
                    person[j] = i;
                    boolean own = draws.uniform() >= 0.5;
                    values[j] = own ? (draws.uniform() < 0.3 ? 1 : 0) : shared;
                    sum += values[j];
                }
            }
            double deff = corrected ? DesignEffect.ofClusters(values, person) : 1;
            both += Proportions.share(sum, 800, deff, 0.975).interval().contains(0.3) ? 1 : 0;
        }
        return (double) both / repetitions;
    }
}
