package io.synthaudit.metrics.utility;

import com.google.auto.service.AutoService;
import io.synthaudit.core.analysis.GroupedTable;
import io.synthaudit.core.analysis.GroupedTable.Statistic;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far counts and means by group, which the user declared, are from those of training.
 *
 * <p>For each group of training, \[ e = \frac{|a_S - a_T|}{|a_T|} \] with \(a\) the group's share of all rows (of their weight)
 * or the mean of a column in it. Given are the median and the 95th percentile over groups.
 *
 * <ul>
 *   <li><b>Range</b>: \([0, \infty)\). Smaller is better; 0.1 is an error of ten percent.
 *   <li><b>Applies to</b>: tables declared in a file of analyses. Groups of fewer than 11 training rows, or persons, are left
 *       out and counted; so are groups whose mean is 0. A group that the synthetic table lacks has the error 1.
 *   <li><b>Missing cells</b>: rows with a missing group, value or weight, or the weight 0, are left out of either table.
 *   <li><b>Interval</b>: normal, for all groups at once by Bonferroni; variances of real tables are multiplied by the largest
 *       possible design effect where persons own several rows.
 *   <li><b>Yardstick</b>: holdout in place of the synthetic table; a smaller holdout errs more.
 *   <li><b>Cost</b>: one pass and one sort per table.
 * </ul>
 *
 * <p>Small groups err by chance alone, so a table with many of them has a large percentile whatever the generator.
 *
 * @see <a href="https://arxiv.org/abs/1012.4763">Hardt, Ligett and McSherry (2012)</a>
 */
@AutoService(TableEvaluation.class)
public final class QueryError implements TableEvaluation {

    private static final Measure MEDIAN = new Measure(
                    "median-relative-error", "1", "[0, inf)", Direction.LOWER, Measure.Against.OWN)
            .called("median relative error over groups");
    private static final Measure HIGH = new Measure(
                    "p95-relative-error", "1", "[0, inf)", Direction.LOWER, Measure.Against.OWN)
            .called("95th percentile of the relative error over groups");

    private static final Description DESCRIPTION = new Description(
            "utility.queries",
            "1",
            "Counts and means of declared tables",
            "Do the declared tables of counts and means come out right on the synthetic table?",
            "Relative error |a_S - a_T| / |a_T| of each group's share or mean: median and 95th percentile over groups of at"
                    + " least 11 training rows.",
            "Small groups err by chance alone: compare with the yardstick.",
            Scope.MODEL,
            List.of("analyses"),
            List.of(MEDIAN, HIGH),
            List.of("Hardt, Ligett and McSherry (2012), arXiv:1012.4763"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        List<GroupedTable> declared = run.analyses().stream()
                .filter(GroupedTable.class::isInstance)
                .map(GroupedTable.class::cast)
                .toList();
        if (declared.isEmpty()) {
            return Observation.none(DESCRIPTION, Target.TABLE, Reason.NO_ANALYSES);
        }
        return declared.stream()
                .flatMap(each -> observe(run, each).stream().map(o -> o.params(Map.of("analysis", each.id()))))
                .toList();
    }

    private static List<Observation> observe(Run run, GroupedTable query) {
        Target target = query.statistic() == Statistic.MEAN
                ? Target.given(query.of(), query.by())
                : new Target(
                        query.by().size() == 1
                                ? Target.Kind.COLUMN
                                : query.by().size() == 2 ? Target.Kind.PAIR : Target.Kind.SET,
                        query.by(),
                        List.of(),
                        null);
        Tables tables = run.tables();
        Table holdout = run.control().orElse(null);
        if (!GroupTotals.isCountable(tables.training(), query)) {
            return Observation.none(
                    DESCRIPTION, target, new Reason("too-many-levels", "The columns have too many levels together."));
        }
        if (GroupTotals.hasNegativeWeights(tables.training(), query)
                || GroupTotals.hasNegativeWeights(tables.synthetic(), query)) {
            return Observation.none(DESCRIPTION, target, new Reason("weights", "A weight is negative."));
        }
        GroupTotals training =
                GroupTotals.of(tables.training(), query, tables.trainingEntity().orElse(null));
        GroupTotals synthetic = GroupTotals.of(tables.synthetic(), query, null);
        int[] groups = IntStream.range(0, training.keys().length)
                .filter(g -> training.bearers()[g] >= LevelNames.FEWEST && training.answer()[g] != 0)
                .toArray();
        if (groups.length == 0) {
            return Observation.none(
                    DESCRIPTION, target, new Reason("too-few", "No group has 11 training rows, or persons."));
        }
        boolean shares = query.statistic() == Statistic.COUNT;
        RelativeErrors errors = RelativeErrors.of(training, groups, synthetic, shares);
        RelativeErrors real = holdout == null || GroupTotals.hasNegativeWeights(holdout, query)
                ? null
                : RelativeErrors.of(
                        training,
                        groups,
                        GroupTotals.of(holdout, query, tables.holdoutEntity().orElse(null)),
                        shares);
        String note =
                "Analysis " + query.id() + ": " + groups.length + " groups; left out as smaller than 11 training rows: "
                        + (training.keys().length - groups.length) + " groups; absent from the synthetic table: "
                        + errors.absent() + ".";
        return List.of(
                observation(MEDIAN, 0.5, target, errors, real, run, training, synthetic)
                        .note(note),
                observation(HIGH, 0.95, target, errors, real, run, training, synthetic)
                        .note(note));
    }

    private static Observation observation(
            Measure measure,
            double share,
            Target target,
            RelativeErrors errors,
            RelativeErrors real,
            Run run,
            GroupTotals training,
            GroupTotals synthetic) {
        Observation o = Observation.of(
                measure.id(), target, errors.quantile(share, run.level()), training.rows(), synthetic.rows());
        return real == null
                ? o
                : o.yardstick(
                        real.quantile(share, run.level()),
                        run.control().orElseThrow().rows());
    }
}
