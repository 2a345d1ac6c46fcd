package io.synthaudit.generators;

import com.google.auto.service.AutoService;
import io.synthaudit.core.generator.Generator;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A control that must be caught: the table of {@link ChowLiu} in which 30 % of the rows are training rows with one number
 * moved by about a hundredth of its standard deviation, and at least by one step of its column (1 for whole numbers).
 * A search for exact copies finds next to none of them.
 */
@AutoService(Generator.class)
public final class Leaky implements Generator {

    private static final int PER_CENT = 30;

    private static final double SHARE_OF_SPREAD = 0.01;

    @Override
    public String id() {
        return "leaky";
    }

    @Override
    public String describe() {
        return "The table of chow-liu with " + PER_CENT + " % of its rows replaced by training rows of which one number"
                + " is moved a little; leaks on purpose.";
    }

    @Override
    public Table generate(Table training, int rows, RandomStreams streams) {
        Table honest = new ChowLiu().generate(training, rows, streams);
        UniformRandomProvider random = streams.stream("generator/leaky");
        int[] places = RandomStreams.sample(rows, Math.min(training.rows(), rows * PER_CENT / 100), random);
        int[] donors = Arrays.copyOf(RandomStreams.permutation(training.rows(), random), places.length);
        int[] moved = movable(training, donors, random);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < training.columns().size(); c++) {
            Column column = honest.column(c);
            boolean content = column.field().isContent();
            columns.add(content ? leak(column, training.column(c), c, places, donors, moved, random) : column);
        }
        return new Table(training.schema(), columns, rows);
    }

    /** For each donor a content column of numbers whose cell is present, or -1 where there is none. */
    private static int[] movable(Table training, int[] donors, UniformRandomProvider random) {
        int[] numbers = Arrays.stream(training.schema().content())
                .filter(c -> training.column(c) instanceof NumberColumn)
                .toArray();
        int[] moved = new int[donors.length];
        for (int i = 0; i < donors.length; i++) {
            int donor = donors[i];
            int[] present = Arrays.stream(numbers)
                    .filter(c -> !training.column(c).isMissing(donor))
                    .toArray();
            moved[i] = present.length == 0 ? -1 : present[random.nextInt(present.length)];
        }
        return moved;
    }

    private static Column leak(
            Column honest, Column real, int c, int[] places, int[] donors, int[] moved, UniformRandomProvider random) {
        if (real instanceof NumberColumn numbers) {
            double[] values = ((NumberColumn) honest).values().clone();
            Grid grid = Grid.of(numbers);
            double[] sorted = Arrays.stream(numbers.values())
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .toArray();
            double distance = Math.max(grid.step(), grid.onGrid(SHARE_OF_SPREAD * spread(sorted)));
            for (int i = 0; i < places.length; i++) {
                double value = numbers.values()[donors[i]];
                values[places[i]] = moved[i] == c ? shift(value, distance, sorted, grid, random) : value;
            }
            return new NumberColumn(honest.field(), values, 0);
        }
        CodeColumn levels = (CodeColumn) honest;
        int[] codes = levels.codes().clone();
        for (int i = 0; i < places.length; i++) {
            codes[places[i]] = ((CodeColumn) real).codes()[donors[i]];
        }
        return new CodeColumn(levels.field(), levels.dictionary(), codes, 0);
    }

    /** The value moved up or down, whichever stays within the range of the column. */
    private static double shift(
            double value, double distance, double[] sorted, Grid grid, UniformRandomProvider random) {
        boolean up = random.nextBoolean();
        if (up && value + distance > sorted[sorted.length - 1]) {
            up = false;
        } else if (!up && value - distance < sorted[0]) {
            up = true;
        }
        return grid.onGrid(up ? value + distance : value - distance);
    }

    private static double spread(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean) / values.length;
        }
        return Math.sqrt(square);
    }
}
