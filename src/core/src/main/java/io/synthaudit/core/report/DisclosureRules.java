package io.synthaudit.core.report;

import io.synthaudit.core.report.AuditReport.Audience;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules that a report keeps, in words. */
final class DisclosureRules {

    private DisclosureRules() {}

    static Map<String, String> of(Audience audience, boolean persons) {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("rows", "No row and no cell of any table is shown.");
        rules.put("minimum-rows", "Nothing is shown that rests on fewer than 11 real rows; such bins are merged.");
        rules.put(
                "labels",
                "A category's label is shown only if at least 11 training rows have it or the schema's domain declares it.");
        if (persons) {
            rules.put(
                    "persons",
                    "An entity key tells who owns each row: labels, bins of charts and shares of the holdout need at least"
                            + " 11 persons, however many rows they own.");
        }
        rules.put("extremes", "No axis shows a number beyond the 1st or 99th percentile of the training column.");
        rules.put("axes", "Axis edges are rounded to 2 significant digits, dates to the month.");
        rules.put(
                "pairs",
                "Of more than 1,000 findings of a measure about pairs, sets or subgroups the 100 worst are shown, the 100 with"
                        + " the largest excess, and quantiles over all.");
        if (audience == Audience.PUBLIC) {
            rules.put(
                    "values",
                    "Values are rounded to 4 decimals and 6 significant digits, shares in charts to 3 decimals.");
            rules.put("counts", "Counts of real rows are rounded to multiples of 5.");
        } else {
            rules.put("values", "Values are given in full.");
            rules.put("counts", "Counts are given in full.");
        }
        return Collections.unmodifiableMap(rules);
    }
}
