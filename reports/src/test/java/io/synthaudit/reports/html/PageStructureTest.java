package io.synthaudit.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.reports.Pages;
import io.synthaudit.reports.SampleReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PageStructureTest {

    static Stream<AuditReport> reports() {
        return Stream.of(SampleReport.failing(), SampleReport.passing(), SampleReport.wide(100), SampleReport.empty());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void a_page_has_a_language_one_main_heading_and_landmarks(AuditReport report) {
        Document page = page(report);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(Pages.all(page, "h1")).hasSize(1);
        for (String landmark : List.of("header", "main", "nav", "footer")) {
            assertThat(Pages.all(page, landmark)).as(landmark).hasSize(1);
        }
        assertThat(Pages.all(page, "a").get(0).getAttribute("href")).isEqualTo("#content");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void a_page_forbids_everything_that_it_does_not_hold(AuditReport report) {
        Document page = page(report);
        assertThat(Pages.all(page, "meta").stream()
                        .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                        .map(meta -> meta.getAttribute("content")))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        assertThat(Pages.all(page, "script")).isEmpty();
        assertThat(Pages.all(page, "style")).hasSize(1);
        assertThat(Pages.all(page, "style").get(0).getTextContent()).doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void every_table_has_a_caption_and_every_head_a_scope(AuditReport report) {
        Document page = page(report);
        for (Element table : Pages.all(page, "table")) {
            assertThat(Pages.within(table, "caption")).hasSize(1);
        }
        for (Element head : Pages.all(page, "th")) {
            assertThat(head.getAttribute("scope")).isIn("col", "row");
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void every_drawing_has_a_title_or_is_hidden_from_readers(AuditReport report) {
        for (Element svg : Pages.all(page(report), "svg")) {
            boolean hidden = svg.getAttribute("aria-hidden").equals("true")
                    || ((Element) svg.getParentNode().getParentNode())
                            .getAttribute("aria-hidden")
                            .equals("true");
            if (!hidden) {
                assertThat(svg.getAttribute("role")).isEqualTo("img");
                assertThat(Pages.within(svg, "title").get(0).getTextContent()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void ids_are_unique_and_every_link_arrives(AuditReport report) {
        Document page = page(report);
        List<String> ids = Pages.all(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (Element link : Pages.all(page, "*")) {
            if (link.hasAttribute("href")) {
                assertThat(ids).contains(link.getAttribute("href").substring(1));
            }
            for (String reference : List.of("aria-labelledby", "aria-describedby")) {
                if (link.hasAttribute(reference)) {
                    assertThat(ids).contains(link.getAttribute(reference).split(" "));
                }
            }
        }
    }

    @Test
    void the_verdict_comes_before_everything_else() {
        String text = text(SampleReport.failing());
        List<String> order = List.of(
                "May this synthetic table be released?",
                "FAIL",
                "under policy medical-research",
                "No. Near copies (privacy.near-copies) and Total variation of columns (fidelity.columns) lie outside",
                "Privacy FAIL",
                "Utility PASS",
                "review schema.yaml",
                "seed was chosen by the user (1)",
                "patient_nbr looks like a person id",
                "PASS means: the listed attacks, run once on this file, found at most the limits shown. It is no proof of"
                        + " anonymity, and it rests on the training and holdout files being what the submitter says.",
                "39,032 rows",
                "Every gate of the policy, worst first",
                "An attack that finds nothing is evidence, not proof",
                "Exposed persons",
                "Similarity metric: no adversary, no proof of privacy.",
                "Likeness of distributions",
                "Use for a task",
                "Whether the synthetic table keeps the form",
                "cannot be resolved with fewer than 3000",
                "It would need 24,000 holdout rows",
                "No row and no cell of any table is shown.",
                "Misleads where bins are few",
                "synthaudit audit --training <TRAINING>",
                "Glossary");
        int at = 0;
        for (String part : order) {
            int next = text.indexOf(part, at);
            assertThat(next).as(part).isGreaterThanOrEqualTo(at);
            at = next;
        }
    }

    @Test
    void a_missed_gate_says_what_would_have_to_change() {
        Document page = page(SampleReport.failing());
        Element gates = Pages.all(page, "table").get(0);
        String failed = Pages.within(gates, "tr").stream()
                .map(Element::getTextContent)
                .filter(text -> text.contains("privacy.near-copies"))
                .findFirst()
                .orElseThrow();
        assertThat(failed)
                .contains("What would have to change")
                .containsPattern(
                        "This would have to come inside the limit, at most 0\\.\\d+\\.\\s*0\\.\\d+, 0\\.\\d+ beyond the limit\\.");
        assertThat(text(SampleReport.passing())).doesNotContain("What would have to change");
    }

    @Test
    void findings_and_gates_are_counted_by_family_and_make_no_score() {
        Element counts = Pages.all(page(SampleReport.failing()), "table").get(1);
        List<String> fidelity = Pages.within(Pages.within(counts, "tr").get(2), "td").stream()
                .map(Element::getTextContent)
                .toList();
        long failed = SampleReport.failing().judgements().stream()
                .filter(j -> j.gate().startsWith("fidelity.") && j.verdict() == Verdict.FAIL)
                .count();
        assertThat(fidelity).startsWith("180", "7", "0", "2").hasSize(8);
        assertThat(fidelity.get(5)).isEqualTo(Long.toString(failed)).isNotEqualTo("0");
    }

    @Test
    void gates_stand_worst_first_and_passes_are_there() {
        Document page = page(SampleReport.failing());
        Element gates = Pages.all(page, "table").get(0);
        List<String> rows = Pages.within(gates, "tr").stream()
                .skip(1)
                .map(row -> Pages.within(row, "span").stream()
                                .filter(span -> span.getAttribute("class").startsWith("badge"))
                                .findFirst()
                                .orElseThrow()
                                .getTextContent()
                        + " " + Pages.within(row, "small").get(0).getTextContent()
                        + " " + Pages.within(row, "code").get(0).getTextContent())
                .toList();
        assertThat(rows)
                .containsExactly(
                        "FAIL blocker privacy.near-copies",
                        "FAIL major fidelity.columns",
                        "INCONCLUSIVE blocker privacy.membership",
                        "NOT EVALUATED blocker privacy.direct-identifiers",
                        "NOT EVALUATED minor, a remark fidelity.correlations",
                        "PASS blocker privacy.exact-copies",
                        "PASS blocker privacy.inference",
                        "PASS major fidelity.pairs",
                        "PASS major utility.readmission",
                        "PASS major validity.categories",
                        "PASS major validity.missing");
    }

    @Test
    void a_gate_shows_value_interval_limit_yardstick_and_reason_together() {
        Element gates = Pages.all(page(SampleReport.failing()), "table").get(0);
        String near = flat(Pages.within(gates, "tr").get(1).getTextContent());
        assertThat(near)
                .contains("0.0870 [0.0801, 0.0943]", "at most 0.05", "margin -0.0443", "yardstick 0.004 [0.001, 0.009]")
                .contains(
                        "What share of synthetic rows lies nearer",
                        "Even the lower bound of 0.0801",
                        "Why this limit: the only measure")
                .contains("Observed 0.0870 [0.0801, 0.0943], allowed at most 0.05: FAIL.");
    }

    @Test
    void attacks_show_main_control_baseline_and_permuted_games() {
        String text = text(SampleReport.failing());
        assertThat(text).contains("0.583 [0.561, 0.605]1,104 of 2,000", "0.551 [0.529, 0.573]1,042 of 2,000");
        assertThat(text).contains("0.490 [0.468, 0.512]980 of 2,000", "Permuted labels: 9 alarms in 200.");
        assertThat(text).contains("Planted copies, share 0.05: found in 18 of 20.");
        assertThat(text).contains("Smallest planted share that is found: 0.02.");
    }

    @Test
    void of_several_scores_the_one_that_became_the_value_is_the_main_game() {
        assertThat(text(SampleReport.failing())).contains("0.558 [0.541, 0.575]0.558 [0.541, 0.575]1,180 of 2,000");
    }

    @Test
    void at_most_twenty_columns_are_drawn_and_all_are_listed() {
        Document page = page(SampleReport.wide(100));
        assertThat(Pages.all(page, "figure")).hasSize(21);
        assertThat(page.getDocumentElement().getTextContent()).contains("laboratory_measurement_99");
    }

    private static Document page(AuditReport report) {
        return Pages.parse(new HtmlRenderer().render(report));
    }

    private static String text(AuditReport report) {
        return flat(Pages.all(page(report), "body").get(0).getTextContent());
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
