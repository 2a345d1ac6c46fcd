package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.testkit.MetricContract;
import io.synthaudit.testkit.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ZeroInflationTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new ZeroInflation();
    }

    /** Only 0 is 0. */
    @Override
    protected Numbers numbers(Measure measure) {
        return Numbers.VALUES;
    }

    @Test
    void zeros_are_counted_among_present_cells() {
        Vectors column = Vectors.ofNumbers(new double[] {0, -0.0, 3, 5, Double.NaN}, 0, 1e-9, 2, 4, 5);
        Estimate estimate = values(column).get(0).estimate();
        assertThat(estimate.value()).isEqualTo(0.2 - 0.5, within(1e-15));
        assertThat(estimate.interval())
                .isEqualTo(Proportions.difference(1, 5, 2, 4, 0.95).interval());
    }

    @Test
    void zeros_that_only_the_synthetic_table_has_count_too() {
        assertThat(values(Vectors.ofNumbers(new double[] {1, 2}, 0, 0))
                        .get(0)
                        .estimate()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void a_column_without_zeros_says_so() {
        Vectors column = Vectors.ofNumbers(new double[] {1, 2}, 3, 4);
        assertThat(values(column)).isEmpty();
        assertThat(new ZeroInflation()
                        .leftOut(metric().description().primary(), column.trainingNumbers(), column.syntheticNumbers())
                        .code())
                .isEqualTo("kind");
        assertThat(values(Vectors.ofNumbers(new double[] {0, 2}, Double.NaN))).isEmpty();
    }

    @Test
    void instants_have_no_zero() {
        assertThat(new ZeroInflation().appliesTo(Field.of("d", Kind.DATETIME)).applies())
                .isFalse();
    }

    private static List<Measured> values(Vectors column) {
        return new ZeroInflation()
                .compare(column.trainingNumbers(), column.syntheticNumbers(), comparison(column.profile()));
    }
}
