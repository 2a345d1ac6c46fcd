package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The numbers of rows printed in the statistical decisions, at 95 % and a power of 80 %. */
class AttainabilityTest {

    private static final double ENDLESS = 1e15;

    @Test
    void an_area_needs_206_rows_or_412_on_either_side() {
        assertThat(Attainability.aucRows(0.55, ENDLESS, 0.95, 0.8)).isCloseTo(206, within(1.0));
        assertThat(Attainability.aucRows(0.55, 412.2, 0.95, 0.8)).isCloseTo(412, within(1.0));
        assertThat(Attainability.aucRows(0.60, ENDLESS, 0.95, 0.8)).isEqualTo(52);
        assertThat(Attainability.aucRows(0.60, 103.05, 0.95, 0.8)).isCloseTo(104, within(1.0));
    }

    @Test
    void a_difference_of_rates_needs_190_rows_or_380_on_either_side() {
        assertThat(Attainability.differenceRows(0.09, 0.5, ENDLESS, 0.95, 0.8)).isCloseTo(190, within(1.0));
        assertThat(Attainability.differenceRows(0.09, 0.5, 381.6, 0.95, 0.8)).isCloseTo(381, within(2.0));
    }

    @Test
    void a_true_positive_rate_at_1_percent_needs_3000_rows() {
        assertThat(Attainability.tprRows(0.02, 0.01, 39_032, 0.95, 0.8)).isEqualTo(3_000);
        assertThat(Attainability.tprRows(0.012, 0.01, ENDLESS, 0.95, 0.8)).isGreaterThan(10_000);
        assertThat(Attainability.tprRows(0.01, 0.01, ENDLESS, 0.95, 0.8)).isInfinite();
    }

    @Test
    void the_planned_bound_of_a_true_positive_rate_is_what_simulation_gives() {
        Draws draws = new Draws(131);
        double limit = 0.0155;
        double h = Attainability.tprRows(limit, 0.01, 10_000, 0.95, 0.8);
        int passes = 0;
        for (int i = 0; i < 100; i++) {
            passes += Roc.tprAtFpr(draws.gaussians(10_000, 0), draws.gaussians((int) h, 0), 0.01, 1, 1, 0.95)
                                    .interval()
                                    .upper()
                            <= limit
                    ? 1
                    : 0;
        }
        assertThat(h).isGreaterThan(3_000);
        assertThat(passes).isBetween(65, 95);
    }

    @Test
    void a_share_needs_299_or_59_rows_without_a_count() {
        assertThat(Attainability.shareRows(0.01, 0.95)).isEqualTo(299);
        assertThat(Attainability.shareRows(0.05, 0.95)).isEqualTo(59);
        assertThat(Attainability.shareRows(0.001, 0.95)).isEqualTo(2995);
        assertThat(Attainability.shareRows(0, 0.95)).isInfinite();
    }

    /** Fresh half of adult: sd .0098 of the near-copy excess at m = 4,879 and n/h = 8. */
    @Test
    void fresh_rows_need_more_than_a_table_far_from_everybody() {
        double rows = Attainability.nearCopyRows(0.01, 8, 1, 0.05, 0.95, 0.8);
        double sd = 0.01 / (1.6448536 + 0.8416212) * Math.sqrt(rows / 4879);
        assertThat(sd).isCloseTo(0.0098, within(0.0008));
        assertThat(Attainability.nearCopyRows(0.05, 1, 10, 0.0001, 0.95, 0.8)).isEqualTo(59);
    }

    @Test
    void the_other_side_alone_can_forbid_a_pass() {
        assertThat(Attainability.aucRows(0.55, 200, 0.95, 0.8)).isInfinite();
        assertThat(Attainability.aucRows(0.5, ENDLESS, 0.95, 0.8)).isInfinite();
        assertThat(Attainability.differenceRows(0.09, 0.5, 100, 0.95, 0.8)).isInfinite();
    }

    @Test
    void a_two_sided_gate_on_a_correlation_needs_both_bounds_inside() {
        // (1.6449 + 1.2816)^2 / .15^2
        assertThat(Attainability.correlationRows(0.15, ENDLESS, 0.95, 0.8)).isCloseTo(381, within(1.0));
    }
}
