package io.synthaudit.metrics.conformance;

import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;

/**
 * The association of two columns of levels in one table by itself, every level apart and as many as there are: our
 * difference from a table of two by two equal cells, whose columns are independent.
 */
final class OneTable {

    /** What a tool says of a pair with a constant column. */
    interface Convention {
        double of(boolean firstIsConstant, boolean secondIsConstant);
    }

    private OneTable() {}

    /** The difference of both tables. */
    static double difference(
            Measurements m, PairMetric<PairCounts> metric, String measure, Convention constant, String... columns) {
        int first = m.schema().indexOf(columns[0]).orElseThrow();
        int second = m.schema().indexOf(columns[1]).orElseThrow();
        return of(m.tables().synthetic(), metric, measure, constant, first, second)
                - of(m.tables().training(), metric, measure, constant, first, second);
    }

    /** One table's association. */
    static double of(
            Table table, PairMetric<PairCounts> metric, String measure, Convention constant, int first, int second) {
        PairCounts counts = count((CodeColumn) table.column(first), (CodeColumn) table.column(second));
        long[] even = new long[counts.cells().length];
        even[0] = 1;
        even[1] = 1;
        even[counts.width()] = 1;
        even[counts.width() + 1] = 1;
        PairCounts independent = new PairCounts(even, counts.height(), counts.width(), null, null);
        boolean firstIsConstant = isConstant(counts, true);
        boolean secondIsConstant = isConstant(counts, false);
        if (firstIsConstant || secondIsConstant) {
            return constant.of(firstIsConstant, secondIsConstant);
        }
        return metric.compare(independent, counts, new Comparison(0.95, 1, 1, null)).stream()
                .filter(v -> v.measure().id().equals(measure))
                .mapToDouble(v -> v.estimate().value())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isConstant(PairCounts counts, boolean byRow) {
        int seen = -1;
        for (int i = 0; i < counts.height(); i++) {
            for (int j = 0; j < counts.width(); j++) {
                if (counts.isPresent(i, j) && counts.cells()[i * counts.width() + j] > 0) {
                    int level = byRow ? i : j;
                    if (seen >= 0 && level != seen) {
                        return false;
                    }
                    seen = level;
                }
            }
        }
        return true;
    }

    /** Rows by level of either column, then missing, then none that training lacks. */
    static PairCounts count(CodeColumn x, CodeColumn y) {
        int height = Math.max(2, x.dictionary().size()) + 2;
        int width = Math.max(2, y.dictionary().size()) + 2;
        long[] cells = new long[height * width];
        for (int row = 0; row < x.codes().length; row++) {
            int i = x.codes()[row] < 0 ? height - 2 : x.codes()[row];
            int j = y.codes()[row] < 0 ? width - 2 : y.codes()[row];
            cells[i * width + j]++;
        }
        return new PairCounts(cells, height, width, null, null);
    }

    /** The share of the variance of a column of numbers that lies between the levels of another, over complete rows. */
    static double etaSquared(Table table, int levels, int numbers) {
        int[] codes = ((CodeColumn) table.column(levels)).codes();
        double[] values = ((NumberColumn) table.column(numbers)).values();
        int size = ((CodeColumn) table.column(levels)).dictionary().size();
        double[] counts = new double[size];
        double[] sums = new double[size];
        double n = 0;
        double sum = 0;
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && !Double.isNaN(values[row])) {
                counts[codes[row]]++;
                sums[codes[row]] += values[row];
                n++;
                sum += values[row];
            }
        }
        double between = 0;
        for (int k = 0; k < size; k++) {
            double d = counts[k] == 0 ? 0 : sums[k] / counts[k] - sum / n;
            between += counts[k] * d * d;
        }
        double total = 0;
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && !Double.isNaN(values[row])) {
                total += (values[row] - sum / n) * (values[row] - sum / n);
            }
        }
        return between / total;
    }
}
