package io.synthaudit.generators;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A column's distribution given its parent's code and the row's class.
 *
 * <p>Counts are mixed with those of a wider group, so that a code of a single person does not fix that person's other
 * cells: the parent's code with {@value #OWN} rows' worth of the column's own distribution, and within a class with
 * {@value #POOLED} rows' worth of the distribution over all classes.
 */
final class Conditional {

    private static final int OWN = 2;

    private static final int POOLED = 10;

    private final Distribution[][] byClass;

    /**
     * @param child codes of the column, one per training row
     * @param children number of its codes
     * @param parent the parent
     * @param classes the classes
     */
    Conditional(int[] child, int children, Codes parent, Codes classes) {
        int parents = parent.size();
        int number = classes.size();
        double[][] pooled = new double[parents][children];
        double[][][] own = new double[number][parents][children];
        for (int i = 0; i < child.length; i++) {
            own[classes.training()[i]][parent.training()[i]][child[i]]++;
            pooled[parent.training()[i]][child[i]]++;
        }
        mix(pooled, child);
        byClass = new Distribution[number][parents];
        for (int c = 0; c < number; c++) {
            for (int p = 0; p < parents; p++) {
                for (int code = 0; code < children; code++) {
                    own[c][p][code] += POOLED * pooled[p][code];
                }
                byClass[c][p] = new Distribution(own[c][p]);
            }
        }
    }

    /** Turns counts by parent into distributions, mixed with the column's own. */
    private static void mix(double[][] pooled, int[] child) {
        double[] marginal = new double[pooled[0].length];
        for (int code : child) {
            marginal[code] += 1.0 / child.length;
        }
        for (double[] row : pooled) {
            double rows = OWN;
            for (double count : row) {
                rows += count;
            }
            for (int code = 0; code < row.length; code++) {
                row[code] = (row[code] + OWN * marginal[code]) / rows;
            }
        }
    }

    int draw(int label, int parent, UniformRandomProvider random) {
        return byClass[label][parent].draw(random);
    }
}
