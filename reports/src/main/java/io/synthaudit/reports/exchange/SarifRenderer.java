package io.synthaudit.reports.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.Renderer;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.reports.text.Visible;
import io.synthaudit.reports.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Gates as rules of a static analysis, and every gate that did not pass as a result: an error if it fails and blocks, a
 * warning if it blocks for want of a decision or a number, a note otherwise. All rules are declared, so that results that
 * went away are closed by those who track them.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
@AutoService(Renderer.class)
public final class SarifRenderer implements Renderer {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final String VERDICT = "release.verdict";

    @Override
    public String file() {
        return "gates.sarif";
    }

    @Override
    public boolean alwaysPublic() {
        return true;
    }

    @Override
    public byte[] render(AuditReport report) {
        // Made only here: renderers are asked for the names of their files long before there is anything to render.
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode log = mapper.createObjectNode();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        driver(report, run.putObject("tool").putObject("driver"));
        ObjectNode invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", true);
        invocation.put("exitCode", report.exitCode());
        ArrayNode results = run.putArray("results");
        for (int i = 0; i < report.judgements().size(); i++) {
            if (report.judgements().get(i).verdict() != Verdict.PASS) {
                result(report.judgements().get(i), i, report, results.addObject());
            }
        }
        if (GateText.withheld(report)) {
            ObjectNode result = results.addObject();
            result.put("ruleId", VERDICT);
            result.put("ruleIndex", report.judgements().size());
            result.put("level", "warning");
            result.putObject("message").put("text", message(GateText.verdict(report)));
        }
        ObjectNode properties = run.putObject("properties");
        properties.put("verdict", Words.of(report.verdict()));
        properties.put("policy", Visible.prose(report.provenance().policy()));
        try {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer =
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
            return (mapper.writer(printer).writeValueAsString(log) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("gates.sarif could not be made");
        }
    }

    private static void driver(AuditReport report, ObjectNode driver) {
        driver.put("name", "synthaudit");
        driver.put("fullName", Visible.prose(report.provenance().tool()));
        ArrayNode rules = driver.putArray("rules");
        for (ReportJudgement judgement : report.judgements()) {
            ObjectNode rule = rules.addObject();
            rule.put("id", Visible.prose(judgement.gate()));
            rule.putObject("shortDescription")
                    .put("text", message(judgement.measure() + ": " + GateText.numbersAsked(judgement)));
            String because = Visible.prose(judgement.because());
            if (!because.isEmpty()) {
                rule.putObject("fullDescription").put("text", message(because));
            }
            rule.putObject("defaultConfiguration")
                    .put("level", judgement.severity().decides() ? "error" : "note");
            ArrayNode tags = rule.putObject("properties").putArray("tags");
            tags.add(GateText.family(judgement));
            tags.add(judgement.severity().word());
        }
        ObjectNode verdict = rules.addObject();
        verdict.put("id", VERDICT);
        verdict.putObject("shortDescription").put("text", "The audit as a whole allows the release.");
    }

    private static void result(ReportJudgement judgement, int rule, AuditReport report, ObjectNode result) {
        result.put("ruleId", Visible.prose(judgement.gate()));
        result.put("ruleIndex", rule);
        result.put("level", level(judgement));
        String evidence = GateText.sentence(judgement, report);
        String text = GateText.line(judgement);
        result.putObject("message").put("text", message(evidence.isEmpty() ? text : text + " " + evidence));
        location(judgement, report, result);
        result.putObject("partialFingerprints").put("gate/v1", Visible.prose(judgement.gate()));
        ObjectNode properties = result.putObject("properties");
        properties.put("verdict", judgement.verdict().name().toLowerCase(Locale.ROOT));
        properties.put("blocking", GateText.blocks(judgement));
    }

    /** Columns stand as logical locations: there is no file with lines to point to. */
    private static void location(ReportJudgement judgement, AuditReport report, ObjectNode result) {
        if (judgement.findings().isEmpty()) {
            return;
        }
        for (ReportFinding finding : report.findings()) {
            if (finding.key().equals(judgement.findings().get(0))
                    && !finding.target().columns().isEmpty()) {
                ArrayNode places = result.putArray("locations").addObject().putArray("logicalLocations");
                for (String column : finding.target().columns()) {
                    places.addObject().put("name", Visible.of(column)).put("kind", "member");
                }
            }
        }
    }

    private static String level(ReportJudgement judgement) {
        if (!GateText.blocks(judgement)) {
            return "note";
        }
        return judgement.verdict() == Verdict.FAIL ? "error" : "warning";
    }

    /** A message without links and placeholders: braces are doubled and brackets escaped, as sections 3.11.5 and 6 ask. */
    private static String message(String text) {
        return Visible.prose(text)
                .replace("{", "{{")
                .replace("}", "}}")
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]");
    }
}
