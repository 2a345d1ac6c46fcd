package io.synthaudit.metrics.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All golden numbers: those set beside ours, and how many of each kind are not measured here. */
final class Findings {

    private final List<Compared> compared = new ArrayList<>();
    private final Map<Unmeasured, Integer> unmeasured = new TreeMap<>();

    /**
     * Sets a number beside ours.
     *
     * @param place tool and tables
     * @param metric what the tool calls it
     * @param rule how ours is had; null if it is among the {@link Unmeasured}
     * @param theirs the number, NaN if there is none
     * @param columns where it belongs; none for the table
     */
    void add(Place place, String metric, Rule rule, double theirs, String... columns) {
        if (rule == null) {
            unmeasured.merge(Unmeasured.of(place.tool(), metric), 1, Integer::sum);
            return;
        }
        Compared both = Compared.of(place, metric, rule, theirs, columns);
        if (!Double.isNaN(both.theirs()) || !Double.isNaN(both.ours())) {
            compared.add(both);
        }
    }

    List<Compared> compared() {
        return compared;
    }

    /** How many numbers are not measured, by why. */
    Map<Unmeasured, Integer> unmeasured() {
        return unmeasured;
    }
}
