package io.synthaudit.io.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes JSON text: two spaces down to the elements of the outer lists, each of which stands on a line of its own without
 * blanks, which a wide table's report would hold a million of; ASCII only, shortest decimal of a double, numbers finite or null.
 */
final class JsonText {

    private static final int FIRST_SIZE = 1 << 16;

    /** Levels that are indented: the members of the root, and the elements of its lists. */
    private static final int INDENTED = 2;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream(FIRST_SIZE);
    private final JsonGenerator json;

    JsonText() {
        JsonFactory factory = JsonFactory.builder()
                // The shortest decimal on every Java release; Double.toString is that only from 19 on.
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build();
        try {
            json = factory.createGenerator(text, JsonEncoding.UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        json.setCharacterEscapes(new MarkupEscapes());
        json.setPrettyPrinter(new LinePerElement());
    }

    /** One write to the generator. */
    private interface Step {
        void run() throws IOException;
    }

    /** Memory throws nothing. */
    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object; {@code name} is null inside an array and at the root. */
    JsonText object(String name, Runnable members) {
        run(() -> {
            name(name);
            json.writeStartObject();
            members.run();
            json.writeEndObject();
        });
        return this;
    }

    /** An object, or null where the value is null. */
    <T> JsonText object(String name, T value, Consumer<T> members) {
        if (value == null) {
            return nothing(name);
        }
        return object(name, () -> members.accept(value));
    }

    <T> JsonText array(String name, Collection<T> values, Consumer<T> element) {
        run(() -> {
            name(name);
            json.writeStartArray();
            values.forEach(element);
            json.writeEndArray();
        });
        return this;
    }

    JsonText strings(String name, Collection<String> values) {
        return array(name, values, v -> string(null, v));
    }

    JsonText map(String name, Map<String, String> values) {
        return object(name, () -> values.forEach(this::string));
    }

    /** A string, or null. */
    JsonText string(String name, String value) {
        run(() -> {
            name(name);
            json.writeString(value);
        });
        return this;
    }

    JsonText word(String name, Enum<?> value) {
        return string(name, value.name());
    }

    JsonText flag(String name, boolean value) {
        run(() -> {
            name(name);
            json.writeBoolean(value);
        });
        return this;
    }

    JsonText count(String name, long value) {
        run(() -> {
            name(name);
            json.writeNumber(value);
        });
        return this;
    }

    /** A number, or null when it is not finite. */
    JsonText number(String name, double value) {
        if (!Double.isFinite(value)) {
            return nothing(name);
        }
        run(() -> {
            name(name);
            json.writeNumber(value);
        });
        return this;
    }

    private JsonText nothing(String name) {
        return string(name, null);
    }

    private void name(String name) throws IOException {
        if (name != null) {
            json.writeFieldName(name);
        }
    }

    /** All that was written, with a line break at its end. */
    byte[] bytes() {
        run(json::close);
        text.write('\n');
        return text.toByteArray();
    }

    /** Indents as far as the elements of the outer lists and leaves each of them on one line. */
    private static final class LinePerElement extends DefaultPrettyPrinter {

        private static final long serialVersionUID = 1L;

        private LinePerElement() {
            super(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""));
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n") {

                private static final long serialVersionUID = 1L;

                @Override
                public void writeIndentation(JsonGenerator generator, int level) throws IOException {
                    if (level <= INDENTED) {
                        super.writeIndentation(generator, level);
                    }
                }
            };
            indentObjectsWith(indenter);
            indentArraysWith(indenter);
        }

        @Override
        public DefaultPrettyPrinter createInstance() {
            return new LinePerElement();
        }

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator generator) throws IOException {
            if (_nesting > INDENTED) {
                generator.writeRaw(':');
            } else {
                super.writeObjectFieldValueSeparator(generator);
            }
        }

        @Override
        public void writeEndObject(JsonGenerator generator, int entries) throws IOException {
            if (_nesting > INDENTED) {
                _nesting--;
                generator.writeRaw('}');
            } else {
                super.writeEndObject(generator, entries);
            }
        }

        @Override
        public void writeEndArray(JsonGenerator generator, int values) throws IOException {
            if (_nesting > INDENTED) {
                _nesting--;
                generator.writeRaw(']');
            } else {
                super.writeEndArray(generator, values);
            }
        }
    }

    /** Also DEL and what could end a script or start a tag, should somebody put the text into a page. */
    private static final class MarkupEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            int[] all = java.util.Arrays.copyOf(codes, 128);
            for (char c : new char[] {'<', '>', '&', 0x7f}) {
                all[c] = ESCAPE_STANDARD;
            }
            return all;
        }

        @Override
        public SerializableString getEscapeSequence(int ch) {
            return null;
        }
    }
}
