package io.synthaudit.io.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.synthaudit.core.report.AuditReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The file report.json, format {@code synthaudit-report/1}: every number, sentence and series of a report, so that all
 * other files can be made again from it. Equal reports give equal bytes on every Java release; {@code read(write(r))}
 * equals {@code r}.
 *
 * <p>The bytes are ASCII: whatever else stands in a name or a label is written as an escape, control and bidirectional
 * characters among it. The JSON Schema (draft 2020-12) is {@link #schema()}.
 */
public final class ReportJson {

    /** The value of {@code format}. */
    public static final String FORMAT = "synthaudit-report/1";

    /** Largest file that is read: 256 MiB. */
    public static final int MOST_BYTES = 256 << 20;

    private static final int MOST_DEPTH = 12;
    private static final int LONGEST_STRING = 1 << 20;
    private static final int LONGEST_NUMBER = 40;

    private ReportJson() {}

    /** The report as JSON, indented by two spaces, ending in a line break. */
    public static byte[] write(AuditReport report) {
        return new ReportWriter().write(report);
    }

    /**
     * Reads a report.
     *
     * @param json the file's bytes, at most {@link #MOST_BYTES}
     * @return the report
     * @throws ReportFormatException if it is too large or too deep, is no JSON, names a member twice, lacks one or has one
     *     more than the format, or holds a value of the wrong kind
     */
    public static AuditReport read(byte[] json) {
        if (json.length > MOST_BYTES) {
            throw new ReportFormatException("report.json: larger than 256 MiB.");
        }
        return ReportReader.report(new Members(tree(json), "report.json"));
    }

    private static JsonNode tree(byte[] json) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxStringLength(LONGEST_STRING)
                        .maxNameLength(LONGEST_STRING)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
        JsonMapper mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the input, so it goes no further.
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ReportFormatException("report.json, line " + line
                    + ": no valid JSON within the limits (depth 12, strings of 1 MiB, no name twice in an object).");
        } catch (IOException e) {
            throw new ReportFormatException("report.json: no valid Unicode text.");
        }
    }

    /** The JSON Schema of the format, as it ships. */
    public static byte[] schema() {
        try (InputStream in = ReportJson.class.getResourceAsStream("report.schema.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
