package io.synthaudit.core.table;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One column of a schema.
 *
 * @param name header cell, exactly as in the file
 * @param kind what the cells mean
 * @param roles what the column is to the people in the table
 * @param missing cells that mean "no value", beside the empty cell
 * @param domain what is public about the values
 * @param reason why the kind was chosen, when it was inferred; empty when declared
 * @param review what a person should look at (guessed roles, missing tokens); empty when there is nothing
 */
public record Field(
        String name, Kind kind, Set<Role> roles, List<String> missing, Domain domain, String reason, String review) {

    public Field {
        roles = java.util.Collections.unmodifiableSet(new TreeSet<>(roles));
        missing = List.copyOf(missing);
    }

    /** A field without roles, missing tokens, domain or reason. */
    public static Field of(String name, Kind kind, Role... roles) {
        return new Field(name, kind, Set.of(roles), List.of(), Domain.NONE, "", "");
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether the column takes part in distances, models and pairs: it is no key, no identifier, no id and no text. */
    public boolean isContent() {
        return !isKey() && kind != Kind.TEXT;
    }

    /** Whether cells name a row, a person or another thing. */
    public boolean isKey() {
        return kind == Kind.ID || has(Role.ROW_KEY) || has(Role.ENTITY_KEY) || has(Role.DIRECT_IDENTIFIER);
    }

    /** Whether cells are kept as text and say something by how they are written: texts, ids and keys, unless they are numbers. */
    public boolean isTextual() {
        return !kind.isNumber() && (kind == Kind.TEXT || isKey());
    }

    public Field withRoles(Set<Role> newRoles) {
        return new Field(name, kind, newRoles, missing, domain, reason, review);
    }
}
