package io.synthaudit.io.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The members of a JSON object, each taken once by name and kind. Messages name the place and what was expected, never
 * what was found. After the last member {@link #end} refuses those that nobody took.
 */
final class Members {

    private final JsonNode node;
    private final String place;
    private final Set<String> taken = new TreeSet<>();

    Members(JsonNode node, String place) {
        this.node = node;
        this.place = place;
        if (!node.isObject()) {
            throw new ReportFormatException(place + ": expected an object.");
        }
    }

    private JsonNode take(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new ReportFormatException(at(name) + ": missing.");
        }
        taken.add(name);
        return value;
    }

    private String at(String name) {
        return place + "." + name;
    }

    private static ReportFormatException wrong(String place, String expected) {
        return new ReportFormatException(place + ": expected " + expected + ".");
    }

    /** What was made of the members, if there is no other. */
    <T> T end(T made) {
        if (node.size() != taken.size()) {
            throw new ReportFormatException(place + ": a member that the format does not have.");
        }
        return made;
    }

    String string(String name) {
        return text(take(name), at(name));
    }

    /** A string, or null. */
    String stringOrNull(String name) {
        JsonNode value = take(name);
        return value.isNull() ? null : text(value, at(name));
    }

    private static String text(JsonNode value, String place) {
        if (!value.isTextual()) {
            throw wrong(place, "a string");
        }
        return value.textValue();
    }

    boolean flag(String name) {
        JsonNode value = take(name);
        if (!value.isBoolean()) {
            throw wrong(at(name), "true or false");
        }
        return value.booleanValue();
    }

    long count(String name) {
        JsonNode value = take(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw wrong(at(name), "a whole number of at least 0");
        }
        return value.longValue();
    }

    int smallCount(String name) {
        long value = count(name);
        if (value > Integer.MAX_VALUE) {
            throw wrong(at(name), "a whole number below 2^31");
        }
        return (int) value;
    }

    /** A number. */
    double finite(String name) {
        double value = number(name);
        if (Double.isNaN(value)) {
            throw wrong(at(name), "a finite number");
        }
        return value;
    }

    /** A number, or NaN for null. */
    double number(String name) {
        return number(take(name), at(name));
    }

    private static double number(JsonNode value, String place) {
        if (value.isNull()) {
            return Double.NaN;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(place, "a finite number or null");
        }
        return value.doubleValue();
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return word(string(name), at(name), type);
    }

    private static <E extends Enum<E>> E word(String value, String place, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw wrong(place, "one of " + List.of(type.getEnumConstants()));
    }

    <T> T object(String name, Function<Members, T> reader) {
        Members inner = new Members(take(name), at(name));
        return inner.end(reader.apply(inner));
    }

    /** An object, or null. */
    <T> T objectOrNull(String name, Function<Members, T> reader) {
        JsonNode value = node.get(name);
        if (value != null && value.isNull()) {
            taken.add(name);
            return null;
        }
        return object(name, reader);
    }

    <T> List<T> objects(String name, Function<Members, T> reader) {
        List<T> list = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            Members inner = new Members(element, at(name) + "[" + list.size() + "]");
            list.add(inner.end(reader.apply(inner)));
        }
        return Collections.unmodifiableList(list);
    }

    List<String> strings(String name) {
        List<String> list = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            list.add(text(element, at(name) + "[" + list.size() + "]"));
        }
        return Collections.unmodifiableList(list);
    }

    List<Double> numbers(String name) {
        List<Double> list = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            list.add(number(element, at(name) + "[" + list.size() + "]"));
        }
        return Collections.unmodifiableList(list);
    }

    private JsonNode elements(String name) {
        JsonNode value = take(name);
        if (!value.isArray()) {
            throw wrong(at(name), "an array");
        }
        return value;
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        inner(name).properties().forEach(e -> map.put(e.getKey(), text(e.getValue(), at(name) + " (a value)")));
        return Collections.unmodifiableMap(map);
    }

    <E extends Enum<E>> Map<String, E> words(String name, Class<E> type) {
        Map<String, E> map = new LinkedHashMap<>();
        map(name).forEach((key, value) -> map.put(key, word(value, at(name) + " (a value)", type)));
        return Collections.unmodifiableMap(map);
    }

    private JsonNode inner(String name) {
        JsonNode value = take(name);
        if (!value.isObject()) {
            throw wrong(at(name), "an object");
        }
        return value;
    }
}
