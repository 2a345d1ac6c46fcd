package io.synthaudit.reports;

import io.synthaudit.core.report.AuditReport;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts a payload into every string of a report: names, keys, sentences, labels, digests, whatever a renderer may print. */
final class Poison {

    /** Words of closed sets; without them charts and games would not be drawn, and the payload would go unseen. */
    private static final Set<String> CLOSED = Set.of(
            "HISTOGRAM",
            "HEATMAP",
            "training",
            "synthetic",
            "holdout",
            "MAIN",
            "CONTROL",
            "BASELINE",
            "PERMUTED",
            "value",
            "excess",
            "point",
            "LOWER",
            "HIGHER",
            "ZERO",
            "NONE",
            "privacy",
            "fidelity",
            "utility",
            "validity");

    private Poison() {}

    /** Appends to every string that is not a word of a closed set. */
    static AuditReport after(AuditReport report, String payload) {
        return (AuditReport) map(report, text -> CLOSED.contains(text) ? text : text + payload);
    }

    /** Replaces every string whatever it means. */
    static AuditReport instead(AuditReport report, String payload) {
        return (AuditReport) map(report, text -> payload);
    }

    private static Object map(Object value, UnaryOperator<String> change) {
        if (value instanceof String) {
            return change.apply((String) value);
        }
        if (value instanceof List<?>) {
            return ((List<?>) value).stream().map(one -> map(one, change)).toList();
        }
        if (value instanceof Map<?, ?>) {
            Map<Object, Object> mapped = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, one) -> mapped.put(map(key, change), map(one, change)));
            return mapped;
        }
        return value instanceof Record ? copy((Record) value, change) : value;
    }

    private static Object copy(Record value, UnaryOperator<String> change) {
        try {
            RecordComponent[] components = value.getClass().getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = map(components[i].getAccessor().invoke(value), change);
            }
            return value.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
