package io.synthaudit.core.gate;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Measure;
import java.util.List;

/**
 * A measure of the catalogue under the name that gates use.
 *
 * @param description the evaluation
 * @param measure one of its measures
 */
public record NamedMeasure(Description description, Measure measure) {

    /** {@code evaluation/measure}. */
    public String name() {
        return description.id() + "/" + measure.id();
    }

    /** Every measure of the catalogue, in its order. */
    public static List<NamedMeasure> all(List<Description> catalog) {
        return catalog.stream()
                .flatMap(d -> d.measures().stream().map(m -> new NamedMeasure(d, m)))
                .toList();
    }

    /**
     * What a gate's {@code measure} names.
     *
     * @param pattern {@code evaluation/measure}, a bare evaluation id for its primary measure, or either with {@code *} for
     *     any characters but {@code /}
     * @param catalog the evaluations
     * @return the measures in catalogue order; empty when it names nothing
     */
    public static List<NamedMeasure> find(String pattern, List<Description> catalog) {
        Glob glob = new Glob(pattern);
        if (pattern.indexOf('/') >= 0) {
            return all(catalog).stream().filter(n -> glob.matches(n.name())).toList();
        }
        return catalog.stream()
                .filter(d -> glob.matches(d.id()))
                .map(d -> new NamedMeasure(d, d.primary()))
                .toList();
    }

    boolean isOf(Finding finding) {
        return finding.subject().description().id().equals(description.id())
                && finding.subject().measure().id().equals(measure.id());
    }
}
