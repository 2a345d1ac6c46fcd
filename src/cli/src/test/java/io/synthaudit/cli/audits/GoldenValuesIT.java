package io.synthaudit.cli.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.table.Field;
import io.synthaudit.io.yaml.YamlFile;
import io.synthaudit.io.yaml.YamlMapping;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** KS and total variation distances of whole real tables against scipy's. */
final class GoldenValuesIT {

    @ParameterizedTest
    @CsvSource({
        "adult, ctgan",
        "adult, cart",
        "breast_cancer_seer, synthpop",
        "breast_cancer_seer, leaky50",
        "nist_ma2019, cart"
    })
    void distances_equal_scipy_s(String dataset, String table) throws IOException {
        AuditResult result = RealTables.audit(
                RealTables.load(dataset, "synthetic_" + table), "medical-research", "fidelity.ks", "fidelity.tvd");
        // JSON is YAML, so the strict reader reads it.
        String json = Files.readString(SharedData.file("goldens/" + dataset + "/scipy_" + table + ".json"));
        YamlMapping columns = YamlFile.parse("scipy", json).required("columns").mapping();
        int compared = 0;
        for (Field field : result.profile().schema().fields()) {
            YamlMapping golden = columns.required(field.name()).mapping();
            boolean number = field.kind().isNumber();
            double expected = golden.required(number ? "ks_statistic" : "tv").number();
            String key = number
                    ? "fidelity.ks/distance@" + field.name()
                    : "fidelity.tvd/distance-present~levels@" + field.name();
            assertThat(RealTables.measurement(result, key).estimate().value())
                    .as(field.name())
                    .isEqualTo(expected, within(1e-12));
            compared++;
        }
        assertThat(compared).isEqualTo(result.profile().schema().size());
    }
}
