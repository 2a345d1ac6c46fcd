package io.synthaudit.io.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthaudit.core.report.AuditReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    private static String text() {
        return new String(ReportJson.write(Reports.full()), StandardCharsets.UTF_8);
    }

    private static AuditReport read(String json) {
        return ReportJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String changed(String from, String to) {
        String json = text();
        assertThat(json).contains(from);
        return json.replace(from, to);
    }

    @Test
    void what_was_written_is_read_again() {
        assertThat(ReportJson.read(ReportJson.write(Reports.full()))).isEqualTo(Reports.full());
        assertThat(ReportJson.write(read(text()))).isEqualTo(ReportJson.write(Reports.full()));
    }

    @Test
    void members_stand_in_the_order_of_the_format() {
        assertThat(text().lines()
                        .filter(l -> l.matches("  \"\\w+\" ?:.*"))
                        .map(l -> l.strip().split("\"")[1]))
                .containsExactly(
                        "format",
                        "audience",
                        "verdict",
                        "families",
                        "exitCode",
                        "provenance",
                        "tables",
                        "catalog",
                        "findings",
                        "judgements",
                        "series",
                        "coverage",
                        "disclosure");
    }

    @Test
    void a_finding_is_a_line() {
        String start = """
                {"key":"fidelity.ks/distance@a\\u202Eb","evaluation":"fidelity.ks","version":"1","measure":"distance",\
                "variant":"exact","params":{"p":"1"},"target":{"kind":"COLUMN","columns":["a\\u202Eb"],"given":[],\
                "subgroup":null},"status":"MEASURED","reason":null,"scope":"MODEL","value":0.002,"bias":0.01,\
                "interval":{"lower":1.0E-5,"upper":0.30000000000000004,"level":0.95,"method":"exact"},\
                "noInterval":null,""";
        assertThat(text()).contains("  \"findings\": [\n    " + start);
        assertThat(text().lines().filter(line -> line.startsWith("    {\"key\":")))
                .filteredOn(line -> line.contains("\"sentence\":"))
                .hasSize(3)
                .allMatch(line -> line.endsWith("}") || line.endsWith("},"));
    }

    @Test
    void the_file_is_ascii_without_markup_and_ends_in_a_line_break() {
        byte[] bytes = ReportJson.write(Reports.full());
        for (byte b : bytes) {
            assertThat(b == '\n' || b >= 0x20 && b < 0x7f && b != '<' && b != '>' && b != '&')
                    .isTrue();
        }
        assertThat(text())
                .endsWith("}\n")
                .doesNotContain("\r", "\t")
                .contains("\\u00E9\\u003Cb\\u003E", "\\u0007\\u007F");
    }

    @Test
    void numbers_are_the_shortest_on_every_release() {
        // Before 19, Double.toString gives 1.9999999999999998E23 and 8.409999999999999E21.
        JsonText json = new JsonText();
        json.array(null, List.of(2e-3, 2e23, 8.41e21, 5e-324, 100.0, -0.1, Double.NaN), v -> json.number(null, v));
        assertThat(new String(json.bytes(), StandardCharsets.UTF_8).replaceAll("\\s", ""))
                .isEqualTo("[0.002,2.0E23,8.41E21,4.9E-324,100.0,-0.1,null]");
    }

    @Test
    void the_locale_changes_nothing() {
        byte[] expected = ReportJson.write(Reports.full());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(ReportJson.write(Reports.full())).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_wrong_file_is_refused_by_place_and_without_its_content() {
        refused(
                "{",
                "report.json, line 1: no valid JSON within the limits (depth 12, strings of 1 MiB, no name twice in an object).");
        refused("[]", "report.json: expected an object.");
        refused(changed("report/1", "report/2"), "report.json.format: expected \"synthaudit-report/1\".");
        refused(changed("\"exitCode\"", "\"secretCode\""), "report.json.exitCode: missing.");
        refused(
                changed("\"audience\": \"PUBLIC\"", "\"audience\": \"secret\""),
                "report.json.audience: expected one of [PUBLIC, RESTRICTED].");
        refused(
                changed("\"value\":0.002", "\"value\":\"secret\""),
                "report.json.findings[0].value: expected a finite number or null.");
        refused(
                changed("\"value\":0.002", "\"value\":1e999"),
                "report.json.findings[0].value: expected a finite number or null.");
        refused(
                changed("\"value\":0.2,", "\"value\":null,"),
                "report.json.findings[0].matched.value: expected a finite number.");
        refused(
                changed("\"rows\":39030", "\"rows\":-1"),
                "report.json.tables[0].rows: expected a whole number of at least 0.");
        refused(
                changed("\"blocking\":true", "\"blocking\":1"),
                "report.json.judgements[0].blocking: expected true or false.");
        refused(
                changed("\"max\":0.1", "\"max\":null"),
                "report.json: a judgement's limit needs an end, and min not above max.");
        refused(
                changed("\"criteria\":[", "\"secret\":1,\"criteria\":["),
                "report.json.judgements[0]: a member that the format does not have.");
    }

    @Test
    void deep_long_doubled_and_trailing_input_is_refused() {
        String limits = "no valid JSON within the limits";
        assertThatThrownBy(() -> read("[".repeat(10_000))).hasMessageContaining(limits);
        assertThatThrownBy(() -> read("{\"format\": " + "1".repeat(50) + "}")).hasMessageContaining(limits);
        assertThatThrownBy(() -> read("{\"format\": \"" + "x".repeat(2 << 20) + "\"}"))
                .hasMessageContaining(limits);
        assertThatThrownBy(() -> read("{\"format\": 1, \"format\": 1}")).hasMessageContaining(limits);
        assertThatThrownBy(() -> read(text() + "{}")).hasMessageContaining(limits);
        assertThatThrownBy(() -> ReportJson.read(new byte[0])).isInstanceOf(ReportFormatException.class);
        assertThatThrownBy(() -> ReportJson.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0x22}))
                .isInstanceOf(ReportFormatException.class);
    }

    private static void refused(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ReportFormatException.class)
                .hasMessage(message)
                .hasNoCause();
    }
}
