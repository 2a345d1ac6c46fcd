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
    void cells_that_differ_in_any_character_or_in_length_differ() {
        List<String> cells = new ArrayList<>(List.of("\0", "\0\0", "", "\u0100", "a\u0100", "1234567\u0100"));
        for (int length = 1; length <= 20; length++) {
            for (int at = 0; at < length; at++) {
                cells.add("x".repeat(at) + "\u00ff" + "x".repeat(length - at - 1));
                cells.add("x".repeat(at) + "\u20ac" + "x".repeat(length - at - 1));
            }
            cells.add("x".repeat(length));
            cells.add("\u00ff".repeat(length) + "y");
            cells.add("\u00ff".repeat(length));
            cells.add("\0".repeat(length) + "y");
        }
        List<String> distinct = cells.stream().distinct().toList();
        RawColumn column = interned(cells);
        assertThat(column.distinct()).containsExactlyElementsOf(distinct);
        assertThat(column.cells())
                .containsExactly(cells.stream().mapToInt(distinct::indexOf).toArray());
    }

    @Test
    void many_cells_are_found_as_a_map_finds_them() {
        UniformRandomProvider random = new RandomStreams(3).stream("cells");
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            // Two letters of one hash code in front make every second cell collide with another.
            String more = random.nextBoolean() ? "" : " and more than 15 characters";
            cells.add((random.nextBoolean() ? "Aa" : "BB") + random.nextInt(9_000) + more);
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
