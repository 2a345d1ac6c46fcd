package io.synthaudit.core.report;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Finding.Measurement;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.report.AuditReport.Line;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.table.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes the matrix of a pair metric's primary measure: the excess where every pair has one, else the value. At most 40
 * columns, those of the worst pairs first.
 */
final class HeatMap {

    static final int MOST = 40;

    private HeatMap() {}

    /** The heat map of one evaluation; empty when it measured no pair. */
    static Optional<Series> of(String evaluation, List<Finding> findings, Schema schema, Rounding rounding) {
        List<Measurement> pairs = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding instanceof Measurement m && isPairOf(m, evaluation) && isIn(schema, m)) {
                pairs.add(m);
            }
        }
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        boolean excess = pairs.stream().allMatch(m -> m.excess() != null);
        int size = schema.size();
        double[][] cells = new double[size][size];
        double[] worst = new double[size];
        Arrays.fill(worst, Double.NEGATIVE_INFINITY);
        for (double[] row : cells) {
            Arrays.fill(row, Double.NaN);
        }
        for (Measurement m : pairs) {
            int a = schema.indexOf(m.subject().target().columns().get(0)).orElseThrow();
            int b = schema.indexOf(m.subject().target().columns().get(1)).orElseThrow();
            double value = excess ? m.excess().value() : m.estimate().value();
            double bad = PairBudget.badness(m.subject().measure().direction(), value);
            cells[a][b] = rounding.value(value);
            cells[b][a] = cells[a][b];
            worst[a] = Math.max(worst[a], bad);
            worst[b] = Math.max(worst[b], bad);
        }
        String key = "series:heatmap@" + pairs.get(0).subject().fullMeasure() + (excess ? ":excess" : ":value");
        return Optional.of(matrix(key, cells, worst, schema));
    }

    private static boolean isPairOf(Measurement m, String evaluation) {
        return m.subject().description().id().equals(evaluation)
                && m.subject().target().kind() == Target.Kind.PAIR
                && m.subject().measure().equals(m.subject().description().primary())
                && m.subject().params().isEmpty()
                && m.referenceRows() >= Withheld.FEWEST_ROWS;
    }

    private static boolean isIn(Schema schema, Measurement m) {
        return m.subject().target().columns().stream()
                .allMatch(name -> schema.indexOf(name).isPresent());
    }

    private static Series matrix(String key, double[][] cells, double[] worst, Schema schema) {
        List<Integer> columns = IntStream.range(0, worst.length)
                .filter(i -> worst[i] > Double.NEGATIVE_INFINITY)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -worst[i]).thenComparing(i -> i))
                .limit(MOST)
                .toList();
        List<String> axis = columns.stream().map(i -> schema.field(i).name()).toList();
        List<Line> lines = new ArrayList<>();
        for (int row : columns) {
            List<Double> y = columns.stream().map(c -> cells[row][c]).toList();
            lines.add(new Line(schema.field(row).name(), y));
        }
        return new Series(key, "HEATMAP", axis, Collections.unmodifiableList(lines));
    }
}
