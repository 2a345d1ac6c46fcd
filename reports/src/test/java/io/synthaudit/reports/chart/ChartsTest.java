package io.synthaudit.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.report.AuditReport.Line;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.reports.chart.NumberLine.Entry;
import io.synthaudit.reports.chart.NumberLine.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsTest {

    @Test
    void a_scale_maps_its_ends_and_holds_what_lies_beyond() {
        Scale scale = new Scale(0, 10, 100, 200);
        assertThat(scale.at(0)).isEqualTo(100);
        assertThat(scale.at(2.5)).isEqualTo(125);
        assertThat(scale.at(99)).isEqualTo(200);
        assertThat(scale.at(-99)).isEqualTo(100);
    }

    @Test
    void a_scale_shows_zero_unless_it_lies_far_away() {
        assertThat(Scale.around(new double[] {0.5, 0.9, Double.NaN}, 0, 100).shows(0))
                .isTrue();
        assertThat(Scale.around(new double[] {0.97, 0.98, 1}, 0, 100).shows(0)).isFalse();
        assertThat(Scale.around(new double[] {-0.98, -1}, 0, 100).shows(0)).isFalse();
        assertThat(Scale.around(new double[] {0.5}, 0, 100).shows(0)).isTrue();
        assertThat(Scale.closely(new double[] {0.5, 0.9}, 0, 100).shows(0)).isFalse();
        assertThat(Scale.closely(new double[0], 0, 100).at(0)).isEqualTo(50);
    }

    @Test
    void a_number_line_hatches_the_side_that_is_not_allowed() {
        List<Entry> entries = List.of(new Entry("value", 4, 3, 5));
        Scale scale = new Scale(0, 10, 0, NumberLine.WIDTH);
        NumberLine atMost = NumberLine.of(entries, Limit.atMost(6), 1, scale, "words");
        assertThat(atMost.forbidden()).containsExactly(new Stretch(120, 80));
        assertThat(atMost.limits()).containsExactly(120.0);
        assertThat(atMost.yardstick()).containsExactly(20.0);
        assertThat(atMost.marks().get(0).value()).isEqualTo(80);
        assertThat(atMost.marks().get(0).bar()).containsExactly(new Stretch(60, 40));
        NumberLine atLeast = NumberLine.of(entries, Limit.atLeast(2), Double.NaN, scale, "words");
        assertThat(atLeast.forbidden()).containsExactly(new Stretch(0, 40));
        assertThat(atLeast.yardstick()).isEmpty();
    }

    @Test
    void a_number_line_without_a_number_still_shows_its_limit() {
        List<Entry> none = List.of(new Entry("value", Double.NaN, Double.NaN, Double.NaN));
        NumberLine line = NumberLine.of(
                none, Limit.atMost(0.05), Double.NaN, NumberLine.scale(none, Limit.atMost(0.05), Double.NaN), "");
        assertThat(line.marks()).isEmpty();
        assertThat(line.limits()).hasSize(1);
    }

    @Test
    void tables_of_any_size_are_drawn_with_the_same_area() {
        Histogram chart = Histogram.of(new Series(
                "a",
                "HISTOGRAM",
                List.of("up to 1", "1 to 2", "above 2", "missing"),
                List.of(
                        new Line("training", List.of(100.0, 200.0, 100.0, 0.0)),
                        new Line("synthetic", List.of(0.25, 0.5, 0.25, Double.NaN)),
                        new Line("holdout", List.of(1.0, 2.0, 1.0, 0.0)))));
        assertThat(chart.upright()).isTrue();
        assertThat(chart.bars()).hasSize(6);
        for (int b = 0; b < 3; b++) {
            assertThat(chart.bars().get(b).height())
                    .isEqualTo(chart.bars().get(b + 3).height());
            assertThat(chart.bars().get(b).width())
                    .isGreaterThan(chart.bars().get(b + 3).width());
        }
        assertThat(chart.labels()).extracting(Histogram.Label::text).containsExactly("up to 1", "above 2", "missing");
        assertThat(chart.outline()).startsWith("M0 58H70L70 6H140");
    }

    @Test
    void categories_lie_with_their_labels_cut_where_they_are_long() {
        Histogram chart = Histogram.of(new Series(
                "a",
                "HISTOGRAM",
                List.of("yes", "a very long label indeed"),
                List.of(new Line("training", List.of(3.0, 1.0)))));
        assertThat(chart.upright()).isFalse();
        assertThat(chart.labels()).extracting(Histogram.Label::text).containsExactly("yes", "a very long la\u2026");
        assertThat(chart.bars().get(0).width())
                .isEqualTo(3 * chart.bars().get(1).width(), org.assertj.core.data.Offset.offset(0.2));
    }

    @Test
    void a_heat_map_has_one_path_per_class_and_skips_what_is_unknown() {
        HeatMap map = HeatMap.of(
                new Series(
                        "pairs",
                        "HEATMAP",
                        List.of("a", "b", "c"),
                        List.of(
                                new Line("a", List.of(Double.NaN, 0.005, -0.45)),
                                new Line("b", List.of(0.005, Double.NaN, Double.NaN)),
                                new Line("c", List.of(-0.45, Double.NaN, Double.NaN)))),
                true);
        assertThat(map.classes()).hasSize(7);
        assertThat(map.classes().get(0)).isEqualTo("M0 28h41v27h-41z");
        assertThat(map.classes().get(6)).isEqualTo("M0 56h41v27h-41z");
        assertThat(map.numbers()).extracting(HeatMap.CellNumber::text).containsExactly("0.005", "-0.45");
        assertThat(map.labels()).extracting(HeatMap.Name::text).containsExactly("a", "b", "c");
    }

    @Test
    void a_heat_map_of_many_columns_keeps_the_worst_forty_in_table_order() {
        List<String> names = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            names.add("c" + i);
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < 100; j++) {
                row.add(i >= 60 && j >= 60 ? 0.3 : 0.001);
            }
            lines.add(new Line("c" + i, row));
        }
        HeatMap map = HeatMap.of(new Series("pairs", "HEATMAP", names, lines), false);
        assertThat(map.labels()).hasSize(40);
        assertThat(map.cut()).isTrue();
        assertThat(map.labels().get(0).text()).isEqualTo("c60");
        assertThat(map.labels().get(39).text()).isEqualTo("c99");
    }

    @Test
    void a_distance_belongs_to_the_last_step_that_it_reaches() {
        assertThat(HeatMap.step(0)).isZero();
        assertThat(HeatMap.step(0.01)).isEqualTo(1);
        assertThat(HeatMap.step(0.0999)).isEqualTo(3);
        assertThat(HeatMap.step(7)).isEqualTo(6);
    }
}
