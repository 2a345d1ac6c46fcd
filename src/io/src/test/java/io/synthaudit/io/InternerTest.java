package io.synthaudit.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.RawColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class InternerTest {

    @Test
    void cells_are_numbered_by_their_first_row() {
        // "Aa" and "BB" have one hash code.
        RawColumn column = interned(List.of("Aa", "BB", "", "Aa", "BB", ""));
        assertThat(column.distinct()).containsExactly("Aa", "BB", "");
        assertThat(column.cells()).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void many_cells_are_found_as_a_map_finds_them() {
        UniformRandomProvider random = new RandomStreams(3).stream("cells");
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            // Two letters of one hash code in front make every second cell collide with another.
            cells.add((random.nextBoolean() ? "Aa" : "BB") + random.nextInt(9_000));
        }
        Map<String, Integer> known = new LinkedHashMap<>();
        int[] expected = cells.stream()
                .mapToInt(cell -> known.computeIfAbsent(cell, c -> known.size()))
                .toArray();
        RawColumn column = interned(cells);
        assertThat(column.cells()).containsExactly(expected);
        assertThat(column.distinct()).containsExactly(known.keySet().toArray(String[]::new));
    }

    private static RawColumn interned(List<String> cells) {
        Interner interner = new Interner();
        cells.forEach(interner::add);
        return interner.column("x");
    }
}
