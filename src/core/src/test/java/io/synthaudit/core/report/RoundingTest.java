package io.synthaudit.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.report.AuditReport.Audience;
import org.junit.jupiter.api.Test;

class RoundingTest {

    private static final Rounding PUBLIC = new Rounding(Audience.PUBLIC);
    private static final Rounding RESTRICTED = new Rounding(Audience.RESTRICTED);

    @Test
    void public_values_have_four_decimals_and_six_digits() {
        assertThat(PUBLIC.value(0.123456789)).isEqualTo(0.1235);
        assertThat(PUBLIC.value(-12345.6789)).isEqualTo(-12345.7);
        assertThat(PUBLIC.value(1234567.8)).isEqualTo(1234570);
        assertThat(PUBLIC.share(0.123456789)).isEqualTo(0.123);
    }

    @Test
    void the_short_way_gives_what_the_exact_decimal_gives() {
        java.util.Random random = new java.util.Random(11);
        for (int i = 0; i < 50_000; i++) {
            double v = i % 2 == 0
                    ? random.nextGaussian() * 50
                    : (random.nextInt(2_000_001) - 1_000_000) / 20_000.; // every other one is a tie or next to one
            double exact = new java.math.BigDecimal(v)
                    .setScale(4, java.math.RoundingMode.HALF_EVEN)
                    .round(new java.math.MathContext(6, java.math.RoundingMode.HALF_EVEN))
                    .doubleValue();
            assertThat(PUBLIC.value(v)).isEqualTo(exact + 0.0);
        }
    }

    @Test
    void zero_has_no_sign() {
        assertThat(PUBLIC.value(-0.00001)).isEqualTo(0.0);
        assertThat(1 / PUBLIC.value(-0.00001)).isPositive();
        assertThat(1 / RESTRICTED.value(-0.0)).isPositive();
    }

    @Test
    void public_counts_are_multiples_of_five() {
        long[] rounded = {0, 0, 0, 5, 5, 5, 5, 5, 10};
        for (int n = 0; n < rounded.length; n++) {
            assertThat(PUBLIC.rows(n)).isEqualTo(rounded[n]);
        }
        assertThat(PUBLIC.sum(12.9)).isEqualTo(15);
    }

    @Test
    void restricted_numbers_are_whole() {
        assertThat(RESTRICTED.value(0.123456789)).isEqualTo(0.123456789);
        assertThat(RESTRICTED.rows(7)).isEqualTo(7);
        assertThat(RESTRICTED.sum(12.9)).isEqualTo(12.9);
    }

    @Test
    void what_is_not_finite_is_no_number() {
        assertThat(PUBLIC.value(Double.POSITIVE_INFINITY)).isNaN();
        assertThat(RESTRICTED.value(Double.NEGATIVE_INFINITY)).isNaN();
    }
}
