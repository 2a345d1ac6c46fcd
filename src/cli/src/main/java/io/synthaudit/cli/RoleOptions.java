package io.synthaudit.cli;

import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Quoted;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.io.yaml.Nearest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Roles given on the command line. Each list that is not empty replaces the role wherever the schema gives it.
 *
 * @param targets columns that models predict
 * @param sensitive columns that nobody may learn
 * @param quasiIdentifiers columns that others know
 */
record RoleOptions(List<String> targets, List<String> sensitive, List<String> quasiIdentifiers) {

    static final RoleOptions NONE = new RoleOptions(List.of(), List.of(), List.of());

    RoleOptions {
        targets = List.copyOf(targets);
        sensitive = List.copyOf(sensitive);
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
    }

    /**
     * The schema with these roles.
     *
     * @throws UsageException if a column does not exist
     */
    Schema applyTo(Schema schema) {
        Schema changed = replace(schema, Role.TARGET, "--target", targets);
        changed = replace(changed, Role.SENSITIVE, "--sensitive", sensitive);
        return replace(changed, Role.QUASI_IDENTIFIER, "--quasi-identifiers", quasiIdentifiers);
    }

    /** The schema in which exactly the columns named have the role; unchanged if none is named. */
    static Schema replace(Schema schema, Role role, String option, List<String> names) {
        if (names.isEmpty()) {
            return schema;
        }
        List<String> columns = schema.fields().stream().map(Field::name).toList();
        for (String name : names) {
            if (!columns.contains(name)) {
                throw new UsageException(unknown(option, name, columns));
            }
        }
        List<Field> fields = new ArrayList<>();
        for (Field field : schema.fields()) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            roles.addAll(field.roles());
            if (names.contains(field.name())) {
                roles.add(role);
            } else {
                roles.remove(role);
            }
            fields.add(field.withRoles(roles));
        }
        return new Schema(fields, schema.declared());
    }

    private static String unknown(String option, String name, List<String> columns) {
        return option + ": the training table has no column " + Quoted.name(name) + ".\n  "
                + Nearest.column(name, columns);
    }
}
