package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.AnalysesTables.formula;
import static io.synthaudit.metrics.utility.AnalysesTables.of;
import static io.synthaudit.metrics.utility.AnalysesTables.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.analysis.HazardRegression;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import org.junit.jupiter.api.Test;

class HazardRatioOverlapTest {

    @Test
    void hazard_ratios_of_a_copy_overlap_wholly_and_of_an_independent_table_do_not() {
        HazardRegression cox =
                new HazardRegression("cox", formula("Survival Months", "Age", "Tumor Size", "Grade"), "Status", "Dead");
        Tables independent = RealTables.load("breast_cancer_seer", "independent");
        Table training = independent.training();
        List<Observation> copy = new HazardRatioOverlap()
                .evaluate(FixedRun.of(training, training, null).analysing(cox));
        assertThat(one(copy, "mean-overlap").estimate().value()).isCloseTo(1, within(1e-12));
        assertThat(of(copy, "coefficient-overlap")).hasSize(5);
        List<Observation> other =
                new HazardRatioOverlap().evaluate(FixedRun.of(independent).analysing(cox));
        Observation mean = one(other, "mean-overlap");
        assertThat(mean.estimate().value()).isLessThan(mean.yardstick().value());
        assertThat(of(other, "standardised-difference")
                        .get(1)
                        .estimate()
                        .interval()
                        .upper())
                .as("tumour size")
                .isNegative();
    }
}
