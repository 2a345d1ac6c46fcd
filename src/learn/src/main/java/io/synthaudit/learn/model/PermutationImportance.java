package io.synthaudit.learn.model;

import io.synthaudit.core.random.RandomStreams;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How much worse a model does on rows in which one column's cells have changed rows: of any model, and of the rows that it is
 * tested on.
 *
 * @see <a href="https://doi.org/10.1023/A:1010933404324">Breiman (2001)</a>
 * @see <a href="https://jmlr.org/papers/v20/18-760.html">Fisher, Rudin and Dominici (2019)</a>
 */
public final class PermutationImportance {

    private PermutationImportance() {}

    /**
     * Loss of a score by permuting each column in turn, all numbers and marks of a column together.
     *
     * @param design rows to test on
     * @param columns number of columns of the table
     * @param score what the model scores on rows, larger is better
     * @param random of the permutations
     * @return one number per column of the table, 0 for columns that are not in the design; may be negative by chance
     */
    public static double[] of(
            Design design, int columns, ToDoubleFunction<Design> score, UniformRandomProvider random) {
        double whole = score.applyAsDouble(design);
        double[] losses = new double[columns];
        int previous = -1;
        for (Feature feature : design.features()) {
            if (feature.column() != previous) {
                previous = feature.column();
                int[] order = RandomStreams.permutation(design.size(), random);
                losses[previous] = whole - score.applyAsDouble(design.permuted(previous, order));
            }
        }
        return losses;
    }
}
