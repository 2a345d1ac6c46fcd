package io.synthaudit.generators;

import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import java.math.BigDecimal;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The numbers that a column could hold: multiples of its usual step. Drawing from it gives numbers that look like the
 * column's own without being taken from any row.
 *
 * @param multiple the step in units of the last decimal, at least 1
 * @param decimals digits behind the point, 0 to {@value #MOST_DECIMALS}
 */
record Grid(long multiple, int decimals) {

    private static final int MOST_DECIMALS = 9;

    /** The share of a column's numbers that may lie beside the grid: stray digits do not make a column finer. */
    private static final double STRAY = 0.05;

    private static final long[] SECONDS = {86_400, 3_600, 60, 1};

    /** Beyond this, doubles no longer hold all whole numbers. */
    private static final double LARGEST = 9e15;

    /** The coarsest grid on which nearly all numbers of the column lie. */
    static Grid of(NumberColumn column) {
        if (column.field().kind() == Kind.DATETIME) {
            for (long seconds : SECONDS) {
                Grid grid = new Grid(seconds, 0);
                if (grid.fits(column.values())) {
                    return grid;
                }
            }
        }
        if (column.field().kind() == Kind.INTEGER) {
            return new Grid(1, 0);
        }
        for (int decimals = 0; decimals < MOST_DECIMALS; decimals++) {
            Grid grid = new Grid(1, decimals);
            if (grid.fits(column.values())) {
                return grid;
            }
        }
        return new Grid(1, MOST_DECIMALS);
    }

    private boolean fits(double[] values) {
        long present = 0;
        long stray = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                present++;
                stray += onGrid(value) == value ? 0 : 1;
            }
        }
        return stray <= STRAY * present;
    }

    /** The distance of neighbouring numbers. */
    double step() {
        return number(1);
    }

    /** The number of the grid that is nearest, or the value itself where doubles are too coarse for the grid. */
    double onGrid(double value) {
        double steps = Math.rint(value / step());
        return Math.abs(steps * multiple) > LARGEST ? value : number((long) steps);
    }

    /**
     * A number of the grid above {@code lower} and not above {@code upper}, each equally likely; where the grid has none
     * there, any number between them.
     */
    double draw(double lower, double upper, UniformRandomProvider random) {
        double first = Math.floor(lower / step()) + 1;
        double last = Math.floor(upper / step());
        if (last < first || Math.max(Math.abs(first), Math.abs(last)) * multiple > LARGEST) {
            return upper - random.nextDouble() * (upper - lower);
        }
        return number((long) first + random.nextLong((long) (last - first) + 1));
    }

    private double number(long steps) {
        return BigDecimal.valueOf(Math.multiplyExact(steps, multiple), decimals).doubleValue();
    }
}
