package io.synthaudit.io.report;

import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.audit.ColumnCounts;
import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Reason;
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
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.rng.UniformRandomProvider;

/** A random audit with a canary, a text or number that must never get out, in every column and every sentence. */
final class Canaries {

    /** A label of every category column that is frequent enough to be shown. */
    static final String FREQUENT = "Frequent";

    private static final Description DESCRIPTION = new Description(
            "fidelity.ks",
            "1",
            "Title",
            "How far?",
            "so",
            "",
            Scope.MODEL,
            List.of(),
            List.of(Measure.distance("distance")),
            List.of());

    private final UniformRandomProvider random;
    private final TreeSet<String> planted = new TreeSet<>();
    private final int[] rows;

    Canaries(UniformRandomProvider random) {
        this.random = random;
        this.rows = new int[] {60 + random.nextInt(400), 40 + random.nextInt(300), 40 + random.nextInt(200)};
    }

    /** All that must not be found, as text. */
    TreeSet<String> planted() {
        return planted;
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int length = 12 + random.nextInt(10);
        for (int i = 0; i < length; i++) {
            word.append((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(26)));
        }
        planted.add(word.toString());
        return word.toString();
    }

    /** Ten digits before the point, or few before and many behind it. */
    private double number() {
        long digits = 1_000_000_000L + random.nextLong(9_000_000_000L - 1);
        long odd = digits / 10 * 10 + 1 + random.nextInt(9);
        planted.add(Long.toString(odd));
        if (random.nextBoolean()) {
            return odd;
        }
        double small = odd / 1e7;
        planted.add(java.math.BigDecimal.valueOf(small).toPlainString());
        return small;
    }

    AuditResult result() {
        Kind[] kinds = {
            Kind.NUMERIC,
            Kind.INTEGER,
            Kind.CATEGORICAL,
            Kind.BOOLEAN,
            Kind.ORDINAL,
            Kind.TEXT,
            Kind.ID,
            Kind.CATEGORICAL
        };
        List<Field> fields = new ArrayList<>();
        List<List<Column>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < kinds.length; i++) {
            Field field = Field.of("col" + i, kinds[i]);
            fields.add(field);
            List<Column> made = kinds[i].isNumber() ? numbers(field) : levels(field);
            for (int t = 0; t < 3; t++) {
                columns.get(t).add(made.get(t));
            }
        }
        Schema schema = new Schema(fields, false);
        Table[] tables = new Table[3];
        for (int t = 0; t < 3; t++) {
            tables[t] = new Table(schema, columns.get(t), rows[t]);
        }
        return audit(schema, tables);
    }

    private List<Column> numbers(Field field) {
        List<Column> made = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            double[] cells = new double[rows[t]];
            for (int row = 0; row < cells.length; row++) {
                cells[row] = random.nextInt(20) == 0 ? Double.NaN : number();
            }
            made.add(new NumberColumn(field, cells, 0));
        }
        return made;
    }

    private List<Column> levels(Field field) {
        String[][] cells = new String[3][];
        TreeSet<String> known = new TreeSet<>();
        TreeSet<String> more = new TreeSet<>();
        for (int t = 0; t < 3; t++) {
            cells[t] = new String[rows[t]];
            String rare = word();
            for (int row = 0; row < rows[t]; row++) {
                boolean fresh = field.kind() == Kind.TEXT || field.kind() == Kind.ID || random.nextInt(25) == 0;
                cells[t][row] = row < 10 ? rare : fresh ? word() : FREQUENT;
                (t == 0 ? known : more).add(cells[t][row]);
            }
        }
        more.removeAll(known);
        List<String> labels = new ArrayList<>(known);
        labels.addAll(more);
        Map<String, Integer> codes = new HashMap<>();
        labels.forEach(l -> codes.put(l, codes.size()));
        Dictionary dictionary = new Dictionary(labels.toArray(String[]::new), known.size());
        List<Column> made = new ArrayList<>();
        for (String[] table : cells) {
            int[] coded = new int[table.length];
            for (int row = 0; row < coded.length; row++) {
                coded[row] = codes.get(table[row]);
            }
            made.add(new CodeColumn(field, dictionary, coded, 0));
        }
        return made;
    }

    private AuditResult audit(Schema schema, Table[] tables) {
        Profile profile = Profile.of(tables[0]);
        List<ColumnCounts> counts = new ArrayList<>();
        CodedTable[] coded = new CodedTable[3];
        for (int t = 0; t < 3; t++) {
            coded[t] = new CodedTable(tables[t], profile);
        }
        for (int c = 0; c < schema.size(); c++) {
            Levels levels = new Levels(schema.field(c));
            counts.add(new ColumnCounts(
                    c,
                    coded[0].observe(levels, profile, null),
                    coded[1].observe(levels, profile, null),
                    coded[2].observe(levels, profile, null)));
        }
        return new AuditResult(
                Tables.of(tables[0], tables[1], tables[2]),
                profile,
                new Sizes(rows[0], rows[1], rows[2]),
                List.of(DESCRIPTION),
                List.of(),
                findings(schema),
                List.of(),
                0,
                0,
                List.of(judgement()),
                Verdict.PASS,
                Map.of(),
                0,
                counts,
                new ReportProvenance(
                        "tool",
                        "policy",
                        "",
                        "",
                        false,
                        "",
                        "derived",
                        false,
                        List.of(),
                        "command",
                        List.of(leak()),
                        List.of(new GateOutlook("g", true, leak()))));
    }

    /** A sentence such as a careless evaluation might write. */
    private String leak() {
        List<String> all = List.copyOf(planted);
        return "Worst at \"" + all.get(random.nextInt(all.size())) + "\" and " + all.get(random.nextInt(all.size()))
                + ".";
    }

    private String cell() {
        List<String> words =
                planted.stream().filter(p -> Character.isLetter(p.charAt(0))).toList();
        return words.get(random.nextInt(words.size()));
    }

    private List<Finding> findings(Schema schema) {
        List<Finding> findings = new ArrayList<>();
        for (Field field : schema.fields()) {
            Target column = Target.column(field.name());
            Target group = new Target(Target.Kind.COLUMN, List.of(field.name()), List.of(), cell());
            Subject subject = new Subject(DESCRIPTION, DESCRIPTION.primary(), "", Map.of(), column);
            Subject small = new Subject(DESCRIPTION, DESCRIPTION.primary(), cell(), Map.of("value", cell()), group);
            findings.add(new Finding.Measurement(
                    subject,
                    Estimate.point(random.nextDouble(), leak()),
                    null,
                    null,
                    null,
                    0,
                    Double.NaN,
                    0,
                    random.nextInt(30),
                    10,
                    leak(),
                    null));
            findings.add(new Finding.NotApplicable(small, new Reason("kind", leak())));
            findings.add(new Finding.Failed(
                    new Subject(DESCRIPTION, DESCRIPTION.primary(), "broken", Map.of(), column),
                    new Reason("error", leak())));
        }
        return findings;
    }

    private Judgement judgement() {
        Gate gate = new Gate(
                "g",
                "fidelity.ks",
                GateScope.ANY,
                Limit.atMost(0.1),
                Gate.Of.VALUE,
                Severity.MINOR,
                0,
                Long.MAX_VALUE,
                Gate.WhenRoleAbsent.SKIP,
                List.of(),
                "because",
                0);
        return new Judgement(gate, Verdict.PASS, false, 0.1, 0.1, 0, List.of(), leak());
    }
}
