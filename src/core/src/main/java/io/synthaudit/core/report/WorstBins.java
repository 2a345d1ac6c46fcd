package io.synthaudit.core.report;

import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.report.AuditReport.Line;
import io.synthaudit.core.report.AuditReport.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says in which bins of a chart a column has too many rows and in which too few: only shares that the chart shows. */
final class WorstBins {

    private static final int MOST = 3;

    /** Smaller differences of shares are not worth a word. */
    private static final double LEAST = 0.02;

    private record Bin(String label, double training, double synthetic) {

        double size() {
            return Math.abs(synthetic - training);
        }

        String text() {
            return (synthetic > training ? "too many in \"" : "too few in \"") + label + "\": " + percent(synthetic)
                    + " against " + percent(training) + " in training";
        }
    }

    private WorstBins() {}

    /** A sentence on the bins that make most of a finding about columns of the whole table; else nothing. */
    static String of(ReportFinding f, Map<String, Series> series) {
        boolean content =
                f.evaluation().startsWith("fidelity.") || f.evaluation().startsWith("validity.");
        Target target = f.target();
        if (!content || target.subgroup() != null || !target.given().isEmpty()) {
            return "";
        }
        if (target.kind() == Target.Kind.COLUMN) {
            List<String> texts = worst(series.get(chart(target.columns().get(0)))).stream()
                    .map(Bin::text)
                    .toList();
            return texts.isEmpty() ? "" : capital(String.join("; ", texts)) + ".";
        }
        List<String> texts = new ArrayList<>();
        for (String column : target.columns()) {
            worst(series.get(chart(column))).stream()
                    .limit(1)
                    .forEach(bin -> texts.add("\"" + column + "\" has " + bin.text()));
        }
        return texts.isEmpty() ? "" : "Column " + String.join("; column ", texts) + ".";
    }

    private static String chart(String column) {
        return "series:histogram@" + column;
    }

    private static List<Bin> worst(Series chart) {
        List<Bin> bins = new ArrayList<>();
        if (chart == null) {
            return bins;
        }
        List<Double> training = line(chart, "training");
        List<Double> synthetic = line(chart, "synthetic");
        for (int b = 0; b < Math.min(training.size(), synthetic.size()); b++) {
            Bin bin = new Bin(chart.axis().get(b), training.get(b), synthetic.get(b));
            if (bin.size() >= LEAST) {
                bins.add(bin);
            }
        }
        bins.sort(Comparator.comparingDouble(Bin::size).reversed());
        return bins.subList(0, Math.min(MOST, bins.size()));
    }

    private static List<Double> line(Series chart, String name) {
        return chart.lines().stream()
                .filter(l -> l.name().equals(name))
                .map(Line::y)
                .findFirst()
                .orElse(List.of());
    }

    private static String percent(double share) {
        return Words.number(100 * share) + " %";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
