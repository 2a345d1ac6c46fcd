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

final class CramersVDifferenceTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new CramersVDifference();
    }

    @ParameterizedTest
    @MethodSource("io.synthaudit.metrics.fidelity.PairGoldens#tables")
    void plain_v_is_scipy_s_without_correction(String dataset, String variant) {
        Tables tables = RealTables.load(dataset, variant);
        PairGoldens.differences(dataset, variant, "cramers_v").forEach((pair, expected) -> {
            double[] values = PairGoldens.values(new CramersVDifference(), PairGoldens.only(tables, pair), pair);
            PairGoldens.same(pair, new double[] {values[1]}, expected);
        });
    }

    /** fidelity.md b.12, pair (c, d): V^2 .00106801645586835, bias-corrected V 0. SynthEval reports V^2 for V. */
    @Test
    void v_is_a_root_and_its_correction_is_bergsma_s() {
        Joint joint = Joint.of(PairGoldens.real(new CramersVDifference(), "c", "d"));
        MeanSquareContingency contingency = new MeanSquareContingency(joint);
        assertThat(Math.sqrt(contingency.value() / 2)).isCloseTo(0.0326805210464636, within(1e-9));
        assertThat(contingency.value() / 2).isCloseTo(0.00106801645586835, within(1e-9));
        assertThat(contingency.value()).isLessThan(contingency.nullBias());
    }

    /** {@code scipy.stats.contingency.association([[30,10],[5,55]], correction=False)} is .6848895... */
    @Test
    void a_table_of_two_by_two_has_no_continuity_correction() {
        double v = (30.0 * 55 - 10 * 5) / Math.sqrt(40.0 * 60 * 35 * 65);
        List<Measured> measured = compare(cells(25, 25, 25, 25), cells(30, 10, 5, 55));
        assertThat(measured.get(1).estimate().value()).isCloseTo(v, within(1e-12));
        assertThat(measured.get(0).estimate().value())
                .isCloseTo(Math.sqrt((v * v - 1.0 / 99) / (1 - 1.0 / 99)), within(1e-12));
    }

    /** SDMetrics leaves out pairs that are weak in training, so this scores perfectly there. */
    @Test
    void an_invented_association_shows() {
        Measured measured =
                compare(cells(500, 500, 500, 500), cells(800, 200, 200, 800)).get(0);
        assertThat(measured.estimate().value()).isCloseTo(0.6, within(0.001));
        assertThat(measured.estimate().interval().lower()).isGreaterThan(0.5);
    }

    @Test
    void a_stronger_planted_association_never_looks_better() {
        double before = -1;
        for (int moved = 0; moved <= 250; moved += 25) {
            double now = compare(cells(250, 250, 250, 250), cells(250 + moved, 250 - moved, 250 - moved, 250 + moved))
                    .get(0)
                    .estimate()
                    .value();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isEqualTo(1, within(1e-12));
    }

    @Test
    void a_column_of_one_level_has_no_v() {
        assertThat(compare(cells(500, 500, 500, 500), cells(900, 0, 100, 0))).isEmpty();
    }

    @Test
    void with_few_rows_a_cell_nothing_is_claimed() {
        var interval = compare(cells(5, 5, 4, 4), cells(50, 50, 40, 60))
                .get(0)
                .estimate()
                .interval();
        assertThat(interval.lower()).isEqualTo(-1);
        assertThat(interval.upper()).isEqualTo(1);
    }

    private static List<Measured> compare(PairCounts reference, PairCounts candidate) {
        return new CramersVDifference().compare(reference, candidate, comparison(null));
    }

    private static PairCounts cells(long a, long b, long c, long d) {
        return new PairCounts(new long[] {a, b, 7, 0, c, d, 3, 0, 1, 1, 1, 0, 0, 0, 0, 0}, 4, 4, null, null);
    }
}
