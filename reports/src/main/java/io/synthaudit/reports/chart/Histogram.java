package io.synthaudit.reports.chart;

import io.synthaudit.core.report.AuditReport.Line;
import io.synthaudit.core.report.AuditReport.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One column in every table: training as wide pale bars, synthetic as narrow dark bars in front of them, holdout as an
 * outline. Numbers lie side by side on a horizontal axis; categories lie under each other, with their labels. Every
 * table's bars add to the same area, whether the series holds counts or shares.
 *
 * @param width width of the drawing
 * @param height height of the drawing
 * @param upright whether bars stand (numbers) or lie (categories)
 * @param bars rectangles, training first
 * @param outline path of the holdout, or the empty string
 * @param labels axis labels
 * @param base the axis: height of an upright chart's, horizontal place of a lying chart's
 */
public record Histogram(
        double width, double height, boolean upright, List<Bar> bars, String outline, List<Label> labels, double base) {

    private static final double WIDTH = 280;
    private static final double PLOT = 104;
    private static final double TOP = 6;
    private static final double FOOT = 18;
    private static final double LABELS = 96;
    private static final double ROW = 17;
    private static final int LONGEST = 15;
    private static final int MOST_ROWS = 14;
    private static final Pattern INTERVAL =
            Pattern.compile("(up to|above|about|any value).*|[0-9+.-].* to .*", Pattern.DOTALL);

    /** A rectangle of one table. */
    public record Bar(String table, double x, double y, double width, double height) {}

    /** A text with its anchor: {@code start}, {@code end}. */
    public record Label(double x, double y, String anchor, String text) {}

    /** Lays out a series of kind HISTOGRAM. */
    public static Histogram of(Series series) {
        int bins = series.axis().size();
        List<double[]> shares = new ArrayList<>();
        double highest = 0;
        for (Line line : series.lines()) {
            double[] share = shares(line, bins);
            for (double one : share) {
                highest = Math.max(highest, one);
            }
            shares.add(share);
        }
        boolean upright = numeric(series.axis()) || bins > MOST_ROWS;
        return upright
                ? standing(series, shares, highest > 0 ? highest : 1)
                : lying(series, shares, highest > 0 ? highest : 1);
    }

    private static Histogram standing(Series series, List<double[]> shares, double highest) {
        int bins = Math.max(1, series.axis().size());
        double step = WIDTH / bins;
        double base = TOP + PLOT;
        List<Bar> bars = new ArrayList<>();
        StringBuilder outline = new StringBuilder();
        for (int l = 0; l < shares.size(); l++) {
            String table = series.lines().get(l).name();
            double thin = table.equals("synthetic") ? 0.28 : 0.06;
            for (int b = 0; b < shares.get(l).length; b++) {
                double tall = Scale.tenth(PLOT * shares.get(l)[b] / highest);
                if (table.equals("holdout")) {
                    outline.append(outline.length() == 0 ? 'M' : 'L')
                            .append(point(b * step, base - tall))
                            .append('H')
                            .append(plain(Scale.tenth((b + 1) * step)));
                } else if (tall > 0) {
                    bars.add(new Bar(
                            table,
                            Scale.tenth((b + thin) * step),
                            Scale.tenth(base - tall),
                            Scale.tenth((1 - 2 * thin) * step),
                            tall));
                }
            }
        }
        int last = bins - 1;
        while (last > 0
                && !interval(series.axis().get(last))
                && interval(series.axis().get(0))) {
            last--;
        }
        List<Label> labels = new ArrayList<>();
        double foot = FOOT;
        if (!series.axis().isEmpty()) {
            labels.add(new Label(0, base + 13, "start", cut(series.axis().get(0), LONGEST)));
        }
        if (last > 0) {
            double end = Scale.tenth((last + 1) * step);
            labels.add(new Label(end, base + 13, "end", cut(series.axis().get(last), LONGEST)));
        }
        if (last < bins - 1) {
            String others = String.join(", ", series.axis().subList(last + 1, bins));
            labels.add(new Label(WIDTH, base + 26, "end", cut(others, 2 * LONGEST)));
            foot += 13;
        }
        return new Histogram(WIDTH, base + foot, true, bars, outline.toString(), labels, base);
    }

    private static Histogram lying(Series series, List<double[]> shares, double highest) {
        List<Bar> bars = new ArrayList<>();
        StringBuilder outline = new StringBuilder();
        double room = WIDTH - LABELS;
        for (int l = 0; l < shares.size(); l++) {
            String table = series.lines().get(l).name();
            double thin = table.equals("synthetic") ? 5 : 2;
            for (int b = 0; b < shares.get(l).length; b++) {
                double y = TOP + b * ROW;
                double length = Scale.tenth(room * shares.get(l)[b] / highest);
                if (table.equals("holdout")) {
                    outline.append('M')
                            .append(point(LABELS + length, y + 1))
                            .append("v")
                            .append(plain(ROW - 2));
                } else if (length > 0) {
                    bars.add(new Bar(table, LABELS, y + thin, length, ROW - 2 * thin));
                }
            }
        }
        List<Label> labels = new ArrayList<>();
        for (int b = 0; b < series.axis().size(); b++) {
            labels.add(new Label(
                    LABELS - 6, TOP + b * ROW + 12, "end", cut(series.axis().get(b), LONGEST)));
        }
        double height = 2 * TOP + series.axis().size() * ROW;
        return new Histogram(WIDTH, height, false, bars, outline.toString(), labels, LABELS);
    }

    private static double[] shares(Line line, int bins) {
        double[] share = new double[Math.min(bins, line.y().size())];
        double sum = 0;
        for (int b = 0; b < share.length; b++) {
            Double y = line.y().get(b);
            share[b] = y != null && Double.isFinite(y) && y > 0 ? y : 0;
            sum += share[b];
        }
        for (int b = 0; b < share.length && sum > 0; b++) {
            share[b] /= sum;
        }
        return share;
    }

    /** Whether the labels are intervals, as columns of numbers have them; {@code missing} may stand among them. */
    private static boolean numeric(List<String> axis) {
        return axis.size() > 2 && 2 * axis.stream().filter(Histogram::interval).count() >= axis.size();
    }

    private static boolean interval(String label) {
        return INTERVAL.matcher(label).matches();
    }

    /** A label of at most so many characters. */
    static String cut(String label, int longest) {
        if (label.codePointCount(0, label.length()) <= longest) {
            return label;
        }
        return label.substring(0, label.offsetByCodePoints(0, longest - 1)) + "\u2026";
    }

    private static String point(double x, double y) {
        return plain(Scale.tenth(x)) + " " + plain(Scale.tenth(y));
    }

    static String plain(double tenth) {
        return tenth == Math.rint(tenth) ? Long.toString((long) tenth) : Double.toString(tenth);
    }
}
