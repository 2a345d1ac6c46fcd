package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.MetricContract;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TheilsUDifferenceTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new TheilsUDifference();
    }

    @ParameterizedTest
    @MethodSource("io.synthaudit.metrics.fidelity.PairGoldens#tables")
    void both_ways_are_scipy_s(String dataset, String variant) {
        Tables tables = RealTables.load(dataset, variant);
        PairGoldens.differences(dataset, variant, "theils_u").forEach((pair, expected) -> {
            double[] values = PairGoldens.values(new TheilsUDifference(), PairGoldens.only(tables, pair), pair);
            PairGoldens.same(pair, values, expected);
        });
    }

    /** fidelity.md b.12: U(c|d) of the real vectors. */
    @Test
    void u_of_the_vectors_is_the_share_of_the_first_column_s_entropy() {
        SharedInformation shared = new SharedInformation(Joint.of(PairGoldens.real(new TheilsUDifference(), "c", "d")));
        assertThat(shared.value(SharedInformation.Form.FIRST)).isCloseTo(0.000841181668770993, within(1e-9));
    }

    @Test
    void a_rule_from_one_column_to_the_other_is_one_way_only() {
        // Training: the first column has four levels, the second tells only whether it is one of the first two.
        PairCounts rule = cells(300, 0, 300, 0, 0, 300, 0, 300);
        PairCounts broken = cells(150, 150, 150, 150, 150, 150, 150, 150);
        List<Measured> measured = new TheilsUDifference().compare(rule, broken, comparison(null));
        assertThat(measured.get(0).estimate().value()).isEqualTo(-0.5, within(1e-12));
        assertThat(measured.get(1).estimate().value()).isEqualTo(-1, within(1e-12));
        assertThat(measured.get(1).estimate().interval().upper()).isLessThan(-0.9);
    }

    @Test
    void a_rule_without_exception_keeps_the_doubt_of_rows_not_seen() {
        PairCounts rule = cells(300, 0, 300, 0, 0, 300, 0, 300);
        var interval = new TheilsUDifference()
                .compare(rule, rule, comparison(null))
                .get(1)
                .estimate()
                .interval();
        assertThat(interval.lower()).isBetween(-0.05, -0.001);
        assertThat(interval.upper()).isBetween(0.001, 0.05);
    }

    private static PairCounts cells(long... c) {
        long[] cells = new long[24];
        for (int i = 0; i < 4; i++) {
            cells[4 * i] = c[2 * i];
            cells[4 * i + 1] = c[2 * i + 1];
        }
        return new PairCounts(cells, 6, 4, null, null);
    }
}
