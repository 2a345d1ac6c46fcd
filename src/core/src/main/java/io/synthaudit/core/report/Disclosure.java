package io.synthaudit.core.report;

import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.audit.ColumnCounts;
import io.synthaudit.core.audit.Dropped;
import io.synthaudit.core.audit.FindingBudget;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.gate.Gate;
import io.synthaudit.core.gate.GateScope.Aggregate;
import io.synthaudit.core.gate.Judgement;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.report.AuditReport.CatalogEntry;
import io.synthaudit.core.report.AuditReport.CatalogMeasure;
import io.synthaudit.core.report.AuditReport.DisclosureLog;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.report.AuditReport.TableSize;
import io.synthaudit.core.report.ReportFinding.Status;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;
import io.synthaudit.core.report.Sentences.Gated;
import io.synthaudit.core.table.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Disclosure control: the only way from what an audit found, which holds real cells, to a report, which may be read by
 * others.
 *
 * <p>For every reader: no row, no cell, no label of fewer than 11 training rows unless the schema declares it, no number
 * beyond the 1st or 99th percentile on an axis; axis edges rounded to two significant digits, dates to the month; bins of
 * fewer than 11 training rows merged. Where an entity key tells who owns each row, labels and bins are held to 11 persons
 * instead; numbers that rest on fewer than 11 real rows held back. For the public also: values
 * rounded to 4 decimals and 6 significant digits, counts of real rows to multiples of 5. The same result and audience
 * give an equal report.
 */
public final class Disclosure {

    static final List<String> FAMILIES = List.of("privacy", "fidelity", "utility", "validity");

    /** In a report with more findings about columns, those that have no meaning for their column's kind are only counted. */
    private static final int MOST_ABOUT_COLUMNS = 10_000;

    private final AuditResult result;
    private final Rounding rounding;
    private final DisclosureActions log = new DisclosureActions();
    private final Withheld withheld;
    private final Texts texts;

    /** From a key as the audit knows it to the key in the report; only what the report has. */
    private final Map<String, String> keys = new HashMap<>();

    private final Set<String> suppressed = new HashSet<>();

    private Disclosure(AuditResult result, Audience audience) {
        this.result = result;
        this.rounding = new Rounding(audience);
        this.withheld = new Withheld(result.tables());
        this.texts = new Texts(withheld, realRows(result), rounding);
    }

    /** Rows of the real files, and of the holdout without persons who are in training too. */
    private static Set<Long> realRows(AuditResult result) {
        Set<Long> rows = new HashSet<>();
        rows.add(result.sizes().training());
        rows.add(result.sizes().holdout());
        result.tables().holdout().ifPresent(h -> rows.add((long) h.rows()));
        return rows;
    }

    /**
     * Makes the report of an audit.
     *
     * @param result what the audit found
     * @param audience who may read the report
     * @return the report, findings sorted by key
     */
    public static AuditReport report(AuditResult result, Audience audience) {
        return new Disclosure(result, audience).report();
    }

    private AuditReport report() {
        Set<String> judgedFirst = new HashSet<>();
        for (Judgement judgement : result.judgements()) {
            judgement.findings().stream().limit(10).forEach(judgedFirst::add);
        }
        FindingBudget budget = new FindingBudget(judgedFirst, subject -> false);
        List<Finding> listed = listed(judgedFirst);
        budget.addAll(listed);
        List<ReportFinding> bare = new ArrayList<>();
        Map<String, Finding> origins = new HashMap<>();
        FindingDisclosure disclosure =
                new FindingDisclosure(rounding, withheld, texts, result.sizes().synthetic());
        for (Finding finding : budget.kept()) {
            ReportFinding made = disclosure.of(finding);
            bare.add(made);
            origins.put(made.key(), finding);
            keys.put(finding.subject().key(), made.key());
            if (made.status() == Status.SUPPRESSED) {
                suppressed.add(made.key());
            }
        }
        bare.sort(Comparator.comparing(ReportFinding::key));
        List<ReportJudgement> judgements =
                result.judgements().stream().map(this::judgement).toList();
        List<ReportFinding> findings = spoken(bare, origins, judgements);
        List<Series> series = series();
        long dropped = Stream.concat(budget.dropped().stream(), result.dropped().stream())
                .mapToLong(Dropped::count)
                .sum();
        log.add(suppressed.size(), "1 number was held back.", " numbers were held back.");
        log.add(disclosure.subgroups(), "1 subgroup's name was withheld.", " subgroups' names were withheld.");
        log.add(
                dropped,
                "1 finding about a pair, set or subgroup is in the quantiles only.",
                " findings about pairs, sets or subgroups are in the quantiles only.");
        log.add(
                result.findings().size() - listed.size(),
                "1 finding without a meaning for its column's kind is counted only.",
                " findings without a meaning for their column's kind are counted only.");
        log.add(
                result.smallGroups(),
                "1 subgroup was left out for want of 200 training rows.",
                " subgroups were left out for want of 200 training rows.");
        var coverage = Ledger.of(result, texts);
        ReportProvenance provenance = provenance();
        log.add(texts.changed(), "1 sentence lost a label.", " sentences lost a label.");
        return new AuditReport(
                rounding.audience(),
                result.verdict(),
                families(),
                result.exitCode(),
                provenance,
                sizes(),
                result.catalog().stream().map(Disclosure::entry).toList(),
                findings,
                judgements,
                series,
                coverage,
                new DisclosureLog(
                        DisclosureRules.of(
                                rounding.audience(),
                                result.tables().trainingEntity().isPresent()),
                        log.sentences()));
    }

    /** The findings that have a place in the report: all, unless the table is so wide that they would bury the others. */
    private List<Finding> listed(Set<String> judged) {
        long columns = result.findings().stream()
                .filter(f -> f.subject().target().kind() == Target.Kind.COLUMN)
                .count();
        return columns <= MOST_ABOUT_COLUMNS
                ? result.findings()
                : result.findings().stream()
                        .filter(f ->
                                !isOfNoMeaning(f) || judged.contains(f.subject().key()))
                        .toList();
    }

    private static boolean isOfNoMeaning(Finding finding) {
        return finding instanceof Finding.NotApplicable n
                && n.reason().code().equals("kind")
                && n.subject().target().kind() == Target.Kind.COLUMN;
    }

    private List<ReportFinding> spoken(
            List<ReportFinding> bare, Map<String, Finding> origins, List<ReportJudgement> judgements) {
        Map<String, List<Gated>> judged = new HashMap<>();
        for (int i = 0; i < judgements.size(); i++) {
            Judgement origin = result.judgements().get(i);
            Aggregate aggregate = origin.gate().scope().aggregate();
            boolean alone = aggregate == Aggregate.ALL || aggregate == Aggregate.WORST;
            ReportJudgement judgement = judgements.get(i);
            String first = origin.findings().isEmpty() ? "" : origin.findings().get(0);
            for (String key : judgement.findings()) {
                boolean decides = alone && key.equals(keys.get(first));
                judged.computeIfAbsent(key, k -> new ArrayList<>()).add(new Gated(judgement, decides));
            }
        }
        List<ReportFinding> findings = new ArrayList<>();
        for (ReportFinding finding : bare) {
            Finding origin = origins.get(finding.key());
            Subject subject = origin.subject();
            String note = origin instanceof Finding.Measurement m ? texts.cleanNote(m.note()) : "";
            findings.add(finding.withSentence(
                    Sentences.of(finding, subject.description(), note, judged.getOrDefault(finding.key(), List.of()))));
        }
        return findings;
    }

    private ReportJudgement judgement(Judgement j) {
        Gate gate = j.gate();
        List<String> shown =
                j.findings().stream().filter(keys::containsKey).map(keys::get).toList();
        boolean held = shown.stream().anyMatch(suppressed::contains);
        return new ReportJudgement(
                gate.id(),
                gate.measure(),
                gate.of().name().toLowerCase(Locale.ROOT),
                j.verdict(),
                gate.severity(),
                j.blocking(),
                gate.limit(),
                held ? Double.NaN : rounding.value(j.observed()),
                held ? Double.NaN : rounding.value(j.bound()),
                held ? Double.NaN : rounding.value(j.margin()),
                shown,
                gate.because(),
                gate.criteria(),
                held ? Ledger.SUPPRESSED.text() : texts.clean(j.reason()));
    }

    private List<Series> series() {
        List<Series> series = new ArrayList<>();
        ColumnChart chart = new ColumnChart(rounding, log);
        for (ColumnCounts counts : result.columns()) {
            Column column = result.tables().training().column(counts.column());
            if (column.field().isContent()) {
                chart.of(column, Binned.of(counts, result.tables())).ifPresent(series::add);
            }
        }
        for (String evaluation : AuditResult.MATRICES) {
            HeatMap.of(evaluation, result.findings(), result.tables().schema(), rounding)
                    .ifPresent(series::add);
        }
        series.sort(Comparator.comparing(Series::key));
        return series;
    }

    private Map<String, Verdict> families() {
        Map<String, Verdict> families = new LinkedHashMap<>();
        FAMILIES.forEach(f -> families.put(f, result.families().getOrDefault(f, Verdict.NOT_EVALUATED)));
        return families;
    }

    private List<TableSize> sizes() {
        int columns = result.tables().schema().size();
        List<TableSize> sizes = new ArrayList<>();
        sizes.add(new TableSize("TRAINING", rounding.rows(result.sizes().training()), columns));
        sizes.add(new TableSize("SYNTHETIC", result.sizes().synthetic(), columns));
        if (result.sizes().holdout() > 0) {
            sizes.add(new TableSize("HOLDOUT", rounding.rows(result.sizes().holdout()), columns));
        }
        return sizes;
    }

    private static CatalogEntry entry(Description d) {
        return new CatalogEntry(
                d.id(),
                d.version(),
                d.title(),
                (Words.sentence(d.definition()) + " " + Words.sentence(d.misleads())).strip(),
                d.family(),
                d.needs(),
                d.measures().stream()
                        .map(m -> new CatalogMeasure(
                                m.id(), m.unit(), m.range(), m.direction().name(), m.title()))
                        .toList(),
                d.references(),
                d.rankedBy());
    }

    private ReportProvenance provenance() {
        ReportProvenance p = result.provenance();
        return new ReportProvenance(
                p.tool(),
                p.policy(),
                p.policyDigest(),
                p.schemaDigest(),
                p.schemaDeclared(),
                p.analysesDigest(),
                p.syntheticDigest(),
                p.seed(),
                p.seedChosen(),
                p.only(),
                p.command(),
                p.warnings().stream().map(texts::clean).toList(),
                p.attainability().stream()
                        .map(o -> new GateOutlook(o.gate(), o.canPass(), texts.clean(o.text())))
                        .toList());
    }
}
