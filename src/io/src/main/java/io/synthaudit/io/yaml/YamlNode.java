package io.synthaudit.io.yaml;

import io.synthaudit.io.FormatException;

/**
 * One node of a YAML file with its place. The casts ({@link #mapping()}, {@link #sequence()}, {@link #scalar()}) and the
 * readers of values throw a {@link FormatException} that names file, line and path.
 */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {

    Place place();

    /** What the node is, in words of a message: "a mapping", "a list", "text", "a number". */
    String what();

    /** This node as a mapping, or an error. */
    default YamlMapping mapping() {
        throw place().wrongType("a mapping (key: value)", this);
    }

    /** This node as a sequence, or an error. */
    default YamlSequence sequence() {
        throw place().wrongType("a list", this);
    }

    /** This node as a scalar, or an error. */
    default YamlScalar scalar() {
        throw place().wrongType("one value", this);
    }

    /** Shorthand for {@code scalar().text()}. */
    default String text() {
        return scalar().text();
    }

    /** Shorthand for {@code scalar().number()}. */
    default double number() {
        return scalar().number();
    }

    /** Shorthand for {@code place().error(problem, advice)}. */
    default FormatException error(String problem, String... advice) {
        return place().error(problem, advice);
    }
}
