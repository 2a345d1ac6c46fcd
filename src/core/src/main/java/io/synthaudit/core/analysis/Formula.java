package io.synthaudit.core.analysis;

import java.util.List;

/**
 * A linear predictor with an intercept. Categories enter with treatment contrasts.
 *
 * @param response the column that is explained
 * @param terms what explains it: columns, then interactions of columns among them
 */
public record Formula(String response, List<Term> terms) {

    public Formula {
        terms = List.copyOf(terms);
    }

    /** Every column that explains, once, in the order of the terms. */
    public List<String> columns() {
        return terms.stream().flatMap(t -> t.columns().stream()).distinct().toList();
    }
}
