package io.synthaudit.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.random.RandomStreams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class RanksTest {

    private static final double NONE = Double.NaN;

    @Test
    void numbers_are_replaced_by_the_place_of_their_value() {
        Ranks ranks = Ranks.of(new double[] {3, NONE, -1.5, 3, 0.0, -0.0});
        assertThat(ranks.values()).containsExactly(-1.5, 0.0, 3);
        assertThat(ranks.codes()).containsExactly(2, Ranks.MISSING, 0, 2, 1, 1);
        assertThat(ranks.counts()).containsExactly(1, 2, 2);
        assertThat(ranks.sorted()).containsExactly(-1.5, 0, 0, 3, 3);
    }

    @Test
    void a_list_of_numbers_and_places_in_it_gives_the_same_as_the_cells() {
        double[] list = {7, 2, NONE, 7, -0.0, Double.NEGATIVE_INFINITY};
        UniformRandomProvider random = new RandomStreams(1).stream("places");
        int[] places = new int[500];
        double[] cells = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = random.nextInt(list.length);
            cells[i] = list[places[i]];
        }
        Ranks ofList = Ranks.of(list, places);
        Ranks ofCells = Ranks.of(cells);
        assertThat(ofList.values()).containsExactly(ofCells.values());
        assertThat(ofList.codes()).containsExactly(ofCells.codes());
    }

    @Test
    void some_rows_have_the_ranks_of_a_column_of_their_own() {
        UniformRandomProvider random = new RandomStreams(2).stream("cells");
        double[] cells = new double[300];
        Arrays.setAll(cells, i -> random.nextInt(10) == 0 ? NONE : random.nextInt(80) / 4.0 - 5);
        NumberColumn column = new NumberColumn(Field.of("x", Kind.NUMERIC), cells, 0);
        int[] rows = random.ints(40, 0, cells.length).toArray();
        NumberColumn chosen = column.select(rows);
        Ranks expected = Ranks.of(chosen.values());
        assertThat(chosen.ranks().values()).containsExactly(expected.values());
        assertThat(chosen.ranks().codes()).containsExactly(expected.codes());
    }

    @Test
    void a_column_without_numbers_has_no_values() {
        assertThat(Ranks.of(new double[] {NONE, NONE}).values()).isEmpty();
        assertThat(Ranks.of(new double[0]).sorted()).isEmpty();
    }
}
