package io.synthaudit.learn.regression;

import io.synthaudit.core.table.CodeColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The levels of a category that a model tells apart, the first being the one that others are contrasted with.
 *
 * @param codes codes in order
 * @param positions position by code, -1 for a level that the model lacks
 */
record FactorLevels(int[] codes, int[] positions) {

    /** Those that the rows have, in declared order, those not declared last; else in the dictionary's order. */
    static FactorLevels of(CodeColumn column, int[] rows) {
        int known = column.dictionary().known();
        boolean[] occurs = new boolean[column.dictionary().size()];
        for (int row : rows) {
            occurs[column.codes()[row]] = true;
        }
        List<String> declared = column.field().domain().categories();
        List<Integer> order = new ArrayList<>();
        for (int code = 0; code < known; code++) {
            if (occurs[code]) {
                order.add(code);
            }
        }
        // A stable sort: undeclared levels, of equal rank, keep the order of the dictionary.
        int[] rank = new int[occurs.length];
        for (int code : order) {
            int place = declared.indexOf(column.dictionary().label(code));
            rank[code] = place < 0 ? declared.size() : place;
        }
        order.sort((a, b) -> Integer.compare(rank[a], rank[b]));
        int[] positions = new int[occurs.length];
        Arrays.fill(positions, -1);
        for (int i = 0; i < order.size(); i++) {
            positions[order.get(i)] = i;
        }
        return new FactorLevels(order.stream().mapToInt(Integer::intValue).toArray(), positions);
    }

    int position(int code) {
        return code < 0 || code >= positions.length ? -1 : positions[code];
    }

    int[] contrasts() {
        return codes.length == 0 ? codes : Arrays.copyOfRange(codes, 1, codes.length);
    }
}
