package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.statistic.Cycles;
import io.synthaudit.core.statistic.MarginCounts;
import io.synthaudit.core.table.Instants;
import io.synthaudit.core.table.Kind;
import io.synthaudit.testkit.MetricContract;
import io.synthaudit.testkit.Numbers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DatetimeCyclesTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new DatetimeCycles();
    }

    /** Dates are read. */
    @Override
    protected Numbers numbers(Measure measure) {
        return Numbers.VALUES;
    }

    /** The damage moves all dates by one number of seconds, after which a cycle may look as before. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return true;
    }

    /** 2024-02-29 was a Thursday, 1969-12-31 a Wednesday, 2000-03-01 a Wednesday. */
    @Test
    void instants_fall_into_their_month_weekday_and_hour() {
        MarginCounts margins = instants(seconds("2024-02-29T23:59:59.5", "1969-12-31T13:30:00", "2000-03-01"), 0)
                .training();
        assertThat(margins.margin(Cycles.MONTH)).containsExactly(0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(margins.margin(Cycles.WEEKDAY)).containsExactly(0, 0, 2, 1, 0, 0, 0);
        assertThat(margins.margin(Cycles.HOUR)[23]).isEqualTo(1);
        assertThat(margins.margin(Cycles.HOUR)[13]).isEqualTo(1);
        assertThat(margins.margin(Cycles.HOUR)[0]).isEqualTo(1);
        assertThat(margins.margin(Cycles.GRAIN)).containsExactly(1, 1, 1);
    }

    @Test
    void months_and_weekdays_are_those_of_java_time_for_eight_hundred_years() {
        long first = LocalDate.of(1600, 1, 1).toEpochDay();
        double[] days = IntStream.range(0, 292_194)
                .mapToDouble(i -> (first + i) * 86_400.0)
                .toArray();
        long[] months = new long[12];
        long[] weekdays = new long[7];
        for (int i = 0; i < days.length; i += 97) {
            LocalDate day = LocalDate.ofEpochDay(first + i);
            months[day.getMonthValue() - 1]++;
            weekdays[day.getDayOfWeek().getValue() - 1]++;
        }
        double[] chosen = IntStream.range(0, (days.length + 96) / 97)
                .mapToDouble(i -> days[97 * i])
                .toArray();
        MarginCounts margins = instants(chosen, 0).training();
        assertThat(margins.margin(Cycles.MONTH)).isEqualTo(months);
        assertThat(margins.margin(Cycles.WEEKDAY)).isEqualTo(weekdays);
    }

    @Test
    void distances_are_half_the_sum_of_absolute_differences_of_shares() {
        Margins column = instants(
                seconds("2024-01-01T08:00", "2024-02-05T08:00", "2024-03-04T20:00", "2024-04-01T20:00"),
                seconds("2024-01-02T08:00", "2024-02-06T08:00"));
        assertThat(column.value("weekday")).isEqualTo(1);
        assertThat(column.value("month")).isEqualTo(0.5, within(1e-15));
        assertThat(column.value("hour")).isEqualTo(0.5, within(1e-15));
        assertThat(column.value("midnight")).isZero();
        assertThat(column.value("whole-minute")).isZero();
    }

    @Test
    void dates_have_no_hour_and_instants_of_a_finer_grain_show() {
        Margins column = instants(seconds("2024-01-01", "2024-02-05"), seconds("2024-01-01", "2024-02-05T08:00:01"));
        assertThat(column.values()).doesNotContainKey("hour");
        assertThat(column.leftOut("hour")).isEqualTo("kind");
        assertThat(column.value("midnight")).isEqualTo(-0.5);
        assertThat(column.value("whole-minute")).isEqualTo(-0.5);
    }

    @Test
    void an_empty_column_has_no_value() {
        assertThat(instants(seconds("2024-01-01"), Double.NaN).values()).isEmpty();
        assertThat(instants(new double[] {Double.NaN}, seconds("2024-01-01")).values())
                .isEmpty();
    }

    @Test
    void more_work_on_sundays_never_looks_better() {
        double[] a = IntStream.range(0, 700).mapToDouble(i -> 86_400.0 * i).toArray();
        double before = 0;
        for (int sundays : new int[] {100, 200, 400, 700}) {
            double[] b = a.clone();
            for (int i = 0; i < sundays; i++) {
                b[i] = 86_400.0 * 3;
            }
            double now = instants(a, b).value("weekday");
            assertThat(now).isGreaterThan(before);
            before = now;
        }
    }

    private static double[] seconds(String... cells) {
        return Arrays.stream(cells).mapToDouble(Instants.ISO::seconds).toArray();
    }

    private static Margins instants(double[] training, double... synthetic) {
        return new Margins(new DatetimeCycles(), Kind.DATETIME, training, synthetic);
    }
}
