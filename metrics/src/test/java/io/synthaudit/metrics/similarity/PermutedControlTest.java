package io.synthaudit.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.RealTables;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The control with permuted labels over real tables: whatever the synthetic table, a right bound alarms in at most 5 % of
 * permutations, and 19 of 200 alarms have a probability of .006.
 */
class PermutedControlTest {

    /** The printed rows stand in src/docs/operating-characteristics.md. */
    @Tag("slow")
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "adult, gcopula",
        "adult, cart",
        "adult, leaky10",
        "adult, memoriser",
        "breast_cancer_seer, gcopula",
        "breast_cancer_seer, synthpop",
        "breast_cancer_seer, leaky50",
        "breast_cancer_seer, memoriser",
        "nist_ma2019, gcopula",
        "nist_ma2019, cart",
        "nist_ma2019, leaky10",
        "chronic_kidney, gcopula",
        "chronic_kidney, cart",
        "chronic_kidney, leaky50"
    })
    void labels_that_mean_nothing_raise_few_alarms(String dataset, String variant) {
        FixedRun run = FixedRun.of(RealTables.load(dataset, variant));
        double copies = Values.alarms(Values.of(new NearCopyExcess().evaluate(run), "excess"));
        double nearest = Values.alarms(Values.of(new NearestShareExcess().evaluate(run), "phi"));
        System.out.println(String.format(Locale.ROOT, "| %s | %s | %.0f | %.0f |", dataset, variant, copies, nearest));
        assertThat(copies).isLessThan(19);
        assertThat(nearest).isLessThan(19);
    }
}
