package io.synthaudit.io.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** Writes JSON text: two spaces, ASCII only, shortest decimal of a double, numbers finite or null. */
final class JsonText {

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    JsonText() {
        JsonFactory factory = JsonFactory.builder()
                // The shortest decimal on every Java release; Double.toString is that only from 19 on.
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build();
        try {
            json = factory.createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        json.setCharacterEscapes(new MarkupEscapes());
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        json.setPrettyPrinter(printer);
    }

    /** One write to the generator. */
    private interface Step {
        void run() throws IOException;
    }

    /** A StringWriter throws nothing. */
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
        return (text + "\n").getBytes(StandardCharsets.US_ASCII);
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
