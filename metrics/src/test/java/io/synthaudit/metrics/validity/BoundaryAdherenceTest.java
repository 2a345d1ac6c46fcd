package io.synthaudit.metrics.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.MetricContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BoundaryAdherenceTest extends MetricContract {

    private static final Field FIELD = Field.of("age", Kind.NUMERIC);

    @Override
    protected Metric metric() {
        return new BoundaryAdherence();
    }

    @Test
    void both_ends_of_the_range_are_inside_and_missing_cells_are_left_out() {
        Profile profile = Profile.of(table(1, 5, 9));
        var value = new BoundaryAdherence()
                .compare(
                        sorted(profile, 1, 5, 9),
                        sorted(profile, 1, 9, Double.NaN, 9.0001, 0.9999),
                        comparison(profile.column(0)))
                .get(0)
                .estimate();
        assertThat(value.value()).isEqualTo(0.5, within(1e-15));
    }

    @Test
    void a_column_without_numbers_has_no_value() {
        Profile profile = Profile.of(table(1, 2));
        assertThat(new BoundaryAdherence()
                        .compare(sorted(profile, 1, 2), sorted(profile, Double.NaN), comparison(profile.column(0))))
                .isEmpty();
    }

    private static SortedCounts sorted(Profile profile, double... values) {
        return new CodedTable(table(values), profile).observe(new Distinct(FIELD), profile, null);
    }

    private static Table table(double... values) {
        return new Table(new Schema(List.of(FIELD), true), List.of(new NumberColumn(FIELD, values, 0)), values.length);
    }
}
