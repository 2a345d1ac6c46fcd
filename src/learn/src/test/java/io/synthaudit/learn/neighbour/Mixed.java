package io.synthaudit.learn.neighbour;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Small tables made by hand, and random ones that are hard on a search: ties, missing cells, far-out numbers. */
final class Mixed {

    private Mixed() {}

    /** A table whose columns are arrays of doubles (numbers) or of codes. */
    static Table table(Object... columns) {
        List<Column> cells = new ArrayList<>();
        int rows = 0;
        for (Object column : columns) {
            if (column instanceof double[] values) {
                rows = values.length;
                cells.add(new NumberColumn(Field.of("x" + cells.size(), Kind.NUMERIC), values, 0));
            } else {
                int[] codes = (int[]) column;
                rows = codes.length;
                int levels = IntStream.of(codes).max().orElse(0) + 1;
                Dictionary dictionary = new Dictionary(
                        IntStream.range(0, levels).mapToObj(i -> "v" + i).toArray(String[]::new), levels);
                cells.add(new CodeColumn(Field.of("x" + cells.size(), Kind.CATEGORICAL), dictionary, codes, 0));
            }
        }
        return new Table(new Schema(cells.stream().map(Column::field).toList(), true), cells, rows);
    }

    /**
     * A random table with the columns: whole numbers of few values, reals, reals with missing cells, a constant (but for
     * other tables), and categories of 3, 9, 2, 5, 300 and 70,000 levels, some missing.
     *
     * @param stretch 1 for training; more puts numbers outside its range
     */
    static Table random(int rows, long seed, double stretch) {
        UniformRandomProvider random = new RandomStreams(seed).stream("mixed");
        double[][] numbers = new double[4][rows];
        int[] levels = {3, 9, 2, 5, 300, 70_000};
        int[][] codes = new int[levels.length][rows];
        for (int i = 0; i < rows; i++) {
            numbers[0][i] = random.nextInt(8) * stretch;
            numbers[1][i] = (random.nextDouble() - 0.5) * stretch * stretch * stretch;
            numbers[2][i] = random.nextInt(4) == 0 ? Double.NaN : 1e6 * random.nextDouble() * stretch - stretch;
            numbers[3][i] = stretch == 1 ? 7 : random.nextInt(3) + 6;
            for (int j = 0; j < levels.length; j++) {
                codes[j][i] = random.nextInt(10) == 0 ? CodeColumn.MISSING : random.nextInt(levels[j]);
                codes[j][i] = j == 5 && random.nextBoolean() ? levels[5] - 1 : codes[j][i];
            }
        }
        return table(
                numbers[0],
                codes[0],
                numbers[1],
                codes[1],
                numbers[2],
                codes[2],
                numbers[3],
                codes[3],
                codes[4],
                codes[5]);
    }
}
