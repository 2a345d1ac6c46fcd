package io.synthaudit.io.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportSchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode DOCUMENT = tree(new String(ReportJson.schema(), StandardCharsets.UTF_8));
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(DOCUMENT);

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<ValidationMessage> faults(byte[] json) {
        return SCHEMA.validate(tree(new String(json, StandardCharsets.UTF_8)));
    }

    @Test
    void a_full_report_is_valid() {
        assertThat(faults(ReportJson.write(Reports.full()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "synthaudit-report/1"    | "synthaudit-report/2"
                    "audience": "PUBLIC"     | "audience": "EVERYBODY"
                    "exitCode": 1            | "exitCode": 2
                    "exitCode": 1,           | "exitCode": 1, "more": 1,
                    "privacy": "FAIL",       |
                    "seed": "derived"        | "seed": 1
                    "policyDigest": "0123    | "policyDigest": "x123
                    "role":"TRAINING"       | "role":"TEST"
                    "rows":39030            | "rows":1.5
                    "direction":"LOWER"     | "direction":"DOWN"
                    "value":0.002           | "value":null
                    "value":0.002           | "value":"0.002"
                    "noInterval":"No method." | "noInterval":null
                    "status":"NOT_APPLICABLE" | "status":"MEASURED"
                    "status":"MEASURED"     | "status":"FAILED"
                    "kind":"COLUMN"         | "kind":"ROW"
                    "level":0.95            | "level":1
                    "game":"MAIN"           | "game":"CHESS"
                    "access":"synthetic-only" | "access":"all"
                    "max":0.1               | "max":null
                    "severity":"BLOCKER"    | "severity":"blocker"
                    "of":"excess"           | "of":"bound"
                    "kind":"HISTOGRAM"      | "kind":"PIE"
                    "failed": 0              | "failed": -1
                    "sentence":"It is so."  | "sentence":""
                    """)
    void a_change_makes_it_invalid(String from, String to) {
        String json = new String(ReportJson.write(Reports.full()), StandardCharsets.UTF_8);
        assertThat(json).contains(from);
        assertThat(faults(json.replace(from, to == null ? "" : to).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @Test
    void every_object_is_closed() {
        List<String> open = new ArrayList<>();
        collect(DOCUMENT, "", open);
        assertThat(open).isEmpty();
    }

    private static void collect(JsonNode node, String place, List<String> open) {
        if (node.has("properties")
                && node.has("required")
                && !node.path("additionalProperties").isBoolean()) {
            open.add(place);
        }
        boolean refines = place.contains("/then/") || place.contains("/else/") || place.contains("/oneOf/");
        if (node.path("type").asText().equals("object") && !node.has("additionalProperties") && !refines) {
            open.add(place);
        }
        node.properties().forEach(e -> collect(e.getValue(), place + "/" + e.getKey(), open));
        int i = 0;
        if (node.isArray()) {
            for (JsonNode element : node) {
                collect(element, place + "/" + i++, open);
            }
        }
    }
}
