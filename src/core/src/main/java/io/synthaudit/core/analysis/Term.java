package io.synthaudit.core.analysis;

import java.util.List;

/**
 * A term of a model: a column, or the interaction of two.
 *
 * @param columns one column name, or two different ones
 */
public record Term(List<String> columns) {

    public Term {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.size() > 2) {
            throw new IllegalArgumentException("a term is a column or the interaction of two");
        }
    }

    public boolean isInteraction() {
        return columns.size() == 2;
    }
}
