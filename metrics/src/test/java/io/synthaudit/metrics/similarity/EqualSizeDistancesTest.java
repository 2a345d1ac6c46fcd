package io.synthaudit.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import java.util.List;
import org.junit.jupiter.api.Test;

class EqualSizeDistancesTest extends SimilarityContract {

    @Override
    TableEvaluation evaluation() {
        return new EqualSizeDistances();
    }

    /** {@code np.quantile(d(A,B).min(1),[.01,.05,.25,.5,.75,.95])} of {@link Small}: S and T, S and H; T and S, H and S. */
    @Test
    void values_are_those_of_a_plain_loop() {
        List<Observation> found = Small.seen(evaluation());
        Small.assertPercentiles(
                found, "synthetic", new double[] {0.005, 0.005, 0.04, 0.0875, 0.1125, 0.1355}, new double[] {
                    0.01295, 0.01475, 0.0225, 0.05, 0.14, 0.2095
                });
        Small.assertPercentiles(
                found, "record", new double[] {0.005, 0.005, 0.015, 0.06, 0.07875, 0.125}, new double[] {
                    0.012875, 0.014375, 0.02125, 0.03125, 0.046875, 0.2
                });
    }

    @Test
    void a_copy_of_training_shows_on_one_side_only() {
        Table training = FixtureTables.people(400, 1);
        Table holdout = FixtureTables.people(200, 2);
        List<Observation> found = evaluation().evaluate(FixedRun.of(training, training, holdout));
        assertThat(Values.of(found, "record-p95").estimate().value()).isZero();
        assertThat(Values.of(found, "record-p05").yardstick().value()).isPositive();
        assertThat(Values.of(found, "record-p05").yardstickRows()).isEqualTo(200);
    }
}
