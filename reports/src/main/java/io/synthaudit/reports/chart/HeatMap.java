package io.synthaudit.reports.chart;

import io.synthaudit.core.report.AuditReport.Line;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.reports.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Distances of all pairs as the lower half of a matrix. Cells of one class are one path, so that many columns stay few
 * bytes; each column is named once, on the diagonal: a cell belongs to the name right of it and the name above it.
 *
 * @param width width of the drawing
 * @param height height of the drawing
 * @param classes one path per class, palest first; empty paths included
 * @param numbers values written into the cells, when there is room
 * @param labels column names on the diagonal
 * @param cut whether only the columns of the worst pairs are drawn
 */
public record HeatMap(
        double width, double height, List<String> classes, List<CellNumber> numbers, List<Name> labels, boolean cut) {

    /** Lower ends of the classes; the first begins at 0. */
    public static final List<Double> STEPS = List.of(0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4);

    private static final int MOST = 40;
    private static final int FEW = 16;
    private static final double NAMES = 150;
    private static final int LONGEST = 24;

    /** A value inside a cell; {@code dark} cells want pale figures. */
    public record CellNumber(double x, double y, boolean dark, String text) {}

    /** A column's name on the diagonal. */
    public record Name(double x, double y, String text) {}

    /**
     * Lays out a series of kind HEATMAP: the worst {@value #MOST} columns, in the order of the series.
     *
     * @param series the series
     * @param signed whether numbers on both sides of zero are bad; otherwise all below zero is as good as zero
     */
    public static HeatMap of(Series series, boolean signed) {
        double[][] matrix = matrix(series);
        List<Integer> columns = worst(matrix, signed);
        int n = columns.size();
        double side = n <= FEW ? 42 : n <= 24 ? 24 : 16;
        double tall = n <= FEW ? 28 : side;
        List<StringBuilder> paths = new ArrayList<>();
        for (int c = 0; c < STEPS.size(); c++) {
            paths.add(new StringBuilder());
        }
        List<CellNumber> numbers = new ArrayList<>();
        List<Name> labels = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double value = matrix[columns.get(i)][columns.get(j)];
                if (Double.isFinite(value)) {
                    int step = step(bad(value, signed));
                    cell(paths.get(step), j * side, i * tall, side - 1, tall - 1);
                    if (n <= FEW) {
                        numbers.add(new CellNumber(
                                Scale.tenth((j + 0.5) * side),
                                i * tall + tall / 2 + 3.5,
                                step >= 4,
                                Numbers.text(value)));
                    }
                }
            }
            labels.add(new Name(
                    i * side + 6,
                    i * tall + tall / 2 + 4,
                    Histogram.cut(series.axis().get(columns.get(i)), LONGEST)));
        }
        List<String> classes = paths.stream().map(StringBuilder::toString).toList();
        return new HeatMap(n * side + NAMES, n * tall + 2, classes, numbers, labels, n == MOST);
    }

    private static double bad(double value, boolean signed) {
        return signed ? Math.abs(value) : Math.max(0, value);
    }

    /** Class of a distance: the last step that it reaches. */
    static int step(double value) {
        int step = 0;
        while (step + 1 < STEPS.size() && value >= STEPS.get(step + 1)) {
            step++;
        }
        return step;
    }

    private static double[][] matrix(Series series) {
        int n = series.axis().size();
        double[][] matrix = new double[n][n];
        for (double[] row : matrix) {
            Arrays.fill(row, Double.NaN);
        }
        for (int i = 0; i < Math.min(n, series.lines().size()); i++) {
            Line line = series.lines().get(i);
            for (int j = 0; j < Math.min(n, line.y().size()); j++) {
                Double value = line.y().get(j);
                if (i != j && value != null && Double.isFinite(value)) {
                    matrix[i][j] = value;
                    matrix[j][i] = value;
                }
            }
        }
        return matrix;
    }

    private static List<Integer> worst(double[][] matrix, boolean signed) {
        List<Integer> order = new ArrayList<>();
        double[] largest = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            order.add(i);
            for (double value : matrix[i]) {
                largest[i] = Double.isFinite(value) ? Math.max(largest[i], bad(value, signed)) : largest[i];
            }
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -largest[i]).thenComparing(i -> i));
        return List.copyOf(new TreeSet<>(order.subList(0, Math.min(MOST, order.size()))));
    }

    private static void cell(StringBuilder path, double x, double y, double width, double height) {
        path.append('M')
                .append(Histogram.plain(x))
                .append(' ')
                .append(Histogram.plain(y))
                .append('h')
                .append(Histogram.plain(width))
                .append('v')
                .append(Histogram.plain(height))
                .append('h')
                .append(Histogram.plain(-width))
                .append('z');
    }
}
