package io.synthaudit.reports.html;

import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.report.AuditReport.Line;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportFinding.Status;
import io.synthaudit.reports.chart.HeatMap;
import io.synthaudit.reports.chart.Histogram;
import io.synthaudit.reports.text.Numbers;
import io.synthaudit.reports.text.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The drawings of the fidelity section.
 *
 * @param columns the columns that differ most, worst first
 * @param left whether columns were left out
 * @param pairs heat maps of the pairs
 */
public record Charts(List<ColumnChart> columns, boolean left, List<PairChart> pairs) {

    private static final int MOST = 20;
    private static final String RANKED_BY = "fidelity.tvd";

    /**
     * One column in every table.
     *
     * @param column the column's name
     * @param finding its distance in figures
     * @param description the finding as a sentence
     * @param drawing the drawing
     * @param tables names of the tables drawn
     * @param bins the same as figures
     */
    public record ColumnChart(
            String column,
            String finding,
            String description,
            Histogram drawing,
            List<String> tables,
            List<BinRow> bins) {}

    /** One bin: its label and the number of each table. */
    public record BinRow(String label, List<String> cells) {}

    /** A heat map with its name; the steps are what its classes stand for. */
    public record PairChart(String title, HeatMap drawing, String description, List<String> steps) {}

    static Charts of(Index index) {
        List<Series> histograms = new ArrayList<>();
        List<PairChart> pairs = new ArrayList<>();
        for (Series series : index.report().series()) {
            if (series.kind().equals("HISTOGRAM")) {
                histograms.add(series);
            } else if (series.kind().equals("HEATMAP") && series.axis().size() > 1) {
                pairs.add(pairs(series, index));
            }
        }
        Map<String, Double> ranks = new HashMap<>();
        histograms.forEach(s -> ranks.put(s.key(), rank(distance(s, index), index)));
        histograms.sort(Comparator.comparing((Series s) -> ranks.get(s.key())).thenComparing(Series::key));
        List<ColumnChart> columns = new ArrayList<>();
        for (Series series : histograms.subList(0, Math.min(MOST, histograms.size()))) {
            columns.add(column(series, distance(series, index)));
        }
        return new Charts(columns, histograms.size() > MOST, pairs);
    }

    private static ColumnChart column(Series series, ReportFinding distance) {
        List<String> tables = series.lines().stream().map(Line::name).toList();
        List<BinRow> bins = new ArrayList<>();
        for (int b = 0; b < series.axis().size(); b++) {
            List<String> cells = new ArrayList<>();
            for (Line line : series.lines()) {
                Double y = b < line.y().size() ? line.y().get(b) : null;
                cells.add(y == null ? Numbers.NONE : number(y));
            }
            bins.add(new BinRow(series.axis().get(b), cells));
        }
        String name = distance == null
                ? column(series.key())
                : distance.target().columns().get(0);
        return new ColumnChart(
                name,
                distance == null ? "" : figures(distance),
                distance == null || distance.sentence() == null ? "" : Visible.prose(distance.sentence()),
                Histogram.of(series),
                tables,
                bins);
    }

    private static PairChart pairs(Series series, Index index) {
        ReportFinding worst = null;
        String evaluation = series.key().split("[/@~]", 2)[0];
        for (ReportFinding finding : index.of(evaluation)) {
            if (finding.target().kind() == Target.Kind.PAIR
                    && finding.status() == Status.MEASURED
                    && (worst == null || index.badness(finding) > index.badness(worst))) {
                worst = finding;
            }
        }
        String words = worst == null
                ? "Distances of all pairs of columns between training and synthetic table."
                : "The worst pair is " + String.join(" and ", worst.target().columns()) + ", " + figures(worst) + ".";
        String drawn = series.key().endsWith("~excess") ? " Drawn is the excess over the yardstick." : "";
        boolean signed = worst != null && index.direction(worst).equals("ZERO");
        return new PairChart(index.title(evaluation), HeatMap.of(series, signed), words + drawn, steps());
    }

    /** The distance that ranks a histogram: of the finding that it names, or of its column. */
    private static ReportFinding distance(Series series, Index index) {
        ReportFinding named = index.finding(series.key());
        if (named != null && named.target().columns().size() == 1) {
            return named;
        }
        String column = column(series.key());
        for (ReportFinding finding : index.of(RANKED_BY)) {
            if (finding.target().kind() == Target.Kind.COLUMN
                    && finding.target().subgroup() == null
                    && finding.target().columns().get(0).equals(column)) {
                return finding;
            }
        }
        return null;
    }

    private static List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (int s = 0; s < HeatMap.STEPS.size(); s++) {
            steps.add(
                    s == 0
                            ? "below " + Numbers.text(HeatMap.STEPS.get(1))
                            : "from " + Numbers.text(HeatMap.STEPS.get(s)));
        }
        return steps;
    }

    private static double rank(ReportFinding finding, Index index) {
        double badness = finding == null ? Double.NaN : index.badness(finding);
        return Double.isNaN(badness) ? Double.POSITIVE_INFINITY : -badness;
    }

    private static String figures(ReportFinding finding) {
        return finding.excess() == null
                ? "distance " + Numbers.with(finding.value(), finding.interval())
                : "excess " + Numbers.with(finding.excess());
    }

    private static String number(double y) {
        return y >= 1 && y == Math.rint(y) ? Numbers.count(y) : Numbers.text(y);
    }

    private static String column(String key) {
        return key.substring(key.indexOf('@') + 1);
    }
}
