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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactMatchTest extends SimilarityContract {

    @Override
    TableEvaluation evaluation() {
        return new ExactMatch();
    }

    @Override
    List<String> measuredWithoutHoldout() {
        return List.of("share", "exposed-persons");
    }

    private List<Observation> observe(Table training, Table synthetic, Table holdout) {
        return evaluation().evaluate(FixedRun.of(training, synthetic, holdout));
    }

    /** Column "exact" of {@code ../shared/reference/statistics.md} section 1, and the number of verbatim rows of the data's README. */
    @ParameterizedTest
    @CsvSource({
        "adult, cart, 210, 10000, .0210",
        "adult, leaky10, 184, 10000, .0184",
        "breast_cancer_seer, synthpop, 6, 2682, .0022",
        "breast_cancer_seer, leaky10, 22, 2682, .0082",
        "breast_cancer_seer, memoriser, 2682, 2682, 1",
        "nist_ma2019, cart, 31, 5344, .0058",
        "nist_ma2019, leaky50, 321, 5344, .060"
    })
    void equal_rows_are_counted(String dataset, String variant, int equal, int rows, double excess) {
        Tables tables = RealTables.load(dataset, variant);
        List<Observation> found = evaluation().evaluate(FixedRun.of(tables));
        assertThat(Values.of(found, "share").estimate().value()).isEqualTo(equal / (double) rows);
        assertThat(Values.of(found, "excess").estimate().value()).isCloseTo(excess, within(2e-3));
    }

    @Test
    void training_itself_is_all_exact_matches() {
        Table training = FixtureTables.people(500, 1);
        List<Observation> found = observe(training, training, FixtureTables.people(250, 2));
        assertThat(found).allMatch(o -> o.estimate().value() == 1);
        assertThat(Values.of(found, "excess").estimate().interval().lower()).isGreaterThan(0.98);
        assertThat(Values.of(found, "share").yardstick().value()).isZero();
        assertThat(Values.of(found, "share").excess().value()).isEqualTo(1);
    }

    @Test
    void rows_that_everybody_shares_are_no_excess() {
        Table training = FixtureTables.people(600, 3);
        int[] half = IntStream.range(0, 300).toArray();
        // training and holdout hold the same rows, and the release holds them too: nobody can say whose they are
        List<Observation> found = observe(training, training, training.select(half));
        assertThat(Values.of(found, "share").estimate().value()).isEqualTo(1);
        assertThat(Values.of(found, "share").yardstick().value()).isEqualTo(1);
        assertThat(Values.of(found, "share").excess().value()).isZero();
        // 300 rows are training's alone, 300 are shared half and half: 450 - 2 x 150, over 600
        assertThat(Values.of(found, "excess").estimate().value()).isEqualTo(0.25);
    }

    @Test
    void one_moved_cell_hides_a_copy() {
        Table training = FixtureTables.people(300, 4);
        Table moved = FixtureTables.people(300, 4, 0.01);
        List<Observation> found = observe(training, moved, FixtureTables.people(200, 5));
        // the pressure is missing in one row of twenty, and those stay as they are
        assertThat(Values.of(found, "share").estimate().value()).isLessThan(0.1);
    }

    @Test
    void persons_are_exposed_by_every_row_that_is_released() {
        Table training = FixtureTables.people(300, 6);
        Table twice = training.select(new int[] {5, 5, 9});
        List<Observation> found = observe(training, twice, FixtureTables.people(200, 7));
        assertThat(Values.of(found, "exposed-persons").estimate().value()).isEqualTo(2 / 300.0);
    }
}
