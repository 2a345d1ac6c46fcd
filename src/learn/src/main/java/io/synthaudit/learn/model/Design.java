package io.synthaudit.learn.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as a model reads it, by columns. The arrays are shared, not copied, and nobody writes to them.
 *
 * @param features the columns, in order of their places
 * @param size number of rows
 * @param width numbers per row, 0 when nothing can be learned from
 */
public record Design(List<Feature> features, int size, int width) {

    public Design {
        features = List.copyOf(features);
    }

    /** Rows of numbers, one feature a place; for rows that no {@link Encoding} made. */
    public Design(double[][] rows, int width) {
        this(numbers(rows, width), rows.length, width);
    }

    private static List<Feature> numbers(double[][] rows, int width) {
        List<Feature> features = new ArrayList<>();
        for (int j = 0; j < width; j++) {
            double[] values = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                values[i] = rows[i][j];
            }
            features.add(new Feature(j, j, 1, values, null));
        }
        return features;
    }

    /** The same as one array of numbers per row, each level a number of its own: made anew at each call. */
    public double[][] rows() {
        double[][] rows = new double[size][width];
        for (Feature feature : features) {
            for (int i = 0; i < size; i++) {
                if (feature.isNumber()) {
                    rows[i][feature.first()] = feature.values()[i];
                } else if (feature.slots()[i] >= 0) {
                    rows[i][feature.first() + feature.slots()[i]] = 1;
                }
            }
        }
        return rows;
    }

    /**
     * Numbers per feature, added up by the column of the table that each comes from.
     *
     * @param perFeature one number per feature, such as an importance
     * @param columns number of columns of the table
     */
    public double[] byColumn(double[] perFeature, int columns) {
        double[] sums = new double[columns];
        for (int f = 0; f < perFeature.length; f++) {
            sums[features.get(f).column()] += perFeature[f];
        }
        return sums;
    }

    /** The given rows, in the given order. */
    public Design select(int[] rows) {
        return new Design(features.stream().map(f -> f.select(rows)).toList(), rows.length, width);
    }

    /** Refuses to learn from nothing, and from rows and answers that differ in number. */
    public void checkAnswers(int answers) {
        if (answers == 0 || answers != size) {
            throw new IllegalArgumentException("a model is fitted on rows with one label each");
        }
    }
}
