package io.synthaudit.learn.regression;

import io.synthaudit.core.analysis.Term;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.Map;

/**
 * The cells of one term: each row has at most one that is not zero.
 *
 * @param index its column per row; -1 for none
 * @param value its value per row; null when all are 1
 * @param width number of columns of the term
 */
record TermColumns(int[] index, double[] value, int width) {

    static TermColumns of(
            Table table,
            Term term,
            Map<String, Integer> columns,
            Map<String, FactorLevels> levels,
            int[] rows,
            int start) {
        int[] index = new int[rows.length];
        double[] value = null;
        int width = 1;
        for (String name : term.columns()) {
            FactorLevels factor = levels.get(name);
            if (factor == null) {
                double[] numbers = ((NumberColumn) table.column(columns.get(name))).values();
                double[] product = new double[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    product[i] = (value == null ? 1 : value[i]) * numbers[rows[i]];
                }
                value = product;
            } else {
                int[] codes = ((CodeColumn) table.column(columns.get(name))).codes();
                for (int i = 0; i < rows.length; i++) {
                    int position = factor.position(codes[rows[i]]);
                    index[i] = index[i] < 0 || position == 0 ? -1 : index[i] + width * (position - 1);
                }
                width *= factor.contrasts().length;
            }
        }
        for (int i = 0; i < rows.length; i++) {
            index[i] = index[i] < 0 ? -1 : index[i] + start;
        }
        return new TermColumns(index, value, width);
    }
}
