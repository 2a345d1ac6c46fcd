package io.synthaudit.testkit.simulation;

import java.util.Locale;

/**
 * How often the bounds of a measure held. A repetition in which an interval is withheld is not wrong: a gate on it is
 * inconclusive.
 *
 * @param measure full id of the measure and its column
 * @param law name of the law
 * @param planted what was planted
 * @param rows training rows
 * @param truth mean true value
 * @param repetitions repetitions
 * @param shown share of them that gave an interval
 * @param lower share in which no lower bound was above the true value
 * @param upper share in which no upper bound was below the true value
 * @param width mean width
 */
public record Coverage(
        String measure,
        String law,
        String planted,
        int rows,
        double truth,
        int repetitions,
        double shown,
        double lower,
        double upper,
        double width) {

    /** The head of a table of coverages. */
    public static String head() {
        return "| measure | law | planted | n | truth | lower | upper | width |\n|---|---|---|---|---|---|---|---|";
    }

    /** The row of a table. */
    public String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d | %.4g | %.3f | %.3f | %.4g |",
                measure.replace("|", ", "),
                law,
                planted.isEmpty() ? "-" : planted,
                rows,
                truth,
                lower,
                upper,
                width);
    }

    /** The worse of the two. */
    public double worst() {
        return Math.min(lower, upper);
    }
}
