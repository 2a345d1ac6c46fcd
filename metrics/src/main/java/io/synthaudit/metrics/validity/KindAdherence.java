package io.synthaudit.metrics.validity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.table.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Share of the synthetic cells that hold something and parse as the training column's kind.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1]; higher is better, and anything below 1 is a defect of the file.
 *   <li><b>Applies to</b>: columns of every kind; cells of text and categories always parse.
 *   <li><b>Missing cells</b>: left out. A cell that does not parse counts as missing in every other metric.
 *   <li><b>Interval</b>: Clopper and Pearson.
 *   <li><b>Yardstick</b>: 1, for a holdout with such a cell is rejected.
 *   <li><b>Cost</b>: none; reading counted them.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
 */
@AutoService(TableEvaluation.class)
public final class KindAdherence implements TableEvaluation {

    private static final Measure SHARE = Measure.share("share").called("share of synthetic cells that parse");

    private static final Description DESCRIPTION = new Description(
            "validity.kind-adherence",
            "1",
            "Kind adherence",
            "Do the synthetic cells parse as the training column's kind?",
            "Share of present synthetic cells that parse as the training column's kind.",
            "A number that parses may still be impossible; see boundary adherence.",
            Scope.RELEASE,
            List.of(),
            List.of(SHARE),
            List.of("Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        List<Observation> result = new ArrayList<>();
        long n = run.tables().training().rows();
        for (Column column : run.tables().synthetic().columns()) {
            Target target = Target.column(column.field().name());
            long present = column.rows() - column.missing() + column.unparsed();
            if (present == 0) {
                result.add(Observation.not(
                        SHARE.id(),
                        target,
                        new Reason("no-value", "The synthetic column has no cell that holds anything.")));
            } else {
                long parsed = present - column.unparsed();
                result.add(Observation.of(
                                SHARE.id(), target, Proportions.exactShare(parsed, present, 1, run.level()), n, present)
                        .yardstick(Estimate.point(1, "A holdout with a cell of another kind is rejected."), 0));
            }
        }
        return result;
    }
}
