package io.synthaudit.learn.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Golden rows: {@code ../shared/goldens/<dataset>/gower_rows_<variant>.csv}, the first 2,000 synthetic rows against training
 * and holdout, made by a plain loop in Python ({@code goldens/README.md}: equal to SDMetrics 0.29.0 to all 12 digits stored).
 */
class NearestGoldenTest {

    @ParameterizedTest
    @CsvSource({
        "adult, ctgan",
        "adult, cart",
        "adult, leaky50",
        "breast_cancer_seer, gcopula",
        "breast_cancer_seer, independent",
        "breast_cancer_seer, leaky50",
        "breast_cancer_seer, memoriser",
        "breast_cancer_seer, synthpop",
        "nist_ma2019, cart",
        "nist_ma2019, independent",
        "nist_ma2019, leaky50"
    })
    void distances_neighbours_and_ties_are_those_of_a_plain_loop(String dataset, String variant) {
        Tables tables = RealTables.load(dataset, variant);
        List<double[]> golden = RealTables.golden(dataset + "/gower_rows_" + variant + ".csv");
        int[] first = java.util.stream.IntStream.range(0, golden.size()).toArray();
        Table queries = tables.synthetic().select(first);
        Gower gower = Gower.of(tables.training());
        Nearest real =
                NearestSearch.of(gower, queries, tables.training()).withSecond().run(new Threads(2));
        Nearest holdout = NearestSearch.of(gower, queries, tables.holdout().orElseThrow())
                .withSecond()
                .run(new Threads(2));
        for (int i = 0; i < golden.size(); i++) {
            double[] row = golden.get(i);
            assertThat(real.distance(i)).as("d1_real, row %d", i).isCloseTo(row[0], within(1e-11));
            assertThat(real.second(i)).as("d2_real, row %d", i).isCloseTo(row[1], within(1e-11));
            assertThat(real.ties(i)).as("n_ties_real, row %d", i).isEqualTo((int) row[3]);
            if (row[3] == 1) {
                assertThat(real.row(i)).as("nn_real_row, row %d", i).isEqualTo((int) row[2]);
            }
            assertThat(holdout.distance(i)).as("d1_holdout, row %d", i).isCloseTo(row[4], within(1e-11));
            assertThat(holdout.second(i)).as("d2_holdout, row %d", i).isCloseTo(row[5], within(1e-11));
            if (holdout.ties(i) == 1) {
                assertThat(holdout.row(i)).as("nn_holdout_row, row %d", i).isEqualTo((int) row[6]);
            }
        }
    }
}
