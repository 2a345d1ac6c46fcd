package io.synthaudit.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-12, -12",
        "+3, 3",
        "1.5, 1.5",
        ".5, 0.5",
        "5., 5",
        "1e3, 1000",
        "-1.25E-2, -0.0125",
        "1E+2, 100",
        "007, 7",
        "9007199254740993, 9007199254740992"
    })
    void decimal_numbers_are_read(String cell, double value) {
        assertThat(Numbers.parse(cell)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " 1",
                "1 ",
                "1d",
                "1f",
                "0x10",
                "0x1p3",
                "1_000",
                "1,5",
                "1.000,5",
                "NaN",
                "Infinity",
                "-",
                "+",
                ".",
                "e5",
                "1e",
                "1e+",
                "1.2.3",
                "--1",
                "1e999",
                "-1e999",
                "١٢",
                "½",
                "1e5.0"
            })
    void nothing_else_is_a_number(String cell) {
        assertThat(Numbers.parse(cell)).isNaN();
    }

    @Test
    void minus_zero_is_zero() {
        assertThat(1 / Numbers.parse("-0.0")).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void whole_text_has_neither_fraction_nor_exponent() {
        assertThat(Numbers.isWholeText("-12")).isTrue();
        assertThat(Numbers.isWholeText("12.0")).isFalse();
        assertThat(Numbers.isWholeText("1e2")).isFalse();
        assertThat(Numbers.isWholeText("+")).isFalse();
        assertThat(Numbers.isWhole(12.0)).isTrue();
        assertThat(Numbers.isWhole(Double.NaN)).isFalse();
    }
}
