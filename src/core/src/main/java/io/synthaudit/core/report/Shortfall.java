package io.synthaudit.core.report;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import io.synthaudit.core.report.ReportFinding.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What would have to change for a gate that was not met: the worst of what it judged, how far each lies from the limit, and
 * for columns the bins that make most of the difference. Made from a report alone, so it tells no more than the report does.
 *
 * @param gate gate id
 * @param needed what would have to become of the worst, a sentence
 * @param worst the worst first, at most five
 */
public record Shortfall(String gate, String needed, List<Item> worst) {

    private static final int MOST = 5;

    /**
     * One finding that keeps the gate from being met.
     *
     * @param key key of the finding
     * @param value the number judged
     * @param beyond distance from the number to the limit, positive outside and negative inside
     * @param text all of it as sentences
     */
    public record Item(String key, double value, double beyond, String text) {}

    public Shortfall {
        worst = List.copyOf(worst);
    }

    /** The shortfalls of all gates that were judged and not met, in policy order. */
    public static List<Shortfall> of(AuditReport report) {
        Map<String, ReportFinding> findings = new HashMap<>();
        report.findings().forEach(f -> findings.put(f.key(), f));
        Map<String, Series> series = new HashMap<>();
        report.series().forEach(s -> series.put(s.key(), s));
        List<Shortfall> all = new ArrayList<>();
        for (ReportJudgement j : report.judgements()) {
            boolean missed = j.verdict() == Verdict.FAIL || j.verdict() == Verdict.INCONCLUSIVE;
            if (missed && j.severity() != Severity.INFO && j.limit() != null) {
                List<Item> items = new ArrayList<>();
                for (String key : j.findings()) {
                    ReportFinding finding = findings.get(key);
                    if (finding != null && finding.status() == Status.MEASURED) {
                        add(items, finding, j, series);
                    }
                }
                if (!items.isEmpty()) {
                    all.add(new Shortfall(j.gate(), needed(j, items), items.subList(0, Math.min(MOST, items.size()))));
                }
            }
        }
        return all;
    }

    /** Adds the finding if its number, or the bound of it, lies outside. */
    private static void add(List<Item> items, ReportFinding f, ReportJudgement j, Map<String, Series> series) {
        boolean excess = j.of().equals("excess");
        if (excess && f.excess() == null) {
            return;
        }
        double value = excess ? f.excess().value() : f.value();
        ReportInterval interval = excess ? f.excess().interval() : f.interval();
        Limit limit = j.limit();
        double beyond = beyond(value, value, limit);
        double bound =
                interval == null || j.of().equals("point") ? beyond : beyond(interval.lower(), interval.upper(), limit);
        if (Double.isFinite(value) && (beyond > 0 || bound > 0 || interval == null)) {
            String place = beyond > 0
                    ? Words.number(beyond) + " beyond the limit"
                    : Words.number(-beyond) + " inside the limit" + (bound > 0 ? ", but its bound is not" : "");
            String text = subject(f) + (excess ? "excess " : "") + Words.number(value) + ", " + place + ".";
            items.add(new Item(f.key(), value, beyond, (text + " " + WorstBins.of(f, series)).strip()));
        }
    }

    /** How far the farther of two numbers lies outside; negative when both lie inside. */
    private static double beyond(double low, double high, Limit limit) {
        double above = limit.hasMax() ? high - limit.max() : Double.NEGATIVE_INFINITY;
        double below = limit.hasMin() ? limit.min() - low : Double.NEGATIVE_INFINITY;
        return Math.max(above, below);
    }

    private static String subject(ReportFinding f) {
        String columns = Words.columns(f.target().columns());
        String group = f.target().subgroup() == null
                ? ""
                : "In the group (" + f.target().subgroup() + ")";
        String all = group + (group.isEmpty() || columns.isEmpty() ? "" : " ") + columns;
        return all.isEmpty() ? "" : all + ": ";
    }

    private static String needed(ReportJudgement j, List<Item> items) {
        long outside = items.stream().filter(i -> i.beyond() > 0).count();
        String limit = "the limit, " + Words.limit(j.limit());
        if (outside == 0) {
            return items.size() == 1
                    ? "The number lies inside; it takes more rows, or one farther inside " + limit
                            + ", to be sure of it."
                    : "The numbers lie inside; it takes more rows, or numbers farther inside " + limit
                            + ", to be sure of them.";
        }
        return outside == 1
                ? "This would have to come inside " + limit + "."
                : "These would have to come inside " + limit + ", the worst first"
                        + (outside > MOST ? "; there are more" : "") + ".";
    }
}
