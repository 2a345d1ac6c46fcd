package io.synthaudit.io;

import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Instants;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.io.yaml.YamlFile;
import io.synthaudit.io.yaml.YamlMapping;
import io.synthaudit.io.yaml.YamlNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and writes {@code schema.yaml}, format {@code synthaudit-schema/1}. */
public final class SchemaYaml {

    static final String FORMAT = "synthaudit-schema/1";

    private static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::word).toList();
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::word).toList();

    private SchemaYaml() {}

    /**
     * Reads a schema, which counts as declared.
     *
     * @throws FormatException if it is not plain YAML of this format; the message names file, line and entry
     */
    public static Schema read(Path file) {
        return schema(YamlFile.read(file));
    }

    /** Writes a schema so that {@link #read} gives it back, with reasons and what to review. */
    public static String write(Schema schema) {
        return SchemaText.of(schema);
    }

    static Schema schema(YamlMapping top) {
        top.allow("format", "columns");
        top.required("format").scalar().choice(List.of(FORMAT));
        YamlNode columns = top.required("columns");
        Map<String, Integer> lines = new HashMap<>();
        List<Field> fields = new ArrayList<>();
        for (YamlNode item : columns.sequence().items()) {
            YamlMapping column = item.mapping();
            Field field = field(column);
            Integer before = lines.putIfAbsent(field.name(), column.place().line());
            if (before != null) {
                throw column.required("name")
                        .error("the column is described a second time; the first is on line " + before + ".");
            }
            fields.add(field);
        }
        if (fields.isEmpty()) {
            throw columns.error("expected one entry per column, found none.");
        }
        return new Schema(fields, true);
    }

    private static Field field(YamlMapping column) {
        column.allow("name", "kind", "roles", "missing", "domain", "reason", "review");
        String name = column.required("name").scalar().verbatim();
        if (name.isEmpty()) {
            throw column.required("name").error("expected the name of a column, found an empty text.");
        }
        Kind kind = Kind.values()[KINDS.indexOf(column.required("kind").scalar().choice(KINDS))];
        List<String> missing =
                column.optional("missing").map(node -> distinct(node, "token")).orElse(List.of());
        Domain domain = column.optional("domain")
                .map(node -> domain(node.mapping(), kind))
                .orElse(Domain.NONE);
        if (kind == Kind.ORDINAL && domain.categories().isEmpty()) {
            throw column.required("kind")
                    .error(
                            "an ordinal column needs its categories in order.",
                            "Add domain: {categories: [lowest, ..., highest]}, or declare kind: categorical.");
        }
        if (domain.categories().stream().anyMatch(missing::contains)) {
            throw column.required("missing").error("a token is also one of the column's categories.");
        }
        return new Field(
                name, kind, roles(column), missing, domain, remark(column, "reason"), remark(column, "review"));
    }

    private static Set<Role> roles(YamlMapping column) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        column.optional("roles").ifPresent(node -> {
            for (YamlNode item : node.sequence().items()) {
                Role role = Role.values()[ROLES.indexOf(item.scalar().choice(ROLES))];
                if (!roles.add(role)) {
                    throw item.error("the role stands here a second time.");
                }
            }
        });
        return roles;
    }

    private static Domain domain(YamlMapping domain, Kind kind) {
        boolean number = kind == Kind.NUMERIC || kind == Kind.INTEGER;
        if (number) {
            domain.allow("min", "max", "unit");
        } else if (kind.isCategory()) {
            domain.allow("categories");
        } else if (kind == Kind.DATETIME) {
            domain.allow("pattern");
        } else {
            throw domain.error("a column of kind " + kind.word() + " has no domain.");
        }
        double min = domain.optional("min").map(YamlNode::number).orElse(Double.NaN);
        double max = domain.optional("max").map(YamlNode::number).orElse(Double.NaN);
        if (min > max) {
            throw domain.required("min").error("the minimum is above the maximum.");
        }
        List<String> categories = domain.optional("categories")
                .map(node -> distinct(node, "category"))
                .orElse(List.of());
        if (kind == Kind.BOOLEAN && categories.size() > 2) {
            throw domain.required("categories")
                    .error("expected at most two categories (kind boolean), found " + categories.size() + ".");
        }
        return new Domain(min, max, remark(domain, "unit"), categories, pattern(domain));
    }

    private static String pattern(YamlMapping domain) {
        String pattern = remark(domain, "pattern");
        try {
            Instants.of(pattern);
            return pattern;
        } catch (IllegalArgumentException | DateTimeException unusable) {
            throw domain.required("pattern")
                    .error(
                            "expected a date pattern that holds at least the year.",
                            "Examples: yyyy-MM-dd, dd/MM/yyyy HH:mm; without a pattern dates are ISO-8601.");
        }
    }

    /** Cells as written, each once. Messages give the position, for the cells may be those of the table. */
    private static List<String> distinct(YamlNode node, String what) {
        Set<String> cells = new LinkedHashSet<>();
        for (YamlNode item : node.sequence().items()) {
            if (!cells.add(item.scalar().verbatim())) {
                throw item.error("the " + what + " stands here a second time.");
            }
        }
        return List.copyOf(cells);
    }

    private static String remark(YamlMapping mapping, String key) {
        return mapping.optional(key).map(YamlNode::text).orElse("");
    }
}
