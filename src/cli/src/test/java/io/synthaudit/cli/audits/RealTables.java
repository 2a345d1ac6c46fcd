package io.synthaudit.cli.audits;

import io.synthaudit.core.audit.Audit;
import io.synthaudit.core.audit.AuditPlan;
import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.audit.Catalog;
import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.gate.Judge;
import io.synthaudit.core.gate.Judgement;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.RawTable;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.core.table.Tabulation;
import io.synthaudit.io.CsvSource;
import io.synthaudit.io.policy.Profiles;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads real tables under the kinds of their typing.json and audits them. */
final class RealTables {

    private static final Pattern KIND = Pattern.compile("\"([^\"]+)\": \"(numerical|categorical)\"");
    private static final Pattern TOKENS = Pattern.compile("\"na_tokens\": \\[([^\\]]*)\\]");

    private RealTables() {}

    /** Training, synthetic table and holdout of a data set. */
    static Tables load(String dataset, String synthetic) {
        RawTable training = read(dataset, "real");
        return Tabulation.tables(
                schema(dataset, training), training, read(dataset, synthetic), read(dataset, "holdout"));
    }

    /** A fresh real sample: half of the holdout in the synthetic table's place, the other half as holdout. */
    static Tables halved(Tables tables, int seed) {
        Table holdout = tables.holdout().orElseThrow();
        int half = holdout.rows() / 2;
        int[] order = RandomStreams.permutation(holdout.rows(), new RandomStreams(seed).stream("halving"));
        int[] first = java.util.Arrays.copyOfRange(order, 0, half);
        int[] second = java.util.Arrays.copyOfRange(order, half, 2 * half);
        return Tables.of(tables.training(), holdout.select(first), holdout.select(second));
    }

    private static RawTable read(String dataset, String table) {
        return CsvSource.read(SharedData.file("data/" + dataset + "/" + table + ".csv"), ',');
    }

    private static Schema schema(String dataset, RawTable training) {
        String typing;
        try {
            typing = Files.readString(SharedData.file("goldens/" + dataset + "/typing.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher tokens = TOKENS.matcher(typing);
        List<String> missing = new ArrayList<>();
        if (tokens.find()) {
            Matcher token = Pattern.compile("\"([^\"]+)\"").matcher(tokens.group(1));
            while (token.find()) {
                missing.add(token.group(1));
            }
        }
        Matcher kind = KIND.matcher(typing);
        List<Field> fields = new ArrayList<>();
        while (kind.find()) {
            Kind is = kind.group(2).equals("numerical") ? Kind.NUMERIC : Kind.CATEGORICAL;
            fields.add(new Field(kind.group(1), is, Set.of(), missing, Domain.NONE, "", ""));
        }
        if (fields.size() != training.columns().size()) {
            throw new IllegalStateException("typing.json and the table differ in columns");
        }
        return new Schema(fields, true);
    }

    /** The audit under a profile with seed 1; {@code only} as on the command line. */
    static AuditResult audit(Tables tables, String profile, String... only) {
        ReportProvenance provenance = new ReportProvenance(
                "synthaudit", profile, "", "", true, "", "1", true, List.of(only), "", List.of(), List.of());
        AuditPlan plan = new AuditPlan(
                Profiles.read(profile), new RandomStreams(1), 2, List.of(only), provenance, AuditPlan.Progress.SILENT);
        return new Audit(Catalog.installed(), plan).run(tables);
    }

    /** The findings of one audit judged by another profile; right for gates whose numbers no profile changes. */
    static List<Judgement> judged(AuditResult result, String profile) {
        Sizes sizes = result.sizes();
        return Judge.judge(
                Profiles.read(profile),
                Catalog.installed().descriptions(),
                result.findings(),
                result.profile().schema(),
                sizes,
                false);
    }

    static Verdict verdict(List<Judgement> judgements, String gate) {
        return judgements.stream()
                .filter(j -> j.gate().id().equals(gate))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    static Finding.Measurement measurement(AuditResult result, String key) {
        return result.findings().stream()
                .filter(f -> f.subject().key().equals(key))
                .map(f -> (Finding.Measurement) f)
                .findFirst()
                .orElseThrow();
    }
}
