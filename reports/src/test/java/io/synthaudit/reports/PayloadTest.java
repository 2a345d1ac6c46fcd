package io.synthaudit.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.Renderer;
import io.synthaudit.reports.exchange.JUnitRenderer;
import io.synthaudit.reports.exchange.MarkdownRenderer;
import io.synthaudit.reports.exchange.SarifRenderer;
import io.synthaudit.reports.html.HtmlRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Every payload through every string of a report into every output. */
class PayloadTest {

    /** The attributes of a page and what they may hold; only labels hold text from outside. */
    private static final Map<String, Pattern> FORMS = forms();

    /** What no output may hold, however it is encoded: characters that hide, or that XML forbids. */
    private static final String HIDDEN = "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\u00AD\u200B-\u200F\u2028-\u202E"
            + "\u2060-\u206F\uFEFF\uFFFE\uFFFF\\p{Cs}]";

    /** The same with something harmless in every place, so that no part of the page is left out for being empty. */
    private static final byte[] CLEAN = new HtmlRenderer().render(Poison.after(SampleReport.failing(), "a"));

    static Stream<String> payloads() {
        return Payloads.all().stream();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("payloads")
    void a_page_stays_what_it_is(String payload) {
        Document clean = Pages.parse(CLEAN);
        for (AuditReport report : poisoned(payload)) {
            byte[] bytes = new HtmlRenderer().render(report);
            Document page = Pages.parse(bytes);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContainPattern(HIDDEN);
            assertThat(names(page)).isSubsetOf(names(clean));
            assertThat(Pages.all(page, "style").get(0).getTextContent())
                    .isEqualTo(Pages.all(clean, "style").get(0).getTextContent());
            Pages.all(page, "*").forEach(PayloadTest::harmless);
        }
        Document appended = Pages.parse(new HtmlRenderer().render(Poison.after(SampleReport.failing(), payload)));
        assertThat(Pages.all(appended, "*").size())
                .isEqualTo(Pages.all(clean, "*").size());
    }

    private static void harmless(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            String value = attributes.item(i).getNodeValue();
            Pattern form = FORMS.get(name);
            if (form == null || !form.matcher(value).matches()) {
                fail("<%s %s=\"%s\">", element.getTagName(), name, value);
            }
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("payloads")
    void junit_xml_stays_valid(String payload) {
        for (AuditReport report : poisoned(payload)) {
            byte[] xml = new JUnitRenderer().render(report);
            JUnitSchema.validate(xml);
            assertThat(new String(xml, StandardCharsets.UTF_8)).doesNotContainPattern(HIDDEN);
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("payloads")
    void sarif_messages_hold_no_link_and_no_placeholder(String payload) throws IOException {
        for (AuditReport report : poisoned(payload)) {
            byte[] json = new SarifRenderer().render(report);
            assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContainPattern(HIDDEN);
            for (JsonNode result : new ObjectMapper().readTree(json).at("/runs/0/results")) {
                String text = result.at("/message/text").asText();
                assertThat(text.replace("\\\\", "")).doesNotContainPattern("(?<!\\\\)[\\[\\]]");
                assertThat(text.replace("{{", "").replace("}}", "")).doesNotContain("{", "}");
            }
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("payloads")
    void markdown_obeys_nothing(String payload) {
        List<String> clean = lines(SampleReport.failing());
        for (AuditReport report : poisoned(payload)) {
            List<String> lines = lines(report);
            assertThat(String.join("", lines)).doesNotContainPattern(HIDDEN);
            assertThat(lines).hasSameSizeAs(clean);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                assertThat(line).doesNotContain("<", "`", "::", "##[", "](", "://", "www.", "@", "%", "\r");
                assertThat(line.chars().filter(c -> c == '|').count())
                        .isEqualTo(clean.get(i).chars().filter(c -> c == '|').count());
                assertThat(line.length() - line.stripLeading().length()).isZero();
            }
        }
    }

    @Test
    void what_was_hidden_can_be_read() {
        String page = new String(
                new HtmlRenderer().render(Poison.after(SampleReport.failing(), "a\u202Eb\u0000c")),
                StandardCharsets.UTF_8);
        assertThat(page).contains("<bdi class=\"name\">agea\u27E8U+202E\u27E9b\u27E8U+0000\u27E9c</bdi>");
    }

    @Test
    void the_payloads_reach_every_output() {
        AuditReport report = Poison.after(SampleReport.failing(), "<canary>");
        for (Renderer renderer :
                List.of(new HtmlRenderer(), new JUnitRenderer(), new SarifRenderer(), new MarkdownRenderer())) {
            assertThat(new String(renderer.render(report), StandardCharsets.UTF_8))
                    .contains("canary");
        }
    }

    private static Map<String, Pattern> forms() {
        Map<String, Pattern> forms = new TreeMap<>();
        Pattern word = Pattern.compile("[A-Za-z0-9 -]+");
        for (String name : List.of(
                "aria-describedby",
                "aria-hidden",
                "aria-labelledby",
                "charset",
                "class",
                "focusable",
                "http-equiv",
                "id",
                "lang",
                "name",
                "patternUnits",
                "role",
                "scope")) {
            forms.put(name, word);
        }
        Pattern number = Pattern.compile("-?[0-9.]+");
        for (String name : List.of("cx", "cy", "height", "r", "rx", "tabindex", "width", "x", "y")) {
            forms.put(name, number);
        }
        forms.put("aria-label", Pattern.compile("(?s).*"));
        forms.put("content", Pattern.compile("[a-z0-9 ';:=,-]+"));
        forms.put("d", Pattern.compile("[MLHVZhvlzcCm0-9., -]+"));
        forms.put("fill", Pattern.compile("url\\(#hatch\\)"));
        forms.put("href", Pattern.compile("#[a-z0-9-]+"));
        forms.put("patternTransform", Pattern.compile("rotate\\(45\\)"));
        forms.put("viewBox", Pattern.compile("[0-9. ]+"));
        return forms;
    }

    private static List<AuditReport> poisoned(String payload) {
        AuditReport report = SampleReport.failing();
        return List.of(Poison.after(report, payload), Poison.instead(report, payload));
    }

    private static Set<String> names(Document page) {
        Set<String> names = new TreeSet<>();
        Pages.all(page, "*").forEach(element -> names.add(element.getTagName()));
        return names;
    }

    private static List<String> lines(AuditReport report) {
        String text = new String(new MarkdownRenderer().render(report), StandardCharsets.UTF_8);
        return List.of(text.split("\n", -1));
    }
}
