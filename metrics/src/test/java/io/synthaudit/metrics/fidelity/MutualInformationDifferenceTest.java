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

final class MutualInformationDifferenceTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new MutualInformationDifference();
    }

    @ParameterizedTest
    @MethodSource("io.synthaudit.metrics.fidelity.PairGoldens#tables")
    void bits_and_the_share_of_the_mean_entropy_are_scipy_s(String dataset, String variant) {
        Tables tables = RealTables.load(dataset, variant);
        PairGoldens.differences(dataset, variant, "mutual_information").forEach((pair, expected) -> {
            double[] values =
                    PairGoldens.values(new MutualInformationDifference(), PairGoldens.only(tables, pair), pair);
            PairGoldens.same(pair, values, expected[1], expected[0] / StrictMath.log(2));
        });
    }

    /** fidelity.md b.12, pair (c, d) of the real vectors. */
    @Test
    void information_of_the_vectors() {
        SharedInformation shared =
                new SharedInformation(Joint.of(PairGoldens.real(new MutualInformationDifference(), "c", "d")));
        assertThat(shared.value(SharedInformation.Form.NATS)).isCloseTo(0.00107658991347037, within(1e-9));
        assertThat(shared.value(SharedInformation.Form.MEAN)).isCloseTo(0.000913036331157727, within(1e-9));
    }

    /** SynthEval reads every number as a level of its own: two columns of distinct numbers then share all information. */
    @Test
    void numbers_are_binned_and_not_so_many_levels() {
        SharedInformation shared =
                new SharedInformation(Joint.of(PairGoldens.real(new MutualInformationDifference(), "x", "y")));
        assertThat(shared.value(SharedInformation.Form.MEAN)).isLessThan(0.5);
    }

    @Test
    void a_small_synthetic_table_of_the_same_law_is_not_called_more_informative() {
        List<Measured> measured = new MutualInformationDifference()
                .compare(cells(10_000, 10_000, 10_000, 10_000), cells(9, 12, 11, 8), comparison(null));
        assertThat(measured).allSatisfy(m -> {
            assertThat(m.estimate().value()).isPositive();
            assertThat(m.estimate().interval().lower()).isLessThanOrEqualTo(0);
        });
    }

    private static PairCounts cells(long a, long b, long c, long d) {
        return new PairCounts(new long[] {a, b, 7, 0, c, d, 3, 0, 1, 1, 1, 0, 0, 0, 0, 0}, 4, 4, null, null);
    }
}
