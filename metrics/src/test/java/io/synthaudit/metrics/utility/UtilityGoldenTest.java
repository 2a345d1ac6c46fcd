package io.synthaudit.metrics.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Areas under the ROC curve against scikit-learn 1.2.1, {@code LogisticRegression(C=1, tol=1e-8)}, from {@code
 * goldens/<set>/sklearn_<variant>.json}, entries {@code utility.TRTR.logistic.auc} and {@code utility.TSTR.logistic.auc}.
 *
 * <p>There, features are scaled by the real table in every run and the penalty is twice ours (lambda 1); here the encoding
 * comes from the table learned from. Hence the tolerance of 0.01.
 */
class UtilityGoldenTest {

    @Test
    void adult_ctgan() {
        check(RealTables.load("adult", "ctgan"), "income", 0.90577, 0.88041);
    }

    @Test
    void seer_synthpop() {
        check(RealTables.load("breast_cancer_seer", "synthpop"), "Status", 0.82267, 0.81502);
    }

    @Test
    void seer_gcopula() {
        check(RealTables.load("breast_cancer_seer", "gcopula"), "Status", 0.82267, 0.78783);
    }

    /** Three classes: the golden is {@code roc_auc_score(multi_class="ovr")}, the mean over classes. */
    @Test
    void nist_cart() {
        check(RealTables.load("nist_ma2019", "cart"), "OWN_RENT", 0.90356, 0.89124);
    }

    private static void check(Tables tables, String target, double trtr, double tstr) {
        FixedRun run =
                FixedRun.of(tables).predicting(tables.schema().indexOf(target).orElseThrow());
        List<Observation> real = new TrainRealTestReal().evaluate(run);
        List<Observation> made = new TrainSyntheticTestReal().evaluate(run);
        assertThat(value(real, "auc")).isCloseTo(trtr, within(0.01));
        assertThat(value(made, "auc")).isCloseTo(tstr, within(0.01));
        assertThat(value(made, "auc-difference")).isCloseTo(tstr - trtr, within(0.01));
    }

    private static double value(List<Observation> observations, String measure) {
        return observations.stream()
                .filter(o -> o.measure().equals(measure))
                .findFirst()
                .orElseThrow()
                .estimate()
                .value();
    }
}
