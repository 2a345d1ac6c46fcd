package io.synthaudit.learn.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToleranceMatchTest {

    private static boolean meets(Table a, int i, Table b, int k, double[] tolerances) {
        for (int j = 0; j < a.schema().size(); j++) {
            if (a.column(j) instanceof NumberColumn x) {
                double u = x.values()[i];
                double v = ((NumberColumn) b.column(j)).values()[k];
                if (Double.isNaN(u) != Double.isNaN(v) || Math.abs(u - v) > tolerances[j]) {
                    return false;
                }
            } else if (((CodeColumn) a.column(j)).codes()[i] != ((CodeColumn) b.column(j)).codes()[k]) {
                return false;
            }
        }
        return true;
    }

    private static Table mixed(int rows, long seed) {
        Table wide = Mixed.random(rows, seed, 1);
        return Mixed.table(
                ((NumberColumn) wide.column(0)).values(),
                ((CodeColumn) wide.column(1)).codes(),
                ((NumberColumn) wide.column(2)).values(),
                ((NumberColumn) wide.column(4)).values());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.03, 0.2, 1})
    void hits_are_those_of_a_plain_loop(double share) {
        Table training = mixed(500, 1);
        Table candidates = mixed(400, 2);
        double[] tolerances = new double[4];
        for (int j : new int[] {0, 2, 3}) {
            double[] sorted = java.util.Arrays.stream(((NumberColumn) training.column(j)).values())
                    .filter(x -> !Double.isNaN(x))
                    .sorted()
                    .toArray();
            tolerances[j] = share * (sorted[sorted.length - 1] - sorted[0]) * (1 + 1e-9);
        }
        boolean[] hits = ToleranceMatch.of(training, candidates, share).hits(training);
        int count = 0;
        for (int i = 0; i < hits.length; i++) {
            boolean expected = false;
            for (int k = 0; k < candidates.rows(); k++) {
                expected |= meets(training, i, candidates, k, tolerances);
            }
            assertThat(hits[i]).as("row %d", i).isEqualTo(expected);
            count += hits[i] ? 1 : 0;
        }
        if (share > 0) {
            assertThat(count).isBetween(1, 500);
        }
    }

    @Test
    void the_edge_of_the_tolerance_is_within_it() {
        Table training = Mixed.table(new double[] {0, 30, 1.1, Double.NaN}, new int[] {0, 0, 0, -1});
        Table candidates = Mixed.table(new double[] {1, 28.9, 2.1, Double.NaN}, new int[] {0, 0, 0, -1});
        assertThat(ToleranceMatch.of(training, candidates, 1 / 30.0).hits(training))
                .containsExactly(true, false, true, true);
    }

    @Test
    void levels_alone_must_be_equal() {
        Table training = Mixed.table(new int[] {0, 1, 2});
        assertThat(ToleranceMatch.of(training, Mixed.table(new int[] {1, 1, 2}), 0.1)
                        .hits(training))
                .containsExactly(false, true, true);
    }

    @Test
    void a_number_without_spread_must_be_equal() {
        Table training = Mixed.table(new double[] {5, 5});
        Table candidates = Mixed.table(new double[] {5, 6});
        assertThat(ToleranceMatch.of(training, candidates, 0.1).hits(Mixed.table(new double[] {5, 6, 7})))
                .containsExactly(true, true, false);
    }
}
