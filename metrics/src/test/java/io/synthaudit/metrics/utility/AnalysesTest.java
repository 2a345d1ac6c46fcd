package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.AnalysesTables.made;
import static io.synthaudit.metrics.utility.AnalysesTables.real;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.testkit.FixedRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysesTest {

    private static final List<TableEvaluation> ALL =
            List.of(new CoefficientOverlap(), new HazardRatioOverlap(), new QueryError(), new SurvivalDifference());

    @Test
    void nothing_declared_is_said_with_the_flag_that_declares() {
        for (TableEvaluation evaluation : ALL) {
            List<Observation> all = evaluation.evaluate(FixedRun.of(real(), made(), null));
            assertThat(all)
                    .extracting(Observation::measure)
                    .containsExactlyElementsOf(evaluation.description().measures().stream()
                            .map(Measure::id)
                            .toList());
            assertThat(all).allSatisfy(o -> {
                assertThat(o.reason().code()).isEqualTo("no-analyses");
                assertThat(o.reason().text()).contains("--analyses");
            });
            assertThat(evaluation.description().question()).endsWith("?");
        }
    }
}
