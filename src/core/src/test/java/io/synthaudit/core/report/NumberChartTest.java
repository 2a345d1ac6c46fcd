package io.synthaudit.core.report;

import static io.synthaudit.core.report.Audits.series;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberChartTest {

    private static final Field FIELD = Field.of("x", Kind.NUMERIC);

    private static double[] cells(int n, IntToDoubleFunction cell) {
        return IntStream.range(0, n).mapToDouble(cell).toArray();
    }

    private static Series chart(Field field, double[] training, double[] holdout) {
        AuditReport report = new Audits()
                .numbers(field, training, Arrays.copyOf(training, 10), holdout)
                .report(Audience.RESTRICTED);
        return series(report, "series:histogram@x");
    }

    private static List<Double> training(Series s) {
        return s.lines().get(0).y();
    }

    @Test
    void edges_have_two_significant_digits_and_the_ends_are_open() {
        Series s = chart(FIELD, cells(400, i -> 12.3456 * i), null);
        assertThat(s.axis())
                .startsWith("up to 230", "230 to 480", "480 to 730")
                .endsWith("4400 to 4700", "above 4700")
                .hasSize(20);
    }

    @Test
    void every_bar_holds_eleven_training_rows() {
        double[] training = cells(60, i -> i * i);
        assertThat(chart(FIELD, training, null).axis()).hasSizeLessThanOrEqualTo(5);
        assertThat(training(chart(FIELD, training, null))).allMatch(share -> share >= 11 / 60. - 1e-12);
        assertThat(Arrays.stream(new Audits()
                        .numbers(FIELD, training, training, null)
                        .result()
                        .profile()
                        .column(0)
                        .binCounts()))
                .as("the bins that it was made of are smaller")
                .allMatch(n -> n < 11);
    }

    @Test
    void every_bar_holds_eleven_holdout_rows_too() {
        Series s = chart(FIELD, cells(1000, i -> i), cells(50, i -> 20 * i));
        assertThat(s.axis()).hasSizeBetween(2, 4);
        assertThat(s.lines().get(2).y()).allMatch(share -> share >= 11 / 50. - 1e-12);
    }

    @Test
    void no_edge_lies_beyond_the_first_or_last_percentile() {
        // 30 of 5,000 rows are negative: the atom at 0 makes a cut there that only .6 % of the rows lie below.
        double[] training = cells(5000, i -> i < 30 ? -1000 - i : i < 4000 ? 0 : i);
        double[] cuts = new Audits()
                .numbers(FIELD, training, training, null)
                .result()
                .profile()
                .column(0)
                .bins()
                .cuts();
        assertThat(cuts[0]).isEqualTo(-1000);
        assertThat(chart(FIELD, training, null).axis().get(0)).isEqualTo("up to 0");
    }

    @Test
    void labels_that_become_equal_by_rounding_are_told_apart_by_a_number() {
        Series s = chart(FIELD, cells(400, i -> 1950 + i / 10), null);
        assertThat(s.axis())
                .contains("about 2000 (1 of 18)", "about 2000 (18 of 18)", "above 2000")
                .doesNotHaveDuplicates();
    }

    @Test
    void dates_are_rounded_to_the_month() {
        Field date = Field.of("x", Kind.DATETIME);
        // 2014-01-15T12:34:56Z and every 10 days after
        Series s = chart(date, cells(60, i -> 1389789296.0 + i * 864000.0), null);
        assertThat(s.axis())
                .containsExactly(
                        "up to 2014-05",
                        "2014-05 to 2014-09",
                        "2014-09 to 2014-12",
                        "2014-12 to 2015-04",
                        "above 2015-04");
    }

    @Test
    void a_column_of_few_values_has_no_chart_and_the_log_says_so() {
        AuditReport report = new Audits()
                .numbers(FIELD, cells(40, i -> i < 10 ? i : Double.NaN), cells(5, i -> i), null)
                .report(Audience.PUBLIC);
        assertThat(report.series()).isEmpty();
        assertThat(report.disclosure().actions())
                .contains("1 column has no chart: too few training rows have a value.");
    }

    @Test
    void edges_of_any_size_stay_short() {
        assertThat(NumberBars.edge(123456789)).isEqualTo("120000000");
        assertThat(NumberBars.edge(-0.00123)).isEqualTo("-0.0012");
        assertThat(NumberBars.edge(1.26e30)).isEqualTo("1.3E+30");
        assertThat(NumberBars.edge(-0.0)).isEqualTo("0");
        assertThat(NumberBars.edge(99.6)).isEqualTo("100");
    }
}
