package io.synthaudit.metrics.utility;

import com.google.auto.service.AutoService;
import io.synthaudit.core.analysis.HazardRegression;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.regression.ProportionalHazards;
import java.util.List;

/**
 * Whether the user's own proportional-hazards models give the same hazard ratios on the synthetic table as on training.
 *
 * <p>Cox's partial likelihood with Efron's ties is maximised on each table. Logarithms of hazard ratios are compared as
 * {@code utility.glm} compares coefficients: \[ \tfrac12\left(\frac{w}{w_R} + \frac{w}{w_S}\right), \quad w = \min(U_R, U_S) -
 * \max(L_R, L_S) . \]
 *
 * <ul>
 *   <li><b>Range</b>: overlaps \((-\infty, 1]\), shares \([0, 1]\), larger is better; the difference nearer zero.
 *   <li><b>Applies to</b>: models declared in a file of analyses, where the schema gives the roles event-time and event-flag.
 *   <li><b>Missing cells</b>: as {@code utility.glm}.
 *   <li><b>Interval</b>: as {@code utility.glm}; where persons own several rows, variances of real tables are multiplied by the
 *       largest possible design effect.
 *   <li><b>Yardstick</b>: holdout in place of the synthetic table.
 *   <li><b>Cost</b>: per step one pass over rows, and per event the square of the number of coefficients.
 * </ul>
 *
 * <p>Hazard ratios may agree while survival itself differs: read {@code utility.survival} too.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1972.tb00899.x">Cox (1972)</a>
 * @see <a href="https://doi.org/10.1080/01621459.1977.10480613">Efron (1977)</a>
 */
@AutoService(TableEvaluation.class)
public final class HazardRatioOverlap implements TableEvaluation {

    private static final Description DESCRIPTION = new Description(
            "utility.cox",
            "1",
            "Hazard ratios of declared models",
            "Do the declared survival models give the same hazard ratios on the synthetic table?",
            "Cox models (Efron's ties) are fitted to training and to the synthetic table; of each logarithm of a hazard ratio the"
                    + " overlap of the two 95 % intervals, (w/w_R + w/w_S)/2 with w their common length, negative for a gap,"
                    + " and the difference in standard errors; shares of agreeing signs and significances.",
            "Hazard ratios may agree while survival itself differs; with few events everything overlaps.",
            Scope.MODEL,
            List.of("analyses"),
            ModelObservations.MEASURES,
            List.of(
                    "Cox (1972), doi:10.1111/j.2517-6161.1972.tb00899.x",
                    "Efron (1977), doi:10.1080/01621459.1977.10480613",
                    "Karr et al. (2006), doi:10.1198/000313006X124640"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        return ModelObservations.ofDeclared(run, DESCRIPTION, HazardRegression.class, model -> fit(run, model));
    }

    private static FittedModel fit(Run run, HazardRegression model) {
        Table training = run.tables().training();
        int time = training.schema().indexOf(model.formula().response()).orElseThrow();
        int flag = training.schema().indexOf(model.event()).orElseThrow();
        Target target = Target.given(model.formula().response(), model.formula().columns());
        EventLevel event = EventLevel.of((CodeColumn) training.column(flag), model.eventLevel());
        if (event.unfit() != null) {
            return FittedModel.unfit(model.id(), target, event.unfit());
        }
        int[] outcome = {time, flag};
        return ModelFits.of(run, model.id(), target, model.formula(), outcome, 1, (x, table, person) -> {
            double[] times = new double[x.rows().length];
            boolean[] events = new boolean[times.length];
            for (int i = 0; i < times.length; i++) {
                int row = x.rows()[i];
                times[i] = ((NumberColumn) table.column(time)).values()[row];
                events[i] = ((CodeColumn) table.column(flag)).codes()[row] == event.code();
            }
            return ProportionalHazards.fit(x, times, events).widened(Math.sqrt(Clustering.factor(person)));
        });
    }
}
