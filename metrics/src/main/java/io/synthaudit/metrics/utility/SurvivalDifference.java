package io.synthaudit.metrics.utility;

import com.google.auto.service.AutoService;
import io.synthaudit.core.analysis.SurvivalCurves;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far Kaplan and Meier's survival curves of the synthetic table are from those of training.
 *
 * <p>Up to \(\tau\), the last time at which both tables have 11 rows at risk: \[ \max_{t \le \tau} |S_S(t) - S_T(t)|, \quad
 * \int_0^\tau S_S(t) - S_T(t)\,dt , \] the second in units of time, and the log-rank difference over all times in its standard
 * deviations.
 *
 * <ul>
 *   <li><b>Range</b>: the distance \([0, 1]\); the others any number. Nearer zero is better.
 *   <li><b>Applies to</b>: curves declared in a file of analyses, where the schema gives the roles event-time and event-flag;
 *       groups of at least 11 training rows, or persons, and 11 synthetic rows.
 *   <li><b>Missing cells</b>: rows without time, event or group are left out.
 *   <li><b>Interval</b>: Hall and Wellner's bands around both curves; Greenwood's variance for the area; a normal law of standard
 *       deviation 1 for the log-rank difference. Widened by the largest possible design effect where persons own several rows.
 *   <li><b>Yardstick</b>: holdout in place of the synthetic table, up to a time of its own.
 *   <li><b>Cost</b>: one sort per table and group.
 * </ul>
 *
 * <p>Log-rank grows with the number of rows: a large table differs significantly though its curve is as good as the same. It
 * is blind to curves that cross.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier (1958)</a>
 * @see <a href="https://doi.org/10.1093/biomet/67.1.133">Hall and Wellner (1980)</a>
 */
@AutoService(TableEvaluation.class)
public final class SurvivalDifference implements TableEvaluation {

    private static final Measure DISTANCE = new Measure(
                    "curve-distance", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
            .called("largest difference of the survival curves");
    private static final Measure AREA = new Measure(
                    "area-difference", "time", "(-inf, inf)", Direction.ZERO, Measure.Against.OWN)
            .called("difference of the areas under the survival curves");
    private static final Measure LOG_RANK = new Measure(
                    "log-rank", "1", "(-inf, inf)", Direction.ZERO, Measure.Against.OWN)
            .called("log-rank difference in standard deviations");

    private static final Description DESCRIPTION = new Description(
            "utility.survival",
            "1",
            "Declared survival curves",
            "Do people of the synthetic table survive as those of training do?",
            "Largest difference and difference of the areas of Kaplan-Meier curves up to the last time with 11 rows at risk in"
                    + " both tables; log-rank difference in standard deviations.",
            "The log-rank difference grows with the number of rows and is blind to curves that cross.",
            Scope.MODEL,
            List.of("analyses"),
            List.of(DISTANCE, AREA, LOG_RANK),
            List.of(
                    "Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452",
                    "Hall and Wellner (1980), doi:10.1093/biomet/67.1.133"));

    private static final Reason TOO_FEW =
            new Reason("too-few", "Fewer than 11 rows of a table, or persons of training, are in the group.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        List<SurvivalCurves> declared = run.analyses().stream()
                .filter(SurvivalCurves.class::isInstance)
                .map(SurvivalCurves.class::cast)
                .toList();
        if (declared.isEmpty()) {
            return Observation.none(DESCRIPTION, Target.TABLE, Reason.NO_ANALYSES);
        }
        return declared.stream().flatMap(each -> observe(run, each).stream()).toList();
    }

    private static List<Observation> observe(Run run, SurvivalCurves curves) {
        Table training = run.tables().training();
        int flag = training.schema().indexOf(curves.event()).orElseThrow();
        Target target = Target.given(
                curves.time(), curves.by().isEmpty() ? List.of(curves.event()) : List.of(curves.event(), curves.by()));
        Map<String, String> params = new TreeMap<>(Map.of("analysis", curves.id()));
        EventLevel event = EventLevel.of((CodeColumn) training.column(flag), curves.eventLevel());
        if (event.unfit() != null) {
            return none(target, event.unfit(), params);
        }
        if (curves.by().isEmpty()) {
            return compare(run, curves, event.code(), -1, -1, target, params);
        }
        int by = training.schema().indexOf(curves.by()).orElseThrow();
        LevelNames names =
                new LevelNames(training, run.tables().trainingEntity().orElse(null));
        List<Observation> all = new ArrayList<>();
        for (int group = 0;
                group < ((CodeColumn) training.column(by)).dictionary().known();
                group++) {
            params.put("group", names.name(curves.by(), group));
            all.addAll(compare(run, curves, event.code(), by, group, target, params));
        }
        return all.isEmpty() ? none(target, TOO_FEW, params) : all;
    }

    private static List<Observation> none(Target target, Reason reason, Map<String, String> params) {
        return Observation.none(DESCRIPTION, target, reason).stream()
                .map(o -> o.params(params))
                .toList();
    }

    private static List<Observation> compare(
            Run run, SurvivalCurves curves, int code, int by, int group, Target target, Map<String, String> params) {
        Tables tables = run.tables();
        int time = tables.schema().indexOf(curves.time()).orElseThrow();
        int flag = tables.schema().indexOf(curves.event()).orElseThrow();
        SurvivalRows training = SurvivalRows.of(
                tables.training(),
                time,
                flag,
                code,
                by,
                group,
                tables.trainingEntity().orElse(null));
        SurvivalRows synthetic = SurvivalRows.of(tables.synthetic(), time, flag, code, by, group, null);
        if (training.bearers() < LevelNames.FEWEST || synthetic.time().length < LevelNames.FEWEST) {
            return none(target, TOO_FEW, params);
        }
        if (training.isNegative() || synthetic.isNegative()) {
            return none(target, new Reason("time", "A time is negative."), params);
        }
        if (training.curve().times().length == 0) {
            return none(target, new Reason("no-events", "The event happens to nobody in training."), params);
        }
        SurvivalRows holdout = run.control()
                .map(table -> SurvivalRows.of(
                        table,
                        time,
                        flag,
                        code,
                        by,
                        group,
                        tables.holdoutEntity().orElse(null)))
                .filter(rows -> rows.time().length >= LevelNames.FEWEST && !rows.isNegative())
                .orElse(null);
        CurvePair made = CurvePair.of(training, synthetic);
        CurvePair real = holdout == null ? null : CurvePair.of(training, holdout);
        String note = "Analysis " + curves.id() + (by < 0 ? "." : ", group " + params.get("group") + ".");
        double level = run.level();
        List<Observation> all = new ArrayList<>();
        for (Measure measure : DESCRIPTION.measures()) {
            Observation o = Observation.of(
                            measure.id(),
                            target,
                            number(measure, made, level),
                            training.time().length,
                            synthetic.time().length)
                    .params(params)
                    .note(note);
            all.add(real == null ? o : o.yardstick(number(measure, real, level), holdout.time().length));
        }
        return all;
    }

    private static Estimate number(Measure measure, CurvePair pair, double level) {
        return measure == DISTANCE ? pair.distance(level) : measure == AREA ? pair.area(level) : pair.logRank(level);
    }
}
