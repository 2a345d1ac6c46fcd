package io.synthaudit.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.synthaudit.reports.JUnitSchema;
import io.synthaudit.reports.Pages;
import io.synthaudit.reports.SampleReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ExchangeTest {

    @Test
    void junit_is_as_red_as_the_verdict() {
        byte[] xml = new JUnitRenderer().render(SampleReport.failing());
        JUnitSchema.validate(xml);
        Document page = Pages.parse(xml);
        Element suites = page.getDocumentElement();
        assertThat(suites.getAttribute("tests")).isEqualTo("11");
        assertThat(suites.getAttribute("failures")).isEqualTo("2");
        assertThat(suites.getAttribute("errors")).isEqualTo("2");
        assertThat(cases(page, "failure")).containsExactly("fidelity.columns", "privacy.near-copies");
        assertThat(cases(page, "error")).containsExactly("privacy.direct-identifiers", "privacy.membership");
        assertThat(cases(page, "skipped")).containsExactly("fidelity.correlations");
        assertThat(cases(page, "system-out")).hasSize(6);
    }

    @Test
    void junit_carries_the_evidence_of_passes_and_failures() {
        Document page = Pages.parse(new JUnitRenderer().render(SampleReport.failing()));
        assertThat(Pages.all(page, "system-out").stream().map(Element::getTextContent))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("PASS: observed 0.0021, bound 0.0034, limit at most 0.005. The upper bound"));
        assertThat(Pages.all(page, "failure").stream().map(failure -> failure.getAttribute("message")))
                .contains("FAIL: observed 0.087, bound 0.0801, limit at most 0.05. Even the lower bound of 0.0801 is"
                        + " above the limit of 0.05.");
    }

    @Test
    void sarif_declares_every_gate_and_reports_what_did_not_pass() throws IOException {
        JsonNode log = new ObjectMapper().readTree(new SarifRenderer().render(SampleReport.failing()));
        assertThat(log.at("/version").asText()).isEqualTo("2.1.0");
        assertThat(log.at("/runs/0/tool/driver/name").asText()).isEqualTo("synthaudit");
        assertThat(log.at("/runs/0/tool/driver/rules").size()).isEqualTo(12);
        List<String> results = new ArrayList<>();
        for (JsonNode result : log.at("/runs/0/results")) {
            JsonNode rule = log.at("/runs/0/tool/driver/rules")
                    .get(result.get("ruleIndex").asInt());
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
            results.add(
                    result.get("ruleId").asText() + " " + result.get("level").asText());
        }
        assertThat(results)
                .containsExactly(
                        "privacy.direct-identifiers warning",
                        "privacy.near-copies error",
                        "privacy.membership warning",
                        "fidelity.columns error",
                        "fidelity.correlations note");
        assertThat(log.at("/runs/0/results/3/locations/0/logicalLocations/0/name")
                        .asText())
                .isEqualTo("insulin");
    }

    @Test
    void a_verdict_that_no_gate_explains_is_no_pass_in_any_file() throws IOException {
        byte[] xml = new JUnitRenderer().render(SampleReport.empty());
        JUnitSchema.validate(xml);
        assertThat(Pages.parse(xml).getDocumentElement().getAttribute("errors")).isEqualTo("1");
        assertThat(Pages.all(Pages.parse(xml), "error").get(0).getAttribute("message"))
                .isEqualTo("NOT EVALUATED: Not on this evidence. The audit as a whole has no number to judge.");
        JsonNode log = new ObjectMapper().readTree(new SarifRenderer().render(SampleReport.empty()));
        assertThat(log.at("/runs/0/results/0/level").asText()).isEqualTo("warning");
        assertThat(log.at("/runs/0/results/0/ruleId")).isEqualTo(log.at("/runs/0/tool/driver/rules/0/id"));
        assertThat(new ObjectMapper()
                        .readTree(new SarifRenderer().render(SampleReport.passing()))
                        .at("/runs/0/results"))
                .isEmpty();
    }

    @Test
    void the_summary_begins_with_the_verdict_and_lists_every_gate() {
        String text = new String(new MarkdownRenderer().render(SampleReport.failing()), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("## \u2716 FAIL: synthetic table, policy medical-research\n\nNo. Near copies (privacy");
        assertThat(text)
                .contains(
                        "> Roles and kinds were guessed, review schema.yaml", "> The seed was chosen by the user (1)");
        assertThat(text).contains("> PASS means: the listed attacks");
        assertThat(text)
                .contains(
                        "| \u2716 FAIL | privacy.near-copies | blocker | 0.087 | 0.0801 | at most 0.05 | Even the lower");
        assertThat(text.lines().filter(line -> line.startsWith("| \u2714 PASS |")))
                .hasSize(6);
    }

    @Test
    void markdown_is_written_letter_by_letter() {
        assertThat(MarkdownRenderer.literal("a|b <i> `c` ::d [e](f) www.g"))
                .isEqualTo("a&#124;b &#60;i&#62; &#96;c&#96; &#58;&#58;d &#91;e&#93;(f) www&#46;g");
    }

    private static List<String> cases(Document page, String outcome) {
        return Pages.all(page, outcome).stream()
                .map(element -> ((Element) element.getParentNode()).getAttribute("name"))
                .toList();
    }
}
