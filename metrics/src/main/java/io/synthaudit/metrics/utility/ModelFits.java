package io.synthaudit.metrics.utility;

import io.synthaudit.core.analysis.Formula;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.learn.regression.Fit;
import io.synthaudit.learn.regression.ModelMatrix;
import io.synthaudit.learn.regression.ModelTerms;
import io.synthaudit.learn.regression.ModelTerms.Coefficient;
import java.util.Arrays;
import java.util.List;

/** Fits one declared model to every table of a run, with the coefficients of training. */
final class ModelFits {

    private static final int MOST_COEFFICIENTS = 300;

    private static final Reason TOO_MANY = new Reason(
            "too-many-levels", "The model has more than 300 coefficients: leave out columns with many levels.");

    /** How a model is fitted to a table. */
    @FunctionalInterface
    interface Fitting {
        /**
         * @param x the matrix of the table's usable rows
         * @param table the table
         * @param person the person of each row of the matrix, or null
         */
        Fit fit(ModelMatrix x, Table table, int[] person);
    }

    private ModelFits() {}

    static FittedModel of(
            Run run, String id, Target target, Formula formula, int[] outcome, int first, Fitting fitting) {
        Tables tables = run.tables();
        long levels = formula.terms().stream()
                .mapToLong(term -> term.columns().stream()
                        .mapToLong(name -> levels(tables.training(), name))
                        .reduce(1, (a, b) -> a * b))
                .sum();
        ModelTerms terms =
                levels > 100L * MOST_COEFFICIENTS ? null : ModelTerms.of(tables.training(), formula, outcome);
        if (terms == null || terms.size() > MOST_COEFFICIENTS) {
            return FittedModel.unfit(id, target, TOO_MANY);
        }
        Table[] sides = {tables.training(), tables.synthetic(), run.control().orElse(null)};
        int[][] persons = {
            tables.trainingEntity().orElse(null), null, tables.holdoutEntity().orElse(null)
        };
        ModelMatrix[] matrices = new ModelMatrix[sides.length];
        Fit[] fits = new Fit[sides.length];
        run.parallel(sides.length, i -> {
            if (sides[i] != null) {
                matrices[i] = terms.matrix(sides[i], outcome);
                fits[i] = fitting.fit(matrices[i], sides[i], select(persons[i], matrices[i].rows()));
            }
        });
        LevelNames names = new LevelNames(tables.training(), persons[0]);
        List<Coefficient> coefficients = terms.coefficients();
        return new FittedModel(
                id,
                target,
                null,
                coefficients.stream()
                        .map(c -> names.name(c.columns(), c.codes()))
                        .toArray(String[]::new),
                matrices[0].bearers(select(persons[0], matrices[0].rows())),
                first,
                fits[0],
                fits[1],
                fits[2]);
    }

    private static long levels(Table training, String name) {
        return training.column(training.schema().indexOf(name).orElseThrow()) instanceof CodeColumn codes
                ? Math.max(1, codes.dictionary().known())
                : 1;
    }

    private static int[] select(int[] person, int[] rows) {
        return person == null
                ? null
                : Arrays.stream(rows).map(row -> person[row]).toArray();
    }
}
