package io.synthaudit.learn.lightgbm;

import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.model.Feature;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows as LightGBM reads them: column after column, levels by number, a missing level as NaN.
 *
 * @param values all cells
 * @param rows number of rows
 * @param columns number of columns, one a feature
 * @param levels the setting that says which columns are levels; empty when none is
 */
record Cells(double[] values, int rows, int columns, String levels) {

    static Cells of(Design design) {
        List<Feature> features = design.features();
        int rows = design.size();
        double[] values = new double[Math.multiplyExact(rows, features.size())];
        for (int f = 0; f < features.size(); f++) {
            Feature feature = features.get(f);
            for (int i = 0; i < rows; i++) {
                values[f * rows + i] = feature.values() != null
                        ? feature.values()[i]
                        : feature.slots()[i] < 0 ? Double.NaN : feature.slots()[i];
            }
        }
        String levels = IntStream.range(0, features.size())
                .filter(f -> features.get(f).values() == null)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
        return new Cells(values, rows, features.size(), levels.isEmpty() ? "" : " categorical_feature=" + levels);
    }
}
