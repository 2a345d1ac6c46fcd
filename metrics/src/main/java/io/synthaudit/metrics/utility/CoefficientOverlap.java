package io.synthaudit.metrics.utility;

import com.google.auto.service.AutoService;
import io.synthaudit.core.analysis.Regression;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.learn.regression.Fit;
import io.synthaudit.learn.regression.GeneralisedLinearModel;
import java.util.List;

/**
 * Whether the user's own regression models give the same answers on the synthetic table as on training.
 *
 * <p>Each model is fitted to each table by maximum likelihood. Of every coefficient the 95 % intervals, Student's for a normal
 * response and Wald's otherwise, are laid on one another: \[ \tfrac12\left(\frac{w}{w_R} + \frac{w}{w_S}\right), \quad w =
 * \min(U_R, U_S) - \max(L_R, L_S) , \] 1 for equal intervals, negative when there is a gap between them. Beside it stand
 * \((\beta_S - \beta_R) / \mathrm{se}_R\), and the shares of coefficients that agree in sign and in significance.
 *
 * <ul>
 *   <li><b>Range</b>: overlaps \((-\infty, 1]\), shares \([0, 1]\), larger is better; the difference nearer zero.
 *   <li><b>Applies to</b>: models declared in a file of analyses: normal, binomial and Poisson with their canonical links.
 *   <li><b>Missing cells</b>: rows with one are left out and counted, and so are rows with a level that training lacks.
 *       Coefficients that training does not give (a dependent column, a level without events, fewer than 11 rows) are left out;
 *       those that only training gives count as overlap 0 and as no agreement.
 *   <li><b>Interval</b>: the distance of two coefficients is bounded by the normal (Student's) law with both standard errors,
 *       and the overlap falls with it; for the mean by Bonferroni. By persons (sandwich) where persons own several rows.
 *   <li><b>Yardstick</b>: holdout in place of the synthetic table; a smaller holdout has wider intervals.
 *   <li><b>Cost</b>: one fit per model and table, about 10 passes.
 * </ul>
 *
 * <p>Rows that a generator copied agree best of all. Overlap favours wide intervals: with few rows everything overlaps.
 *
 * @see <a href="https://doi.org/10.1198/000313006X124640">Karr, Kohnen, Oganian, Reiter and Sanil (2006)</a>
 */
@AutoService(TableEvaluation.class)
public final class CoefficientOverlap implements TableEvaluation {

    private static final Description DESCRIPTION = new Description(
            "utility.glm",
            "1",
            "Coefficients of declared regressions",
            "Do the declared regressions give the same answers on the synthetic table?",
            "Linear, logistic and Poisson models are fitted to training and to the synthetic table; of each coefficient the"
                    + " overlap of the two 95 % intervals, (w/w_R + w/w_S)/2 with w their common length, negative for a gap,"
                    + " and the difference in standard errors; shares of agreeing signs and significances.",
            "With few rows intervals are wide and overlap whatever the synthetic table holds; it tells nothing of models that"
                    + " nobody declared.",
            Scope.MODEL,
            List.of("analyses"),
            ModelObservations.MEASURES,
            List.of(
                    "Karr et al. (2006), doi:10.1198/000313006X124640",
                    "Nelder and Wedderburn (1972), doi:10.2307/2344614"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        return ModelObservations.ofDeclared(run, DESCRIPTION, Regression.class, model -> fit(run, model));
    }

    private static FittedModel fit(Run run, Regression model) {
        int column = run.tables().schema().indexOf(model.formula().response()).orElseThrow();
        Target target = Target.given(model.formula().response(), model.formula().columns());
        Response response = Response.of(run.tables().training(), column, model);
        return response.unfit() != null
                ? FittedModel.unfit(model.id(), target, response.unfit())
                : ModelFits.of(run, model.id(), target, model.formula(), new int[] {column}, 0, (x, table, person) -> {
                    double[] y = response.of(table, x.rows());
                    Reason wrong = response.wrong(y);
                    return wrong != null
                            ? Fit.none(x, wrong)
                            : GeneralisedLinearModel.fit(x, y, model.family(), person);
                });
    }
}
