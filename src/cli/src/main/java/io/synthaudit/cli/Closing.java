package io.synthaudit.cli;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.ReportJudgement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The last lines of an audit: the verdict, and the gates that stand nearest to it. */
final class Closing {

    private static final int MOST_GATES = 8;

    private Closing() {}

    /**
     * Prints the verdict.
     *
     * @param report the report for the public
     * @param folder where it was written
     */
    static void print(PrintWriter out, AuditReport report, Path folder) {
        out.println(report.verdict() + "  (exit code " + report.exitCode() + ")");
        out.println("  "
                + report.families().entrySet().stream()
                        .map(family -> family.getKey() + " " + family.getValue())
                        .collect(Collectors.joining(", ")));
        for (ReportJudgement judgement : worst(report.judgements())) {
            out.println(Visible.line("  " + sentence(judgement)));
        }
        out.println(Visible.line("  report: " + folder.resolve("report.html")));
    }

    /** Those that count and did not pass; if all passed, those nearest to their limit. */
    static List<ReportJudgement> worst(List<ReportJudgement> judgements) {
        List<ReportJudgement> counting =
                judgements.stream().filter(ReportJudgement::blocking).toList();
        Verdict worst = counting.stream().map(ReportJudgement::verdict).reduce(Verdict.PASS, Verdict::and);
        return counting.stream()
                .filter(judgement -> worst == Verdict.PASS || judgement.verdict() != Verdict.PASS)
                .sorted(Comparator.comparing(ReportJudgement::verdict).thenComparing(Closing::room))
                .limit(worst == Verdict.PASS ? 3 : MOST_GATES)
                .toList();
    }

    /** The margin in units of the limit, so that gates of different measures can be set beside one another. */
    private static double room(ReportJudgement judgement) {
        Limit limit = judgement.limit();
        double unit = Math.abs(limit.hasMax() ? limit.max() : limit.min());
        double room = judgement.margin() / (unit > 0 ? unit : 1);
        return Double.isNaN(room) ? Double.POSITIVE_INFINITY : room;
    }

    private static String sentence(ReportJudgement judgement) {
        String head = String.format(Locale.ROOT, "%-13s %s", judgement.verdict(), judgement.gate());
        if (Double.isNaN(judgement.observed())) {
            return head + ": " + judgement.reason();
        }
        String bound = Double.isNaN(judgement.bound()) ? "" : " (bound " + number(judgement.bound()) + ")";
        return head + ": " + (judgement.of().equals("excess") ? "excess " : "") + number(judgement.observed()) + bound
                + ", limit " + limit(judgement.limit());
    }

    /** The limit as a policy writes it. */
    static String limit(Limit limit) {
        if (limit.hasMin() && limit.hasMax()) {
            return "[" + number(limit.min()) + ", " + number(limit.max()) + "]";
        }
        return limit.hasMax() ? "at most " + number(limit.max()) : "at least " + number(limit.min());
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.contains(".") ? text.replaceFirst("0+$", "").replaceFirst("\\.$", "") : text;
    }
}
