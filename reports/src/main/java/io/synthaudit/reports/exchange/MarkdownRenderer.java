package io.synthaudit.reports.exchange;

import com.google.auto.service.AutoService;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.TableSize;
import io.synthaudit.core.report.Renderer;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.reports.text.Numbers;
import io.synthaudit.reports.text.Visible;
import io.synthaudit.reports.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The summary that continuous integration shows beside a run: verdict and gates. Everything that comes from outside is
 * written letter by letter: all punctuation that Markdown, HTML or a runner's log commands could read stands as a numeric
 * character reference, which each of them prints and none obeys.
 */
@AutoService(Renderer.class)
public final class MarkdownRenderer implements Renderer {

    private static final String HARMLESS = " .,;/()=-+";

    @Override
    public String file() {
        return "summary.md";
    }

    @Override
    public boolean alwaysPublic() {
        return true;
    }

    @Override
    public byte[] render(AuditReport report) {
        StringBuilder text = new StringBuilder();
        text.append("## ").append(sign(report.verdict())).append(' ').append(Words.of(report.verdict()));
        text.append(": synthetic table, policy ")
                .append(literal(report.provenance().policy()))
                .append("\n\n");
        text.append(literal(Words.because(report))).append("\n\n");
        families(report, text);
        for (String warning : Words.warnings(report.provenance())) {
            text.append("> ").append(literal(warning)).append("\n>\n");
        }
        text.append("> ").append(Words.PASS_MEANS).append("\n\n");
        gates(report, text);
        text.append('\n').append(sizes(report)).append("\n\n");
        text.append("Made by ")
                .append(literal(report.provenance().tool()))
                .append(". The evidence is in report.html.\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void families(AuditReport report, StringBuilder text) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Verdict> family : report.families().entrySet()) {
            parts.add(literal(family.getKey()) + " **" + Words.of(family.getValue()) + "**");
        }
        if (!parts.isEmpty()) {
            text.append(String.join(" | ", parts).replace("|", "\u00B7")).append("\n\n");
        }
    }

    private static void gates(AuditReport report, StringBuilder text) {
        text.append("| Verdict | Gate | Weight | Observed | Bound | Limit | Why |\n");
        text.append("|---|---|---|--:|--:|---|---|\n");
        for (ReportJudgement judgement : Words.worstFirst(report.judgements())) {
            String remark = judgement.verdict() != Verdict.PASS && !GateText.blocks(judgement) ? ", a remark" : "";
            cells(
                    text,
                    sign(judgement.verdict()) + " " + Words.of(judgement.verdict()),
                    literal(judgement.gate()),
                    judgement.severity().word() + remark,
                    Numbers.beside(judgement.observed(), judgement.limit()),
                    Numbers.beside(judgement.bound(), judgement.limit()),
                    judgement.limit() == null ? Numbers.NONE : Numbers.limit(judgement.limit()),
                    literal(judgement.reason()));
        }
    }

    private static void cells(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String sizes(AuditReport report) {
        List<String> sizes = new ArrayList<>();
        for (TableSize table : report.tables()) {
            sizes.add(literal(table.role().toLowerCase(Locale.ROOT)) + " " + Numbers.count(table.rows()) + " rows");
        }
        return sizes.isEmpty() ? "" : "Tables: " + String.join(", ", sizes) + ".";
    }

    private static String sign(Verdict verdict) {
        switch (verdict) {
            case PASS:
                return "\u2714";
            case FAIL:
                return "\u2716";
            case INCONCLUSIVE:
                return "\u25C6";
            default:
                return "\u25FB";
        }
    }

    /** Text that is printed as it is and means nothing to any reader of the file. */
    static String literal(String text) {
        String line = Visible.prose(text);
        StringBuilder out = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean letter = c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            boolean link = c == '.' && out.toString().toLowerCase(Locale.ROOT).endsWith("www");
            if (!link && (letter || HARMLESS.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append("&#").append((int) c).append(';');
            }
        }
        return out.toString();
    }
}
