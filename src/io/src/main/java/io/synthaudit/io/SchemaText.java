package io.synthaudit.io;

import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a schema: one block per column, keys in a fixed order, whatever may be misread in quotes. */
final class SchemaText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*([ -][A-Za-z0-9_]+)*");
    private static final Pattern RESERVED =
            Pattern.compile("true|false|null|yes|no|on|off|y|n", Pattern.CASE_INSENSITIVE);

    private SchemaText() {}

    static String of(Schema schema) {
        StringBuilder text = new StringBuilder("format: " + SchemaYaml.FORMAT + "\ncolumns:\n");
        for (Field field : schema.fields()) {
            text.append("  - name: ").append(scalar(field.name())).append('\n');
            line(text, "kind", field.kind().word());
            if (!field.roles().isEmpty()) {
                line(text, "roles", list(field.roles().stream().map(Role::word).toList()));
            }
            if (!field.missing().isEmpty()) {
                line(text, "missing", list(field.missing()));
            }
            if (!field.domain().equals(Domain.NONE)) {
                line(text, "domain", domain(field.domain()));
            }
            if (!field.reason().isEmpty()) {
                line(text, "reason", quoted(field.reason()));
            }
            if (!field.review().isEmpty()) {
                line(text, "review", quoted(field.review()));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append("    ").append(key).append(": ").append(value).append('\n');
    }

    private static String domain(Domain domain) {
        List<String> entries = new ArrayList<>();
        if (!Double.isNaN(domain.min())) {
            entries.add("min: " + DecimalText.of(domain.min()));
        }
        if (!Double.isNaN(domain.max())) {
            entries.add("max: " + DecimalText.of(domain.max()));
        }
        if (!domain.unit().isEmpty()) {
            entries.add("unit: " + scalar(domain.unit()));
        }
        if (!domain.categories().isEmpty()) {
            entries.add("categories: " + list(domain.categories()));
        }
        if (!domain.pattern().isEmpty()) {
            entries.add("pattern: " + quoted(domain.pattern()));
        }
        return "{" + String.join(", ", entries) + "}";
    }

    private static String list(List<String> items) {
        return items.stream().map(SchemaText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String scalar(String value) {
        boolean plain =
                PLAIN.matcher(value).matches() && !RESERVED.matcher(value).matches();
        return plain ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                text.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.append('"').toString();
    }
}
