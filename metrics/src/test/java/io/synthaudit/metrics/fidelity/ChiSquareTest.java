package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.testkit.MetricContract;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

final class ChiSquareTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new ChiSquare();
    }

    /**
     * {@code scipy.stats.chi2_contingency([[86, 57, 57], [60, 60, 30]], False)}: 6.067336458219783, 2, .048138729964037195.
     * Tools that test shares instead of counts give p = .96.
     */
    @Test
    void counts_are_tested_and_never_shares() {
        List<Measured> values = values(Vectors.levels("d"), 1, 1);
        assertThat(values.get(0).estimate().value()).isEqualTo(6.067336458219783, within(1e-9));
        assertThat(values.get(1).estimate().value()).isEqualTo(2);
        assertThat(values.get(2).estimate().value()).isEqualTo(0.048138729964037195, within(1e-12));
    }

    /** {@code chi2_contingency([[80, 60, 40, 20, 0], [45, 60, 30, 0, 15]], False)}: 39.9, 4. */
    @Test
    void a_level_that_only_one_table_holds_is_a_cell() {
        List<Measured> values = values(Vectors.levels("c"), 1, 1);
        assertThat(values.get(0).estimate().value()).isEqualTo(39.9, within(1e-9));
        assertThat(values.get(1).estimate().value()).isEqualTo(4);
        assertThat(values.get(2).estimate().value()).isEqualTo(4.5395114236245497e-08, within(1e-16));
    }

    /** {@code chi2_contingency([[2, 2, 0, 0], [1, 1, 1, 1]], False)}: 2.666666666666667, 3, 0.4459216983631228. */
    @Test
    void each_level_that_training_lacks_is_a_cell() {
        List<Measured> values = values(Vectors.ofLevels(new String[] {"a", "a", "b", "b"}, "a", "b", "c", "d"), 1, 1);
        assertThat(values.get(0).estimate().value()).isEqualTo(8.0 / 3, within(1e-12));
        assertThat(values.get(1).estimate().value()).isEqualTo(3);
        assertThat(values.get(2).estimate().value()).isEqualTo(0.4459216983631228, within(1e-9));
    }

    /** Two samples of 300 of 400 even levels each lack some hundred levels of the other: p below .05 in about 5 % of cases. */
    @Test
    void a_fresh_sample_with_many_rare_levels_is_not_rejected() {
        UniformRandomProvider random = new RandomStreams(3).stream("rare");
        int rejected = 0;
        for (int i = 0; i < 200; i++) {
            Vectors column = Vectors.ofLevels(levels(random), levels(random));
            rejected += values(column, 1, 1).get(2).estimate().value() < 0.05 ? 1 : 0;
        }
        assertThat(rejected).isLessThan(20);
    }

    private static String[] levels(UniformRandomProvider random) {
        String[] levels = new String[300];
        Arrays.setAll(levels, i -> "level " + random.nextInt(400));
        return levels;
    }

    @Test
    void missing_cells_are_left_out() {
        Vectors with = Vectors.ofLevels(new String[] {"a", "a", "b", null}, "a", "b", "b", null, null);
        Vectors without = Vectors.ofLevels(new String[] {"a", "a", "b"}, "a", "b", "b");
        for (int i = 0; i < 3; i++) {
            assertThat(values(with, 1, 1).get(i).estimate())
                    .isEqualTo(values(without, 1, 1).get(i).estimate());
        }
    }

    /** With design effects of 2 on either side the statistic is halved: p = exp(-6.0673 / 4) at 2 degrees of freedom. */
    @Test
    void clustered_rows_count_as_fewer() {
        List<Measured> values = values(Vectors.levels("d"), 2, 2);
        assertThat(values.get(0).estimate().value()).isEqualTo(6.067336458219783, within(1e-9));
        assertThat(values.get(2).estimate().value()).isEqualTo(StrictMath.exp(-6.067336458219783 / 4), within(1e-12));
    }

    @Test
    void it_is_information_without_direction_or_interval() {
        assertThat(metric().description().measures()).allMatch(m -> m.direction() == Direction.NONE);
        assertThat(values(Vectors.levels("c"), 1, 1))
                .noneMatch(m -> m.estimate().hasInterval());
        assertThat(values(Vectors.levels("c"), 1, 1).get(2).estimate().noInterval())
                .isEqualTo(
                        "It tests whether anything differs and does not estimate how much; it grows with the number of"
                                + " rows.");
    }

    @Test
    void a_column_of_one_level_has_no_value() {
        assertThat(values(Vectors.ofLevels(new String[] {"a", "a"}, "a"), 1, 1)).isEmpty();
        assertThat(values(Vectors.ofLevels(new String[] {"a", "b"}, null, null), 1, 1))
                .isEmpty();
    }

    private static List<Measured> values(Vectors column, double referenceDeff, double candidateDeff) {
        return new ChiSquare()
                .compare(
                        column.training(new EveryLevel(column.profile().field())),
                        column.synthetic(new EveryLevel(column.profile().field())),
                        new Comparison(0.95, referenceDeff, candidateDeff, column.profile()));
    }
}
