package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.core.evaluation.PairsMetric;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs all metrics of columns and pairs, one task per target. */
final class StateEvaluations {

    /** Beyond this many pairs nothing is resampled and the closed forms take over. */
    private static final int MOST_RESAMPLED_PAIRS = 1_000;

    private static final Applicability KEY =
            Applicability.no("kind", "A key or identifier has no distribution to keep.");

    private final StateSet.CodedTables tables;
    private final RandomStreams streams;
    private final AuditPlan.Progress progress;
    private final Map<String, Double> excessLimits;
    private final double level;
    private final double[] trainingEffects;
    private final double[] holdoutEffects;

    StateEvaluations(
            StateSet.CodedTables tables,
            RandomStreams streams,
            AuditPlan.Progress progress,
            Map<String, Double> excessLimits,
            double level,
            double[] trainingEffects,
            double[] holdoutEffects) {
        this.tables = tables;
        this.streams = streams;
        this.progress = progress;
        this.excessLimits = excessLimits;
        this.level = level;
        this.trainingEffects = trainingEffects;
        this.holdoutEffects = holdoutEffects;
    }

    /** All metrics of columns; with a subgroup those that declare it. */
    void columns(List<Metric> metrics, Workers workers, String subgroup, FindingBudget findings) {
        Schema schema = tables.profile().schema();
        TargetTask.Setting setting = new TargetTask.Setting(tables, streams, excessLimits, true, progress);
        workers.run(schema.size(), c -> {
            Field field = schema.field(c);
            Target target = Target.column(field.name()).in(subgroup);
            TargetTask task = new TargetTask(setting, target, comparison(c, c), holdoutEffects[c]);
            for (Metric metric : metrics) {
                if (metric instanceof ColumnMetric<?> column && (subgroup == null || column.isForSubgroups())) {
                    measure(task, column, field);
                }
            }
            findings.addAll(task.findings());
        });
    }

    /** What a subgroup without synthetic rows gets instead of numbers. */
    List<Finding> unmeasured(List<Metric> metrics, String subgroup) {
        Reason reason = new Reason("too-few", "Fewer than 20 synthetic rows belong to this group.");
        List<Finding> findings = new ArrayList<>();
        for (Field field : tables.profile().schema().fields()) {
            for (Metric metric : metrics) {
                if (metric instanceof ColumnMetric<?> column
                        && !(field.isKey() && metric.description().family().equals("fidelity"))
                        && column.isForSubgroups()
                        && column.appliesTo(field).applies()) {
                    Target target = Target.column(field.name()).in(subgroup);
                    metric.description()
                            .measures()
                            .forEach(measure -> findings.add(new Finding.NotApplicable(
                                    new Subject(metric.description(), measure, "", Map.of(), target), reason)));
                }
            }
        }
        return findings;
    }

    /** All metrics of pairs, and those of all pairs together. */
    void pairs(List<Metric> metrics, Workers workers, int[] holdoutPerson, FindingBudget findings) {
        Schema schema = tables.profile().schema();
        int[] content = schema.content();
        int count = content.length * (content.length - 1) / 2;
        int[][] pairs = new int[count][];
        int next = 0;
        for (int i = 0; i < content.length; i++) {
            for (int j = i + 1; j < content.length; j++) {
                pairs[next++] = new int[] {content[i], content[j]};
            }
        }
        TargetTask.Setting setting =
                new TargetTask.Setting(tables, streams, excessLimits, count <= MOST_RESAMPLED_PAIRS, progress);
        List<TogetherTask<?, ?>> together = new ArrayList<>();
        for (Metric metric : metrics) {
            if (metric instanceof PairsMetric<?, ?> all) {
                together.add(new TogetherTask<>(all, count));
            }
        }
        workers.run(count, p -> {
            int x = pairs[p][0];
            int y = pairs[p][1];
            Field first = schema.field(x);
            Field second = schema.field(y);
            TargetTask task = new TargetTask(
                    setting,
                    Target.pair(first.name(), second.name()),
                    comparison(x, y),
                    Math.max(holdoutEffects[x], holdoutEffects[y]));
            for (Metric metric : metrics) {
                if (metric instanceof PairMetric<?> pair) {
                    measure(task, pair, first, second);
                }
            }
            together.forEach(all -> all.gather(task, p, schema, x, y));
            findings.addAll(task.findings());
        });
        together.forEach(all -> findings.addAll(all.findings(tables, holdoutPerson, level)));
    }

    private static <S extends State<S>> void measure(TargetTask task, ColumnMetric<S> metric, Field field) {
        boolean isKeyed = metric.description().family().equals("fidelity") && field.isKey();
        task.measure(
                metric.description(), metric, isKeyed ? KEY : metric.appliesTo(field), () -> metric.statistic(field));
    }

    private static <S extends State<S>> void measure(TargetTask task, PairMetric<S> metric, Field first, Field second) {
        task.measure(
                metric.description(), metric, metric.appliesTo(first, second), () -> metric.statistic(first, second));
    }

    /** The larger of two columns' design effects: joint levels are no more clustered than the more clustered column. */
    private Comparison comparison(int x, int y) {
        ColumnProfile profile = tables.profile().column(x);
        return new Comparison(level, Math.max(trainingEffects[x], trainingEffects[y]), 1, profile);
    }
}
