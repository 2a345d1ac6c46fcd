package io.synthaudit.metrics.validity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Share of the synthetic values of a text or id column that are values of the training column, beyond fresh people's share.
 *
 * <p>With \(r_s\) of \(m\) synthetic and \(r_h\) of \(h\) holdout values known from training, \[ d = \frac{r_s}{m} -
 * \frac{r_h}{h} . \] Such columns stay out of distances, pairs and models, so nothing else would see a name or a note that a
 * generator learned by heart.
 *
 * <ul>
 *   <li><b>How to read</b>: 0 is what fresh people score; near 1 every text is a real person's.
 *   <li><b>Range</b>: [-1, 1]. Lower is better.
 *   <li><b>Applies to</b>: columns of kind text or id without the role direct-identifier or row-key, which
 *       {@code validity.direct-identifier} judges by a stricter rule.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: Newcombe's method 10; holdout rows of one person count as one cluster.
 *   <li><b>Cost</b>: one look-up a row.
 * </ul>
 *
 * <p>Only equal values are seen: one changed character hides a copy.
 *
 * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe (1998)</a>
 */
@AutoService(TableEvaluation.class)
public final class ReplayedValues implements TableEvaluation {

    private static final Measure EXCESS = new Measure("excess", "1", "[-1, 1]", Direction.LOWER, Measure.Against.OWN)
            .called("share of replayed values beyond chance");

    private static final Description DESCRIPTION = new Description(
            "validity.replayed-values",
            "1",
            "Replayed texts and ids",
            "Do texts or ids of training rows stand in the synthetic table more often than in rows the generator never saw?",
            "Share of present synthetic values of a text or id column that occur in the training column, minus the share of"
                    + " present holdout values that do.",
            "Only equal values are seen: one changed character hides a copy. Running row numbers may coincide; leave such a"
                    + " column out of the release.",
            Scope.RELEASE,
            List.of("holdout"),
            List.of(EXCESS),
            List.of("Newcombe (1998), method 10"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        List<Observation> result = new ArrayList<>();
        for (int c = 0; c < run.tables().schema().size(); c++) {
            Field field = run.tables().schema().field(c);
            boolean judgedElsewhere = field.has(Role.DIRECT_IDENTIFIER) || field.has(Role.ROW_KEY);
            if ((field.kind() == Kind.TEXT || field.kind() == Kind.ID) && !judgedElsewhere) {
                result.add(observe(run, c));
            }
        }
        if (result.isEmpty()) {
            result.add(Observation.not(
                    EXCESS.id(),
                    Target.TABLE,
                    new Reason("kind", "No column is of kind text or id without such a role.")));
        }
        return result;
    }

    private static Observation observe(Run run, int column) {
        CodeColumn synthetic = (CodeColumn) run.tables().synthetic().column(column);
        Target target = Target.column(synthetic.field().name());
        if (run.control().isEmpty()) {
            return Observation.not(EXCESS.id(), target, run.noControl());
        }
        CodeColumn holdout = (CodeColumn) run.control().get().column(column);
        long present = synthetic.rows() - synthetic.missing();
        long freshPresent = holdout.rows() - holdout.missing();
        if (present == 0 || freshPresent == 0) {
            return Observation.not(
                    EXCESS.id(), target, new Reason("no-value", "The column is empty in one of the tables."));
        }
        double[] fresh = replayed(holdout);
        double effect =
                DesignEffect.ofClusters(fresh, run.tables().holdoutEntity().orElse(null));
        Estimate estimate = Proportions.differenceOfRates(
                sum(replayed(synthetic)) / present,
                present,
                sum(fresh) / freshPresent,
                DesignEffect.effective(freshPresent, effect),
                run.level());
        return Observation.of(
                        EXCESS.id(), target, estimate, run.tables().training().rows(), present)
                .note("Fresh rows score 0 on average.");
    }

    /** 1 for each row whose value is known from training. */
    private static double[] replayed(CodeColumn column) {
        int known = column.dictionary().known();
        double[] rows = new double[column.rows()];
        for (int row = 0; row < rows.length; row++) {
            int code = column.codes()[row];
            rows[row] = code >= 0 && code < known ? 1 : 0;
        }
        return rows;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
