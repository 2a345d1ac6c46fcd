package io.synthaudit.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void a_number_alone_has_three_digits_and_no_exponent() {
        assertThat(Numbers.text(0.123456)).isEqualTo("0.123");
        assertThat(Numbers.text(0.1)).isEqualTo("0.1");
        assertThat(Numbers.text(-0.0000123456)).isEqualTo("-0.0000123");
        assertThat(Numbers.text(1234567)).isEqualTo("1230000");
        assertThat(Numbers.text(-0.0)).isEqualTo("0");
        assertThat(Numbers.text(Double.NaN)).isEqualTo("\u2013");
    }

    @Test
    void a_value_and_its_interval_have_the_same_decimals() {
        assertThat(with(0.0312345, 0.0241, 0.0384)).isEqualTo("0.0312 [0.0241, 0.0384]");
        assertThat(with(0.912345, 0.91, 0.9149)).isEqualTo("0.9123 [0.9100, 0.9149]");
        assertThat(with(0, 0, 0.0004)).isEqualTo("0 [0, 0.0004]");
        assertThat(with(0.5, 0.5, 0.5)).isEqualTo("0.5 [0.5, 0.5]");
        assertThat(with(0, 0, 0)).isEqualTo("0 [0, 0]");
        assertThat(with(123.4, 100, 150)).isEqualTo("123 [100, 150]");
    }

    @Test
    void a_bound_is_never_rounded_onto_a_limit_that_it_misses() {
        assertThat(Numbers.with(0.04, 0.03, 0.05002, 0.05)).isEqualTo("0.04000 [0.03000, 0.05002]");
        assertThat(Numbers.with(0.04, 0.03, 0.05, 0.05)).isEqualTo("0.04 [0.03, 0.05]");
    }

    @Test
    void a_number_beside_a_limit_shows_that_it_is_not_the_limit() {
        assertThat(Numbers.beside(0.050004, Limit.atMost(0.05))).isEqualTo("0.050004");
        assertThat(Numbers.beside(0.05, Limit.atMost(0.05))).isEqualTo("0.05");
        assertThat(Numbers.beside(0.0512345, Limit.atMost(0.05))).isEqualTo("0.0512");
        assertThat(Numbers.beside(0.5, null)).isEqualTo("0.5");
        assertThat(Numbers.beside(Double.NaN, Limit.atMost(0.05))).isEqualTo("\u2013");
    }

    @Test
    void counts_have_commas_between_thousands() {
        assertThat(Numbers.count(39032)).isEqualTo("39,032");
        assertThat(Numbers.count(1234567)).isEqualTo("1,234,567");
        assertThat(Numbers.count(-123)).isEqualTo("-123");
        assertThat(Numbers.count(12.5)).isEqualTo("12.5");
        assertThat(Numbers.count(1234.5)).isEqualTo("1,234");
    }

    @Test
    void limits_are_not_rounded() {
        assertThat(Numbers.limit(Limit.atMost(0.0012345))).isEqualTo("at most 0.0012345");
        assertThat(Numbers.limit(Limit.atLeast(-0.02))).isEqualTo("at least -0.02");
        assertThat(Numbers.limit(new Limit(-0.15, 0.15))).isEqualTo("-0.15 to 0.15");
    }

    private static String with(double value, double lower, double upper) {
        return Numbers.with(value, new ReportInterval(lower, upper, 0.95, "Wilson"));
    }
}
