package io.synthaudit.core.table;

import java.util.List;

/**
 * What is public about a column's values, declared in the schema and never learned from rows.
 *
 * @param min smallest possible number, or NaN when not declared
 * @param max largest possible number, or NaN when not declared
 * @param unit unit of measurement, or the empty string
 * @param categories all possible levels in order, or empty when not declared
 * @param pattern date pattern of a datetime column, or the empty string for ISO-8601
 */
public record Domain(double min, double max, String unit, List<String> categories, String pattern) {

    /** Nothing is declared. */
    public static final Domain NONE = new Domain(Double.NaN, Double.NaN, "", List.of(), "");

    public Domain {
        categories = List.copyOf(categories);
        if (min > max) {
            throw new IllegalArgumentException("domain: min is above max");
        }
    }
}
