package io.synthaudit.reports.html;

import io.synthaudit.core.report.AuditReport.CatalogEntry;
import io.synthaudit.core.report.AuditReport.CatalogMeasure;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportFinding.ReportAttack;
import io.synthaudit.core.report.ReportFinding.Status;
import io.synthaudit.reports.text.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All findings of one evaluation.
 *
 * @param id evaluation id
 * @param title a few words
 * @param method anchor of its method card
 * @param threat the attacker, or null where there is none
 * @param tables what was measured: the primary measure, and whatever a gate rests on
 * @param further other measures
 * @param silent what has no number, and why
 */
public record Evaluation(
        String id,
        String title,
        String method,
        Threat threat,
        List<MeasureTable> tables,
        List<MeasureTable> further,
        List<Silent> silent) {

    private static final String WHOLE = "";
    private static final int DRAWN = 6;
    private static final int MOST = 120;

    /** Of a measure on which no gate rests the page shows the worst few; report.json has them all. */
    private static final int MOST_FURTHER = 10;

    /** The attacker: what counts as success, what is reached, what is known, who is attacked. */
    public record Threat(String goal, String access, String knowledge, String targets) {}

    /** A reason with the measures or columns that it silenced. */
    public record Silent(String status, String text, List<String> what) {}

    static List<Evaluation> family(String family, String prefix, Index index) {
        List<Evaluation> all = new ArrayList<>();
        for (CatalogEntry entry : index.entries(family)) {
            if (entry.evaluation().startsWith(prefix)) {
                all.add(of(entry, index));
            }
        }
        return all;
    }

    static Evaluation of(CatalogEntry entry, Index index) {
        List<ReportFinding> findings = index.of(entry);
        Map<String, List<ReportFinding>> parts = measured(entry, findings);
        return new Evaluation(
                entry.evaluation(),
                entry.title(),
                index.method(entry.evaluation()),
                threat(findings),
                tables(entry, parts, true, index),
                tables(entry, parts, false, index),
                silent(findings));
    }

    /** The measured findings, those of the whole table first, then by measure as the catalogue has them. */
    private static Map<String, List<ReportFinding>> measured(CatalogEntry entry, List<ReportFinding> findings) {
        Map<String, List<ReportFinding>> parts = new LinkedHashMap<>();
        parts.put(WHOLE, new ArrayList<>());
        entry.measures().forEach(measure -> parts.put(measure.measure(), new ArrayList<>()));
        for (ReportFinding finding : findings) {
            if (finding.status() == Status.MEASURED) {
                String part = finding.target().columns().isEmpty() ? WHOLE : finding.measure();
                parts.computeIfAbsent(part, name -> new ArrayList<>()).add(finding);
            }
        }
        List<String> order =
                entry.measures().stream().map(CatalogMeasure::measure).toList();
        parts.get(WHOLE).sort(Comparator.comparingInt(finding -> order.indexOf(finding.measure())));
        parts.values().removeIf(List::isEmpty);
        return parts;
    }

    /** Whether a part stands in the open: the primary measure, and whatever a gate rests on. */
    private static boolean leads(CatalogEntry entry, String part, List<ReportFinding> findings, Index index) {
        return part.equals(WHOLE)
                || (!entry.measures().isEmpty()
                        && part.equals(entry.measures().get(0).measure()))
                || findings.stream().anyMatch(finding -> index.judgement(finding) != null);
    }

    private static List<MeasureTable> tables(
            CatalogEntry entry, Map<String, List<ReportFinding>> parts, boolean leading, Index index) {
        List<MeasureTable> tables = new ArrayList<>();
        List<Beside> beside = Beside.of(entry, parts, index);
        Set<Beside.About> told = told(entry, parts);
        parts.forEach((part, all) -> {
            boolean ranks = part.equals(entry.rankedBy());
            List<ReportFinding> some = leading
                    ? all
                    : all.stream()
                            .filter(f -> !told.contains(Beside.About.of(f)))
                            .toList();
            if (!some.isEmpty() && (ranks || leads(entry, part, all, index)) == leading) {
                boolean whole = part.equals(WHOLE);
                String what = whole ? "the whole table" : index.called(entry, part) + ", worst first";
                int drawn = !leading ? 0 : whole ? 2 * DRAWN : DRAWN;
                tables.add(MeasureTable.of(
                        entry.title() + ": " + what,
                        some,
                        ranks ? beside : List.of(),
                        index,
                        drawn,
                        leading ? MOST : MOST_FURTHER));
            }
        });
        return tables;
    }

    /** Targets of which all measures stand side by side, so that no further table repeats them. */
    private static Set<Beside.About> told(CatalogEntry entry, Map<String, List<ReportFinding>> parts) {
        return entry.rankedBy() == null
                ? Set.of()
                : parts.getOrDefault(entry.rankedBy(), List.of()).stream()
                        .map(Beside.About::of)
                        .collect(Collectors.toSet());
    }

    private static Threat threat(List<ReportFinding> findings) {
        for (ReportFinding finding : findings) {
            ReportAttack attack = finding.attack();
            if (attack != null && attack.goal() != null) {
                return new Threat(
                        Visible.prose(attack.goal()),
                        Visible.prose(attack.access()),
                        Visible.prose(String.join("; ", attack.knowledge())),
                        Visible.prose(attack.targets()));
            }
        }
        return null;
    }

    private static List<Silent> silent(List<ReportFinding> findings) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        Map<String, String> status = new LinkedHashMap<>();
        for (ReportFinding finding : findings) {
            if (finding.status() != Status.MEASURED && finding.reason() != null) {
                String text = Visible.prose(finding.reason().text());
                status.putIfAbsent(text, word(finding.status()));
                List<String> what = byReason.computeIfAbsent(text, reason -> new ArrayList<>());
                List<String> columns = finding.target().columns();
                String group = finding.target().subgroup();
                String name = (columns.isEmpty() ? finding.measure() : String.join(" \u00D7 ", columns))
                        + (group == null ? "" : " in " + group);
                if (!what.contains(name)) {
                    what.add(name);
                }
            }
        }
        List<Silent> silent = new ArrayList<>();
        byReason.forEach((text, what) -> silent.add(new Silent(status.get(text), text, what)));
        return silent;
    }

    private static String word(Status status) {
        switch (status) {
            case FAILED:
                return "Failed";
            case SUPPRESSED:
                return "Held back";
            default:
                return "Not applicable";
        }
    }
}
