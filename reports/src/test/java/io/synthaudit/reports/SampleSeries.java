package io.synthaudit.reports;

import io.synthaudit.core.report.AuditReport.Line;
import io.synthaudit.core.report.AuditReport.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Charts of the sample report. */
final class SampleSeries {

    private static final List<String> WORDS = List.of(
            "Emergency",
            "Urgent",
            "Elective",
            "Newborn",
            "Trauma centre",
            "Not available to the registry",
            "(missing)");

    private SampleSeries() {}

    static List<Series> of(List<String> columns) {
        List<Series> series = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            series.add(c % 3 == 0 ? numbers(columns.get(c), c) : categories(columns.get(c), c));
        }
        series.add(pairs(columns));
        series.sort(Comparator.comparing(Series::key));
        return series;
    }

    private static Series numbers(String column, int at) {
        List<String> axis = new ArrayList<>();
        List<Double> training = new ArrayList<>();
        List<Double> synthetic = new ArrayList<>();
        List<Double> holdout = new ArrayList<>();
        for (int b = 0; b < 20; b++) {
            axis.add((10 + 4 * b) + " to " + (14 + 4 * b));
            double hill = StrictMath.exp(-0.5 * (b - 9) * (b - 9) / 16.0);
            training.add(thousandth(0.1 * hill));
            holdout.add(thousandth(0.1 * hill + (b % 2 == 0 ? 0.003 : -0.001)));
            synthetic.add(thousandth(0.1 * StrictMath.exp(-0.5 * (b - 9 - at * 0.3) * (b - 9 - at * 0.3) / 12.0)));
        }
        return new Series(
                "fidelity.tvd/distance~20 bins@" + column,
                "HISTOGRAM",
                axis,
                List.of(
                        new Line("training", training),
                        new Line("synthetic", synthetic),
                        new Line("holdout", holdout)));
    }

    private static Series categories(String column, int at) {
        int n = 2 + at % 6;
        List<Double> training = new ArrayList<>();
        List<Double> synthetic = new ArrayList<>();
        List<Double> holdout = new ArrayList<>();
        for (int b = 0; b < n; b++) {
            training.add(12000.0 / (b + 1));
            synthetic.add(11000.0 / (b + 1) + 900 * ((b + at) % 3));
            holdout.add(3000.0 / (b + 1) + 40);
        }
        return new Series(
                "histogram@" + column,
                "HISTOGRAM",
                WORDS.subList(0, n),
                List.of(
                        new Line("training", training),
                        new Line("synthetic", synthetic),
                        new Line("holdout", holdout)));
    }

    private static Series pairs(List<String> columns) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < columns.size(); j++) {
                int a = Math.min(i, j);
                int b = Math.max(i, j);
                row.add(i == j ? Double.NaN : thousandth(0.008 + 0.017 * ((a * 5 + b * 3) % 19)));
            }
            lines.add(new Line(columns.get(i), row));
        }
        return new Series("fidelity.pair-tvd/distance", "HEATMAP", columns, lines);
    }

    private static double thousandth(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
