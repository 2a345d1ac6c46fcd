package io.synthaudit.core.report;

import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.audit.ColumnCounts;
import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Finding.Measurement;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.gate.Gate;
import io.synthaudit.core.gate.GateScope;
import io.synthaudit.core.gate.Judgement;
import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Builds results of audits by hand: columns first, then findings and judgements. */
final class Audits {

    static final Description KS = description("fidelity.ks", Measure.distance("distance"));
    static final Description PAIRS = description("fidelity.pair-tvd", Measure.distance("distance"));

    private final List<Field> fields = new ArrayList<>();
    private final List<List<Column>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final List<Finding> findings = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private List<String> notRequested = List.of();
    private List<String> warnings = List.of();
    private int[] trainingPersons;
    private int[] holdoutPersons;

    static Description description(String id, Measure... measures) {
        return new Description(
                id,
                "1",
                "Title",
                "How far apart?",
                "It is so",
                "",
                Scope.MODEL,
                List.of(),
                List.of(measures),
                List.of());
    }

    static Measure measure(String id, Direction direction) {
        return new Measure(id, "1", "[0, 1]", direction, Measure.Against.OWN);
    }

    static Interval interval(double lower, double upper) {
        return new Interval(lower, upper, 0.95, "exact");
    }

    static Subject subject(Description description, Target target) {
        return new Subject(description, description.primary(), "", Map.of(), target);
    }

    static Measurement measured(Subject subject, Estimate estimate, long rows) {
        return new Measurement(subject, estimate, null, null, null, 0, Double.NaN, 0, rows, 100, "", null);
    }

    /** A column of numbers; holdout may be null. */
    Audits numbers(Field field, double[] training, double[] synthetic, double[] holdout) {
        fields.add(field);
        columns.get(0).add(new NumberColumn(field, training, 0));
        columns.get(1).add(new NumberColumn(field, synthetic, 0));
        if (holdout != null) {
            columns.get(2).add(new NumberColumn(field, holdout, 0));
        }
        return this;
    }

    /** A column of levels, null for a missing cell; holdout may be null. */
    Audits levels(Field field, List<String> training, List<String> synthetic, List<String> holdout) {
        TreeSet<String> known = new TreeSet<>();
        training.stream().filter(s -> s != null).forEach(known::add);
        TreeSet<String> more = new TreeSet<>();
        synthetic.stream().filter(s -> s != null).forEach(more::add);
        if (holdout != null) {
            holdout.stream().filter(s -> s != null).forEach(more::add);
        }
        more.removeAll(known);
        List<String> labels = new ArrayList<>(known);
        labels.addAll(more);
        Dictionary dictionary = new Dictionary(labels.toArray(String[]::new), known.size());
        fields.add(field);
        columns.get(0).add(column(field, dictionary, labels, training));
        columns.get(1).add(column(field, dictionary, labels, synthetic));
        if (holdout != null) {
            columns.get(2).add(column(field, dictionary, labels, holdout));
        }
        return this;
    }

    private static CodeColumn column(Field field, Dictionary dictionary, List<String> labels, List<String> cells) {
        return new CodeColumn(
                field, dictionary, cells.stream().mapToInt(labels::indexOf).toArray(), 0);
    }

    Audits finding(Finding finding) {
        findings.add(finding);
        return this;
    }

    Audits judged(Judgement judgement) {
        judgements.add(judgement);
        return this;
    }

    Audits notRequested(String... evaluations) {
        notRequested = List.of(evaluations);
        return this;
    }

    Audits warning(String text) {
        warnings = List.of(text);
        return this;
    }

    /** Who owns each row; the holdout's may be null. */
    Audits persons(int[] training, int[] holdout) {
        trainingPersons = training;
        holdoutPersons = holdout;
        return this;
    }

    static Judgement judgement(Verdict verdict, double observed, double margin, String... keys) {
        Gate gate = new Gate(
                "fidelity.far",
                "fidelity.ks",
                GateScope.ANY,
                Limit.atMost(0.1),
                Gate.Of.EXCESS,
                Severity.BLOCKER,
                0,
                Long.MAX_VALUE,
                Gate.WhenRoleAbsent.NOT_EVALUATED,
                List.of("wp216.inference"),
                "enough",
                3);
        return new Judgement(gate, verdict, true, observed, observed, margin, List.of(keys), "It is so.");
    }

    AuditResult result() {
        Schema schema = new Schema(fields, true);
        Table training = table(schema, 0);
        Table synthetic = table(schema, 1);
        Table holdout = columns.get(2).isEmpty() ? null : table(schema, 2);
        Profile profile = Profile.of(training);
        CodedTable[] coded = {
            new CodedTable(training, profile),
            new CodedTable(synthetic, profile),
            holdout == null ? null : new CodedTable(holdout, profile)
        };
        List<ColumnCounts> counts = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Levels levels = new Levels(fields.get(i));
            Counts[] of = Arrays.stream(coded)
                    .map(t -> t == null ? null : t.observe(levels, profile, null))
                    .toArray(Counts[]::new);
            counts.add(new ColumnCounts(i, of[0], of[1], of[2]));
        }
        return new AuditResult(
                new Tables(
                        training,
                        synthetic,
                        Optional.ofNullable(holdout),
                        Optional.ofNullable(trainingPersons),
                        Optional.ofNullable(holdoutPersons)),
                profile,
                new Sizes(training.rows(), synthetic.rows(), holdout == null ? 0 : holdout.rows()),
                List.of(KS, PAIRS),
                notRequested,
                findings,
                List.of(),
                0,
                0,
                judgements,
                Verdict.PASS,
                Map.of("fidelity", Verdict.PASS),
                0,
                counts,
                new ReportProvenance(
                        "tool", "policy", "", "", true, "", "derived", false, List.of(), "cmd", warnings, List.of()));
    }

    private Table table(Schema schema, int which) {
        return new Table(schema, columns.get(which), columns.get(which).get(0).rows());
    }

    AuditReport report(AuditReport.Audience audience) {
        return Disclosure.report(result(), audience);
    }

    static Series series(AuditReport report, String key) {
        return report.series().stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static ReportFinding finding(AuditReport report, String key) {
        return report.findings().stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The label so many times. */
    static List<String> times(Object... labelsAndCounts) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < labelsAndCounts.length; i += 2) {
            for (int k = 0; k < (int) labelsAndCounts[i + 1]; k++) {
                cells.add((String) labelsAndCounts[i]);
            }
        }
        return cells;
    }
}
