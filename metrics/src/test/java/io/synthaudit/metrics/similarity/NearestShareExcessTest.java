package io.synthaudit.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestShareExcessTest extends SimilarityContract {

    @Override
    TableEvaluation evaluation() {
        return new NearestShareExcess();
    }

    private List<Observation> observe(Table training, Table synthetic, Table holdout) {
        return evaluation().evaluate(FixedRun.of(training, synthetic, holdout));
    }

    /**
     * {@code ../shared/reference/statistics.md} section 1: phi with its hub-corrected standard error, and the share at equal
     * sizes, which is one draw there and the mean of five here. At 1,342 rows, with the hubs of these tables, a draw has a standard
     * error of about .01; at the 120 rows of chronic_kidney the same source gives .03.
     */
    @ParameterizedTest
    @CsvSource({
        "adult, gcopula, -.004, .028, .502, .0006, .025",
        "adult, cart, .343, .023, .559, .0006, .025",
        "adult, leaky10, .412, .023, .569, .0006, .025",
        "adult, memoriser, 1.000, .020, .629, .0006, .025",
        "breast_cancer_seer, gcopula, .007, .041, .504, .0006, .025",
        "breast_cancer_seer, synthpop, .274, .039, .590, .0006, .025",
        "breast_cancer_seer, leaky50, .642, .035, .671, .0006, .025",
        "nist_ma2019, cart, .388, .030, .607, .0006, .025",
        "chronic_kidney, leaky10, .54, .13, .63, .006, .06"
    })
    void it_is_what_another_program_found(
            String dataset,
            String variant,
            double value,
            double error,
            double equalSizes,
            double tolerance,
            double ofDraw) {
        Tables tables = RealTables.load(dataset, variant);
        List<Observation> found = evaluation().evaluate(FixedRun.of(tables));
        Observation phi = Values.of(found, "phi");
        assertThat(phi.estimate().value()).isCloseTo(value, within(tolerance));
        double half = phi.estimate().value() - phi.estimate().interval().lower();
        assertThat(half / 1.6448536).isCloseTo(error, within(tolerance));
        assertThat(Values.of(found, "equal-size-share").estimate().value()).isCloseTo(equalSizes, within(ofDraw));
        assertThat(Values.alarms(phi)).isLessThan(19);
    }

    @Test
    void the_share_is_set_against_the_sizes() {
        Table training = FixtureTables.people(600, 1);
        List<Observation> found = observe(training, FixtureTables.people(300, 2), FixtureTables.people(200, 3));
        Observation share = Values.of(found, "share");
        double phi = Values.of(found, "phi").estimate().value();
        assertThat(share.yardstick().value()).isEqualTo(0.75);
        assertThat(share.estimate().value()).isCloseTo(0.75 + 0.25 * phi, within(1e-12));
        assertThat(share.estimate().interval().contains(share.estimate().value()))
                .isTrue();
    }

    @Test
    void training_itself_is_nearest_to_training() {
        Table training = FixtureTables.people(500, 4);
        List<Observation> found = observe(training, training, FixtureTables.people(250, 5));
        assertThat(Values.of(found, "phi").estimate().value()).isEqualTo(1);
        assertThat(Values.of(found, "phi").estimate().interval().lower()).isGreaterThan(0.8);
        assertThat(Values.of(found, "equal-size-share").estimate().value()).isBetween(0.6, 0.95);
    }

    @Test
    void swapped_files_are_called_an_invalid_holdout() {
        Table seen = FixtureTables.people(400, 6);
        List<Observation> found = observe(FixtureTables.people(800, 7), seen, seen);
        assertThat(found).hasSize(3).allMatch(o -> o.reason().code().equals("invalid-holdout"));
        Table other = FixtureTables.people(800, 7);
        assertThat(new NearCopyExcess().evaluate(FixedRun.of(other, seen, seen)))
                .hasSize(2)
                .allMatch(o -> o.reason().code().equals("invalid-holdout"));
        assertThat(new ExactMatch()
                        .evaluate(FixedRun.of(other, seen, seen))
                        .get(0)
                        .reason()
                        .code())
                .isEqualTo("invalid-holdout");
        assertThat(found.get(0).reason().text())
                .isEqualTo("Released rows lie nearer to the holdout than to training, and 99.9 % sure not by chance:"
                        + " training and holdout are swapped, or the generator saw the holdout.");
    }

    @Test
    void a_fresh_sample_is_at_chance_whichever_table_is_larger() {
        for (int[] sizes : new int[][] {{900, 300}, {300, 900}}) {
            List<Observation> found = observe(
                    FixtureTables.people(sizes[0], 8),
                    FixtureTables.people(500, 9),
                    FixtureTables.people(sizes[1], 10));
            assertThat(Values.of(found, "phi").estimate().interval().contains(0))
                    .isTrue();
            assertThat(Values.of(found, "equal-size-share").estimate().value()).isCloseTo(0.5, within(0.1));
            assertThat(Values.alarms(Values.of(found, "phi"))).isLessThan(19);
        }
    }
}
