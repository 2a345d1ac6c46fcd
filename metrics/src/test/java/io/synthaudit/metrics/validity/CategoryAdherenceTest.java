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

final class CategoryAdherenceTest extends MetricContract {

    private static final Field FIELD = Field.of("ward", Kind.CATEGORICAL);
    private static final Dictionary WARDS = new Dictionary(new String[] {"east", "west", "moon"}, 2);

    @Override
    protected Metric metric() {
        return new CategoryAdherence();
    }

    @Test
    void levels_that_training_lacks_count_against_it_and_missing_cells_do_not() {
        Profile profile = Profile.of(table(WARDS, 0, 1));
        var value = new CategoryAdherence()
                .compare(
                        counts(profile, table(WARDS, 0, 1)),
                        counts(profile, table(WARDS, 0, 1, 0, 2, CodeColumn.MISSING)),
                        comparison(profile.column(0)))
                .get(0)
                .estimate();
        assertThat(value.value()).isEqualTo(0.75, within(1e-15));
    }

    private static Counts counts(Profile profile, Table table) {
        return new CodedTable(table, profile).observe(new Levels(FIELD), profile, null);
    }

    private static Table table(Dictionary dictionary, int... codes) {
        return new Table(
                new Schema(List.of(FIELD), true), List.of(new CodeColumn(FIELD, dictionary, codes, 0)), codes.length);
    }
}
