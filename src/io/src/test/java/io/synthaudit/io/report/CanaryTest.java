package io.synthaudit.io.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.report.Disclosure;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryTest {

    private static final int TABLES = 10;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void no_cell_of_a_random_table_is_in_the_bytes(long seed) {
        for (int i = 0; i < TABLES; i++) {
            Canaries canaries = new Canaries(new RandomStreams(seed).stream("canaries/" + i));
            AuditResult result = canaries.result();
            for (Audience audience : Audience.values()) {
                byte[] bytes = ReportJson.write(Disclosure.report(result, audience));
                String json = new String(bytes, StandardCharsets.UTF_8);
                assertThat(canaries.planted()).noneMatch(json::contains);
                assertThat(json).as("frequent labels are shown").contains("\"" + Canaries.FREQUENT + "\"");
                assertThat(json).contains("series:histogram@col0", "up to ");
                assertThat(ReportSchemaTest.faults(bytes)).isEmpty();
                assertThat(ReportJson.read(bytes)).isEqualTo(Disclosure.report(result, audience));
            }
        }
    }
}
