package io.synthaudit.generators;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.generator.Generator;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ControlsTest {

    private static final RandomStreams STREAMS = new RandomStreams(3);

    private final Table training = Planted.table(1000, 5);

    @Test
    void every_generator_is_found_by_its_id() {
        assertThat(ServiceLoader.load(Generator.class))
                .extracting(Generator::id)
                .containsExactlyInAnyOrder("bootstrap", "chow-liu", "copy", "independent", "leaky");
        assertThat(ServiceLoader.load(Generator.class))
                .allSatisfy(generator -> assertThat(generator.describe()).endsWith("."));
    }

    @Test
    void every_generator_makes_the_rows_asked_for_in_the_schema_of_training() {
        for (Generator generator : ServiceLoader.load(Generator.class)) {
            for (int rows : new int[] {1, 700, 1500}) {
                Table made = generator.generate(training, rows, STREAMS);
                assertThat(made.rows()).as(generator.id()).isEqualTo(rows);
                assertThat(made.schema()).as(generator.id()).isEqualTo(training.schema());
            }
        }
    }

    @Test
    void a_copy_holds_every_row_once() {
        assertThat(rows(new Copy().generate(training, 1000, STREAMS), List.of()))
                .isNotEqualTo(rows(training, List.of()))
                .containsExactlyInAnyOrderElementsOf(rows(training, List.of()));
    }

    @Test
    void a_bootstrap_holds_rows_of_training_only_and_leaves_out_about_a_third() {
        List<String> made = rows(new Bootstrap().generate(training, 1000, STREAMS), List.of());
        assertThat(made).isSubsetOf(rows(training, List.of()));
        // 1 - 1/e = .632 of the rows on average, standard deviation .010.
        assertThat(made.stream().distinct().count()).isBetween(590L, 675L);
    }

    @Test
    void independent_columns_keep_their_cells_and_lose_their_rows() {
        Table made = new Independent().generate(training, 1000, STREAMS);
        assertThat(((NumberColumn) training.column(Planted.DOSE)).values())
                .contains(((NumberColumn) made.column(Planted.DOSE)).values());
        assertThat(rows(made, List.of())).doesNotContainAnyElementsOf(rows(training, List.of()));
    }

    @Test
    void three_rows_in_ten_leak_with_exactly_one_number_moved_a_little() {
        Table made = new Leaky().generate(training, 1000, STREAMS);
        int[] numbers = {Planted.DOSE, Planted.VISITS, Planted.NOISE};
        double[] largestMove = {0.25, 1, 0.035};
        Map<String, List<Integer>> byLevels = new HashMap<>();
        for (int row = 0; row < training.rows(); row++) {
            byLevels.computeIfAbsent(levels(training, row), key -> new ArrayList<>())
                    .add(row);
        }
        int leaked = 0;
        for (int row = 0; row < made.rows(); row++) {
            int at = row;
            leaked += byLevels.getOrDefault(levels(made, row), List.of()).stream()
                            .anyMatch(real -> isMoved(made, at, real, numbers, largestMove))
                    ? 1
                    : 0;
        }
        // 300 were planted; a row of the tree may come as near by chance.
        assertThat(leaked).isBetween(300, 310);
    }

    private boolean isMoved(Table made, int row, int real, int[] numbers, double[] largest) {
        int moved = 0;
        for (int i = 0; i < numbers.length; i++) {
            double distance = Math.abs(value(made, numbers[i], row) - value(training, numbers[i], real));
            if (distance > largest[i]) {
                return false;
            }
            moved += distance > 0 ? 1 : 0;
        }
        return moved == 1;
    }

    private static double value(Table table, int column, int row) {
        return ((NumberColumn) table.column(column)).values()[row];
    }

    private static String levels(Table table, int row) {
        return text(table, List.of(Planted.DOSE, Planted.VISITS, Planted.NOISE, Planted.KEY), row);
    }

    private static List<String> rows(Table table, List<Integer> without) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.add(text(table, without, row));
        }
        return rows;
    }

    private static String text(Table table, List<Integer> without, int row) {
        StringBuilder text = new StringBuilder();
        table.columns().stream()
                .filter(column -> !without.contains(table.columns().indexOf(column)))
                .sorted(Comparator.comparing((Column column) -> column.field().name()))
                .forEach(column -> text.append(
                                column instanceof NumberColumn numbers
                                        ? String.valueOf(numbers.values()[row])
                                        : String.valueOf(((CodeColumn) column).codes()[row]))
                        .append('|'));
        return text.toString();
    }
}
