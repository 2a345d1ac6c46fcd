package io.synthaudit.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    // Expected values: date -u -d '2020-07-23T10:15:30+02:00' +%s, and so on.
    @ParameterizedTest
    @CsvSource({
        "1970-01-01, 0",
        "2020-07-23, 1595462400",
        "1969-12-31, -86400",
        "2020-07-23T10:15, 1595499300",
        "2020-07-23T10:15:30, 1595499330",
        "2020-07-23 10:15:30, 1595499330",
        "2020-07-23T10:15:30.25, 1595499330.25",
        "2020-07-23T10:15:30Z, 1595499330",
        "2020-07-23T10:15:30+02:00, 1595492130",
        "2020-07-23T10:15:30-05, 1595517330",
        "2020-02-29, 1582934400"
    })
    void iso_dates_are_read(String cell, double seconds) {
        assertThat(Instants.ISO.seconds(cell)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2020",
                "2020-07",
                "20200723",
                "2020-7-23",
                "2020-02-30",
                "2021-02-29",
                "2020-13-01",
                "23.07.2020",
                "2020-07-23T",
                "2020-07-23T24:00",
                "2020-07-23T10",
                "2020-07-2310:15:30",
                "2020-07-23T 10:15:30",
                " 2020-07-23",
                "2020-07-23 ",
                "2020-07-23  10:15",
                "2020-07-23T10:15:60",
                "2020-07-23t10:15:30",
                "25-00503",
                "٢٠٢٠-07-23"
            })
    void nothing_else_is_a_date(String cell) {
        assertThat(Instants.ISO.seconds(cell)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd, 2020-07-23, 1595462400",
        "uuuu-MM-dd, 2020-07-23, 1595462400",
        "dd/MM/yyyy HH:mm, 23/07/2020 10:15, 1595499300",
        "MM/yyyy, 07/2020, 1593561600",
        "yyyy, 2020, 1577836800",
        "yyyyMMdd'T'HHmmssXX, 20200723T101530+0200, 1595492130",
        "d MMM yyyy, 23 Jul 2020, 1595462400"
    })
    void declared_patterns_are_read(String pattern, String cell, double seconds) {
        assertThat(Instants.of(pattern).seconds(cell)).isEqualTo(seconds);
    }

    @Test
    void a_declared_pattern_is_strict_and_takes_nothing_else() {
        assertThat(Instants.of("dd/MM/yyyy").seconds("30/02/2020")).isNaN();
        assertThat(Instants.of("dd/MM/yyyy").seconds("2020-07-23")).isNaN();
        assertThat(Instants.of("dd/MM/yyyy").seconds("1/2/2020")).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HH:mm", "not a pattern", "MM-dd", "yyyy-MM-dd'", "{}"})
    void a_pattern_without_a_year_or_sense_is_refused(String pattern) {
        assertThatThrownBy(() -> Instants.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void instants_are_written_as_they_are_read() {
        for (String cell : new String[] {"2020-07-23", "2020-07-23T10:15:30", "2020-07-23T10:15:30.25", "1969-12-31"}) {
            assertThat(Instants.ISO.text(Instants.ISO.seconds(cell))).isEqualTo(cell);
        }
        Instants pattern = Instants.of("dd/MM/yyyy");
        assertThat(pattern.text(pattern.seconds("23/07/2020"))).isEqualTo("23/07/2020");
    }
}
