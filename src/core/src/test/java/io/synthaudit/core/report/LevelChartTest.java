package io.synthaudit.core.report;

import static io.synthaudit.core.report.Audits.series;
import static io.synthaudit.core.report.Audits.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.report.AuditReport.Line;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LevelChartTest {

    private static final Field FIELD = Field.of("c", Kind.CATEGORICAL);

    private static Series chart(Field field, List<String> training, List<String> synthetic, List<String> holdout) {
        AuditReport report =
                new Audits().levels(field, training, synthetic, holdout).report(Audience.RESTRICTED);
        return series(report, "series:histogram@c");
    }

    @Test
    void a_label_of_eleven_training_rows_is_shown_and_one_of_ten_is_not() {
        Series s = chart(FIELD, times("many", 60, "eleven", 11, "ten", 10, "few", 5), times("ten", 10), null);
        assertThat(s.axis()).containsExactly("many", "eleven", "other");
        assertThat(s.lines())
                .containsExactly(
                        new Line("training", List.of(60 / 86., 11 / 86., 15 / 86.)),
                        new Line("synthetic", List.of(0., 0., 1.)));
    }

    @Test
    void a_rest_of_few_rows_takes_the_rarest_shown_label_with_it() {
        Series s = chart(FIELD, times("a", 60, "b", 20, "c", 3), times("a", 1), null);
        assertThat(s.axis()).containsExactly("a", "other");
        assertThat(s.lines().get(0).y()).containsExactly(60 / 83., 23 / 83.);
    }

    @Test
    void the_complement_of_a_rare_value_is_not_shown_either() {
        Series s = chart(FIELD, times("yes", 4, "no", 96), times("no", 1), null);
        assertThat(s.axis()).containsExactly("other");
    }

    @Test
    void missing_comes_last_but_one_and_unseen_last() {
        Series s = chart(FIELD, times("a", 20, "b", 15, null, 11), times("a", 6, "new", 4, null, 10), null);
        assertThat(s.axis()).containsExactly("a", "b", "missing", "unseen");
        assertThat(s.lines().get(1).y()).containsExactly(.3, 0., .5, .2);
    }

    @Test
    void few_missing_cells_are_left_out_and_no_share_tells_their_number() {
        Series s = chart(FIELD, times("a", 20, "b", 20, null, 3), times("a", 10), null);
        assertThat(s.axis()).containsExactly("a", "b");
        assertThat(s.lines().get(0).y()).containsExactly(.5, .5);
    }

    @Test
    void a_level_that_is_called_like_a_bar_of_ours_is_quoted() {
        Series s = chart(FIELD, times("other", 20, "missing", 30, "x", 3, "y", 10), times("x", 1), null);
        assertThat(s.axis()).containsExactly("\"missing\"", "\"other\"", "other");
    }

    @Test
    void small_cells_of_the_holdout_are_hidden_and_one_alone_takes_another_along() {
        Series s = chart(FIELD, times("a", 90, "b", 50, "c", 20), times("a", 1), times("a", 50, "b", 30, "c", 4));
        assertThat(s.lines().get(2).y()).containsExactly(50 / 84., Double.NaN, Double.NaN);
    }

    @Test
    void there_are_at_most_twenty_bars_and_the_most_frequent_stay() {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            cells.addAll(times("level" + i, 50 - i));
        }
        Series s = chart(FIELD, cells, times("new", 1, null, 1), null);
        assertThat(s.axis()).hasSize(20).startsWith("level0", "level1").endsWith("other", "missing", "unseen");
    }

    @Test
    void declared_levels_stand_in_their_order() {
        Domain domain = new Domain(Double.NaN, Double.NaN, "", List.of("low", "mid", "high"), "");
        Field field = new Field("c", Kind.ORDINAL, Set.of(), List.of(), domain, "", "");
        Series s = chart(field, times("high", 40, "low", 20, "mid", 30), times("low", 1), null);
        assertThat(s.axis()).containsExactly("low", "mid", "high");
    }

    @Test
    void text_and_identifiers_have_no_chart() {
        AuditReport report = new Audits()
                .levels(Field.of("c", Kind.TEXT), times("a", 50), times("a", 5), null)
                .levels(Field.of("d", Kind.ID), times("a", 50), times("a", 5), null)
                .report(Audience.RESTRICTED);
        assertThat(report.series()).isEmpty();
    }

    @Test
    void public_shares_have_three_decimals() {
        AuditReport report = new Audits()
                .levels(FIELD, times("a", 200, "b", 100), times("a", 2, "b", 1), null)
                .report(Audience.PUBLIC);
        assertThat(series(report, "series:histogram@c").lines())
                .extracting(Line::y)
                .containsExactly(List.of(.667, .333), List.of(.667, .333));
    }
}
