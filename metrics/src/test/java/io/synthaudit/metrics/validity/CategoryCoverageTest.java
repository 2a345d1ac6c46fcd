package io.synthaudit.metrics.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.MetricContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CategoryCoverageTest extends MetricContract {

    private static final Field FIELD = Field.of("ward", Kind.CATEGORICAL);
    private static final Dictionary WARDS = new Dictionary(new String[] {"east", "south", "west"}, 3);

    @Override
    protected Metric metric() {
        return new CategoryCoverage();
    }

    /** Levels with shares .5, .25, .25: two rows cover (1 - .25) + 2 (1 - .5625) of 3 levels in expectation. */
    @Test
    void the_bias_is_the_coverage_that_a_fresh_sample_of_that_size_would_have() {
        Profile profile = Profile.of(table(WARDS, 0, 0, 1, 2));
        var estimate = new CategoryCoverage()
                .compare(
                        counts(profile, table(WARDS, 0, 0, 1, 2)),
                        counts(profile, table(WARDS, 0, 0)),
                        comparison(profile.column(0)))
                .get(0)
                .estimate();
        assertThat(estimate.value()).isEqualTo(1.0 / 3, within(1e-15));
        assertThat(estimate.bias()).isEqualTo((0.75 + 2 * 0.4375) / 3, within(1e-12));
    }

    private static Counts counts(Profile profile, Table table) {
        return new CodedTable(table, profile).observe(new Levels(FIELD), profile, null);
    }

    private static Table table(Dictionary dictionary, int... codes) {
        return new Table(
                new Schema(List.of(FIELD), true), List.of(new CodeColumn(FIELD, dictionary, codes, 0)), codes.length);
    }
}
