package io.synthaudit.core.report;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Finding.Measurement;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.report.AuditReport.Line;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            if (finding instanceof Measurement m && isPairOf(m, evaluation)) {
                pairs.add(m);
            }
        }
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        boolean excess = pairs.stream().allMatch(m -> m.excess() != null);
        Map<String, Integer> position = new HashMap<>();
        for (Field field : schema.fields()) {
            position.put(field.name(), position.size());
        }
        pairs.removeIf(m -> !position.keySet().containsAll(m.subject().target().columns()));
        List<Integer> shown = worstColumns(pairs, excess, position);
        int[] place = new int[position.size()];
        Arrays.fill(place, -1);
        shown.forEach(column -> place[column] = shown.indexOf(column));
        double[][] cells = new double[shown.size()][shown.size()];
        for (double[] row : cells) {
            Arrays.fill(row, Double.NaN);
        }
        for (Measurement m : pairs) {
            int a = place[position.get(m.subject().target().columns().get(0))];
            int b = place[position.get(m.subject().target().columns().get(1))];
            if (a >= 0 && b >= 0) {
                cells[a][b] = rounding.value(number(m, excess));
                cells[b][a] = cells[a][b];
            }
        }
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String key = pairs.get(0).subject().fullMeasure() + (excess ? "~excess" : "~value");
        List<String> axis = shown.stream().map(i -> schema.field(i).name()).toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            lines.add(new Line(axis.get(i), Arrays.stream(cells[i]).boxed().toList()));
        }
        return Optional.of(new Series(key, "HEATMAP", axis, List.copyOf(lines)));
    }

    private static double number(Measurement m, boolean excess) {
        return excess ? m.excess().value() : m.estimate().value();
    }

    /** The columns of the worst pairs, worst first. */
    private static List<Integer> worstColumns(List<Measurement> pairs, boolean excess, Map<String, Integer> position) {
        double[] worst = new double[position.size()];
        Arrays.fill(worst, Double.NEGATIVE_INFINITY);
        for (Measurement m : pairs) {
            double bad = m.subject().measure().direction().badness(number(m, excess));
            for (String name : m.subject().target().columns()) {
                int column = position.get(name);
                worst[column] = Math.max(worst[column], bad);
            }
        }
        return IntStream.range(0, worst.length)
                .filter(i -> worst[i] > Double.NEGATIVE_INFINITY)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -worst[i]).thenComparing(i -> i))
                .limit(MOST)
                .toList();
    }

    private static boolean isPairOf(Measurement m, String evaluation) {
        return m.subject().description().id().equals(evaluation)
                && m.subject().target().kind() == Target.Kind.PAIR
                && m.subject().measure().equals(m.subject().description().primary())
                && m.subject().params().isEmpty()
                && m.referenceRows() >= Withheld.FEWEST_ROWS;
    }
}
