package io.synthaudit.learn.regression;

import io.synthaudit.core.analysis.Formula;
import io.synthaudit.core.analysis.Term;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The coefficients of a model, as training tells them: an intercept, one per number, one per level but the first of each
 * category, and products of these for interactions. The same for every table, so that coefficients can be compared.
 *
 * <p>The first level is the first in the declared order, or else by code point, of those that complete training rows have.
 */
public final class ModelTerms {

    private final List<Term> terms;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, FactorLevels> levels = new LinkedHashMap<>();
    private final List<Coefficient> coefficients = new ArrayList<>();

    /**
     * One number of the model.
     *
     * @param columns columns that it belongs to; none for the intercept
     * @param codes per column the code of the level that it speaks of, -1 for a number
     */
    public record Coefficient(List<String> columns, int[] codes) {

        public boolean isIntercept() {
            return columns.isEmpty();
        }
    }

    private ModelTerms(Schema schema, List<Term> terms) {
        this.terms = terms;
        terms.forEach(term -> term.columns()
                .forEach(name -> columns.put(name, schema.indexOf(name).orElseThrow())));
    }

    /**
     * The coefficients by the complete rows of training.
     *
     * @param training training table
     * @param formula a formula whose columns exist and are numbers or categories
     * @param outcome further columns that a complete row has
     */
    public static ModelTerms of(Table training, Formula formula, int... outcome) {
        ModelTerms result = new ModelTerms(training.schema(), formula.terms());
        int[] rows = complete(training, result.needed(outcome));
        result.columns.forEach((name, column) -> {
            if (training.column(column) instanceof CodeColumn codes) {
                result.levels.put(name, FactorLevels.of(codes, rows));
            }
        });
        result.enumerate();
        return result;
    }

    private void enumerate() {
        coefficients.add(new Coefficient(List.of(), new int[0]));
        for (Term term : terms) {
            int[] first = contrasts(term.columns().get(0));
            int[] second = term.isInteraction() ? contrasts(term.columns().get(1)) : new int[] {-1};
            for (int b : second) {
                for (int a : first) {
                    coefficients.add(
                            new Coefficient(term.columns(), term.isInteraction() ? new int[] {a, b} : new int[] {a}));
                }
            }
        }
    }

    /** The codes of all levels but the first; -1 alone for a number. */
    private int[] contrasts(String name) {
        FactorLevels factor = levels.get(name);
        return factor == null ? new int[] {-1} : factor.contrasts();
    }

    public List<Coefficient> coefficients() {
        return List.copyOf(coefficients);
    }

    /** Number of coefficients, the intercept among them. */
    public int size() {
        return coefficients.size();
    }

    private int[] needed(int... outcome) {
        return java.util.stream.IntStream.concat(
                        columns.values().stream().mapToInt(Integer::intValue), Arrays.stream(outcome))
                .distinct()
                .toArray();
    }

    /** The rows in which no cell of these columns is missing. */
    static int[] complete(Table table, int... columns) {
        int[] rows = new int[table.rows()];
        int n = 0;
        for (int row = 0; row < rows.length; row++) {
            boolean whole = true;
            for (int c : columns) {
                whole &= !table.column(c).isMissing(row);
            }
            if (whole) {
                rows[n++] = row;
            }
        }
        return Arrays.copyOf(rows, n);
    }

    /** The matrix of a table's complete rows whose levels training has. */
    public ModelMatrix matrix(Table table, int... outcome) {
        int[] complete = complete(table, needed(outcome));
        int[] rows = Arrays.stream(complete)
                .filter(row -> isKnown(table, row, outcome))
                .toArray();
        int[][] index = new int[terms.size()][];
        double[][] value = new double[terms.size()][];
        int next = 1;
        for (int t = 0; t < index.length; t++) {
            TermColumns cells = TermColumns.of(table, terms.get(t), columns, levels, rows, next);
            index[t] = cells.index();
            value[t] = cells.value();
            next += cells.width();
        }
        return new ModelMatrix(rows, next, index, value, table.rows() - complete.length, complete.length - rows.length);
    }

    private boolean isKnown(Table table, int row, int[] outcome) {
        for (int c : outcome) {
            if (table.column(c) instanceof CodeColumn codes
                    && codes.codes()[row] >= codes.dictionary().known()) {
                return false;
            }
        }
        for (Map.Entry<String, FactorLevels> factor : levels.entrySet()) {
            int code = ((CodeColumn) table.column(columns.get(factor.getKey()))).codes()[row];
            if (factor.getValue().position(code) < 0) {
                return false;
            }
        }
        return true;
    }
}
