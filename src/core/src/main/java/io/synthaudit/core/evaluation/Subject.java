package io.synthaudit.core.evaluation;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a finding says something about; its {@link #key} is unique in a report.
 *
 * @param description the evaluation
 * @param measure which of its measures
 * @param variant how the number was made, or the empty string
 * @param params parameters that tell findings of one measure apart, sorted; usually none
 * @param target columns or table
 */
public record Subject(
        Description description, Measure measure, String variant, Map<String, String> params, Target target) {

    public Subject {
        // There are hundreds of thousands of subjects, nearly all without parameters.
        params = params.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(params));
    }

    /** {@code evaluation/measure}. */
    public String fullMeasure() {
        return description.id() + "/" + measure.id();
    }

    /** {@code evaluation/measure [~variant] [{params}] @ columns [^given] [#subgroup]}, without blanks. */
    public String key() {
        String parameters = params.isEmpty()
                ? ""
                : params.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
        return fullMeasure() + (variant.isEmpty() ? "" : "~" + variant) + parameters + target.suffix();
    }
}
