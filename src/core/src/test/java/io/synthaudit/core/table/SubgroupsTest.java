package io.synthaudit.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubgroupsTest {

    private static Table table(int rows, int levels, IntUnaryOperator... columns) {
        List<Field> fields = new ArrayList<>();
        List<Column> made = new ArrayList<>();
        String[] labels = IntStream.range(0, levels).mapToObj(i -> "l" + i).toArray(String[]::new);
        for (int c = 0; c < columns.length; c++) {
            Field field = Field.of("g" + c, Kind.CATEGORICAL).withRoles(Set.of(Role.SUBGROUP));
            fields.add(field);
            made.add(new CodeColumn(
                    field,
                    new Dictionary(labels, levels),
                    IntStream.range(0, rows).map(columns[c]).toArray(),
                    0));
        }
        return new Table(new Schema(fields, true), made, rows);
    }

    private static Subgroups groups(Table table, int[] person) {
        return Subgroups.of(new Tables(table, table, Optional.empty(), Optional.ofNullable(person), Optional.empty()));
    }

    @Test
    void levels_and_crossings_of_200_rows_are_groups_and_smaller_ones_are_counted() {
        // g0: 500 of l0, 100 of l1; g1: l0 in the first 250 rows, l1 in the others.
        Subgroups groups = groups(table(600, 2, i -> i < 500 ? 0 : 1, i -> i < 250 ? 0 : 1), null);
        assertThat(groups.measured())
                .extracting(Subgroups.Group::name)
                .containsExactly("g0=l0", "g1=l0", "g1=l1", "g0=l0, g1=l0", "g0=l0, g1=l1");
        assertThat(groups.measured().get(3).training())
                .hasSize(250)
                .startsWith(0)
                .endsWith(249);
        // Too small are g0=l1 and its only crossing, with g1=l1.
        assertThat(groups.small()).isEqualTo(2);
        assertThat(groups.surplus()).isZero();
    }

    @Test
    void a_group_knows_its_rows_in_any_table_of_the_schema() {
        Table table = table(600, 2, i -> i < 500 ? 0 : 1, i -> i < 250 ? 0 : 1);
        Subgroups.Group both = groups(table, null).measured().get(4);
        boolean[] in = both.in(table.select(new int[] {0, 249, 250, 499, 500}));
        assertThat(both.name()).isEqualTo("g0=l0, g1=l1");
        assertThat(in).containsExactly(false, false, true, true, false);
    }

    @Test
    void a_column_that_is_left_out_makes_no_group_and_no_crossing() {
        Table table = table(600, 2, i -> i < 300 ? 0 : 1, i -> i % 2);
        Tables tables = new Tables(table, table, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(Subgroups.of(tables, column -> column != 0).measured())
                .extracting(Subgroups.Group::name)
                .containsExactly("g1=l0", "g1=l1");
    }

    @Test
    void a_group_of_few_persons_has_no_name_to_be_shown() {
        int[] person = IntStream.range(0, 600).map(i -> i < 300 ? i % 10 : i).toArray();
        Subgroups groups = groups(table(600, 2, i -> i < 300 ? 0 : 1), person);
        assertThat(groups.measured()).extracting(Subgroups.Group::name).containsExactly("g0=l1");
        assertThat(groups.small()).isEqualTo(1);
    }

    @Test
    void the_largest_50_are_measured() {
        // 60 levels of 200 rows, and 40 more rows of each of the last 50.
        Subgroups groups = groups(table(14_000, 60, i -> i < 12_000 ? i / 200 : 10 + (i - 12_000) / 40), null);
        assertThat(groups.measured()).hasSize(50).noneMatch(g -> g.name().equals("g0=l9"));
        assertThat(groups.surplus()).isEqualTo(10);
    }

    @Test
    void a_hundred_thousand_levels_take_one_pass() {
        Subgroups groups = groups(table(200_000, 100_000, i -> i / 2), null);
        assertThat(groups.measured()).isEmpty();
        assertThat(groups.small()).isEqualTo(100_000);
    }
}
