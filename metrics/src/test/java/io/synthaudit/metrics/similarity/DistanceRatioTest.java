package io.synthaudit.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceRatioTest extends SimilarityContract {

    @Override
    TableEvaluation evaluation() {
        return new DistanceRatio();
    }

    @Override
    List<String> measuredWithoutHoldout() {
        return List.of("median", "p05");
    }

    /** {@code nndr_synthetic_to_real} of {@code sklearn_<variant>.json}, object {@code gower}: first 2,000 synthetic rows. */
    @ParameterizedTest
    @CsvSource({
        "adult, cart, 0.6854641969461897, 0.02235650562104609",
        "adult, ctgan, 0.8782763004317626, 0.26225765861240463",
        "breast_cancer_seer, gcopula, 0.9553185315138479, 0.6602748142723058",
        "breast_cancer_seer, synthpop, 0.7864066869719955, 0.28170972619091006",
        "nist_ma2019, cart, 0.8445205477814544, 0.0666420644529221",
        "nist_ma2019, leaky50, 0.329261486286334, 0.0"
    })
    void quantiles_are_those_of_a_plain_loop(String dataset, String variant, double median, double p05) {
        Tables tables = RealTables.load(dataset, variant);
        Table first = tables.synthetic().select(IntStream.range(0, 2000).toArray());
        List<Observation> found = evaluation().evaluate(FixedRun.of(tables.training(), first, null));
        assertThat(Values.of(found, "median").estimate().value()).isCloseTo(median, within(1e-9));
        assertThat(Values.of(found, "p05").estimate().value()).isCloseTo(p05, within(1e-9));
    }

    /** {@code np.quantile(ratio(A,B),[.01,.05,.25,.5,.75,.95])} of {@link Small}: S and T, S and H; T and S, H and S. */
    @Test
    void percentiles_at_equal_sizes_are_those_of_a_plain_loop() {
        List<Observation> found = Small.seen(evaluation());
        assertThat(Values.of(found, "median").estimate().value()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(Values.of(found, "median").yardstick().value()).isCloseTo(0.585714285714286, within(1e-12));
        Small.assertPercentiles(
                found,
                "synthetic",
                new double[] {
                    0.06541666666666672,
                    0.07708333333333338,
                    0.12698412698412698,
                    0.16666666666666669,
                    0.4950372208436724,
                    0.6615384615384614
                },
                new double[] {
                    0.06529411764705884,
                    0.0911764705882353,
                    0.25,
                    0.33333333333333337,
                    0.6507462686567165,
                    0.7160033167495855
                });
        Small.assertPercentiles(
                found,
                "record",
                new double[] {
                    0.028681318681318686,
                    0.02912087912087913,
                    0.1130769230769231,
                    0.39538461538461533,
                    0.6701923076923076,
                    0.8732142857142857
                },
                new double[] {
                    0.07263888888888889,
                    0.08541666666666667,
                    0.14166666666666666,
                    0.22756410256410256,
                    0.38461538461538464,
                    0.545343137254902
                });
    }

    @Test
    void a_row_that_training_holds_twice_has_the_ratio_one() {
        Table twice = Small.table(new double[] {1, 1, 5}, 0, 0, 1);
        List<Observation> found = evaluation().evaluate(FixedRun.of(twice, Small.table(new double[] {1}, 0), null));
        assertThat(Values.of(found, "median").estimate().value()).isEqualTo(1);
    }
}
