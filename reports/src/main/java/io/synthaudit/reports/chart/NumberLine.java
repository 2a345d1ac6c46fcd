package io.synthaudit.reports.chart;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The one glyph of the report: a line with the value as a tick, its interval as a bar, the limit as a full-height stroke
 * with the forbidden side hatched, and what a fresh real sample would score as a small triangle.
 *
 * @param width width of the drawing
 * @param height height of the drawing
 * @param zero position of zero, or none where it lies outside
 * @param forbidden hatched stretches
 * @param limits positions of the limit's ends
 * @param marks what was found, one line each, top to bottom
 * @param yardstick position of the yardstick, or none
 * @param description the same in words
 */
public record NumberLine(
        double width,
        double height,
        List<Double> zero,
        List<Stretch> forbidden,
        List<Double> limits,
        List<Mark> marks,
        List<Double> yardstick,
        String description) {

    /** Width of every number line. */
    public static final double WIDTH = 200;

    private static final double EDGE = 6;
    private static final double ROW = 14;
    private static final double TOP = 9;
    private static final double FOOT = 9;

    /** A horizontal stretch. */
    public record Stretch(double from, double width) {}

    /**
     * One value with its interval.
     *
     * @param name style of the mark: {@code value}, or a game such as {@code main}
     * @param y height of the line
     * @param value position of the value
     * @param bar the interval, or none
     */
    public record Mark(String name, double y, double value, List<Stretch> bar) {}

    /**
     * A number to be drawn.
     *
     * @param name style of the mark
     * @param value the number
     * @param lower lower end of the bar, or NaN
     * @param upper upper end of the bar, or NaN
     */
    public record Entry(String name, double value, double lower, double upper) {

        /** A value with its interval, which may be null. */
        public static Entry of(String name, double value, ReportInterval interval) {
            return interval == null
                    ? new Entry(name, value, Double.NaN, Double.NaN)
                    : new Entry(name, value, interval.lower(), interval.upper());
        }
    }

    /** A scale that fits entries, a limit (or null) and a yardstick (or NaN). */
    public static Scale scale(List<Entry> entries, Limit limit, double yardstick) {
        double[] numbers = new double[3 * entries.size() + 3];
        int used = 0;
        for (Entry entry : entries) {
            numbers[used++] = entry.value();
            numbers[used++] = entry.lower();
            numbers[used++] = entry.upper();
        }
        numbers[used++] = limit == null ? Double.NaN : limit.min();
        numbers[used++] = limit == null ? Double.NaN : limit.max();
        numbers[used] = yardstick;
        return Scale.around(numbers, EDGE, WIDTH - EDGE);
    }

    /** A scale that fits entries as closely as can be: games differ by little, far from zero. */
    public static Scale scale(List<Entry> entries) {
        return Scale.closely(numbers(entries), EDGE, WIDTH - EDGE);
    }

    /** A scale for a number that stands alone: zero is all that it can be seen against. */
    public static Scale fromZero(List<Entry> entries) {
        return Scale.fromZero(numbers(entries), EDGE, WIDTH - EDGE);
    }

    private static double[] numbers(List<Entry> entries) {
        return entries.stream()
                .flatMapToDouble(entry -> DoubleStream.of(entry.value(), entry.lower(), entry.upper()))
                .toArray();
    }

    /**
     * Lays the glyph out.
     *
     * @param entries what was found; entries without a value are left out
     * @param limit where the number must lie, or null
     * @param yardstick what a fresh real sample would score, or NaN
     * @param scale where numbers stand
     * @param description the same in words
     */
    public static NumberLine of(List<Entry> entries, Limit limit, double yardstick, Scale scale, String description) {
        List<Mark> marks = new ArrayList<>();
        for (Entry entry : entries) {
            if (Double.isFinite(entry.value())) {
                double y = TOP + ROW / 2 + marks.size() * ROW;
                marks.add(new Mark(entry.name(), y, scale.at(entry.value()), bar(entry, scale)));
            }
        }
        List<Stretch> forbidden = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        if (limit != null && limit.hasMin()) {
            limits.add(scale.at(limit.min()));
            forbidden.add(stretch(0, scale.at(limit.min())));
        }
        if (limit != null && limit.hasMax()) {
            limits.add(scale.at(limit.max()));
            forbidden.add(stretch(scale.at(limit.max()), WIDTH));
        }
        double height = TOP + Math.max(1, marks.size()) * ROW + FOOT;
        List<Double> reference = Double.isFinite(yardstick) ? List.of(scale.at(yardstick)) : List.of();
        List<Double> zero = scale.shows(0) ? List.of(scale.at(0)) : List.of();
        return new NumberLine(WIDTH, height, zero, forbidden, limits, marks, reference, description);
    }

    private static List<Stretch> bar(Entry entry, Scale scale) {
        return Double.isFinite(entry.lower()) && Double.isFinite(entry.upper())
                ? List.of(stretch(scale.at(entry.lower()), scale.at(entry.upper())))
                : List.of();
    }

    private static Stretch stretch(double from, double to) {
        return new Stretch(from, Scale.tenth(Math.max(1, to - from)));
    }
}
