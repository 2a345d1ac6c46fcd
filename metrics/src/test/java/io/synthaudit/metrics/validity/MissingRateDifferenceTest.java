package io.synthaudit.metrics.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Comparison;
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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MissingRateDifferenceTest extends MetricContract {

    private static final Field FIELD = Field.of("ward", Kind.CATEGORICAL);
    private static final Dictionary WARDS = new Dictionary(new String[] {"east", "west"}, 2);

    @Override
    protected Metric metric() {
        return new MissingRateDifference();
    }

    /** Newcombe (1998), method 10, example (a): 56/70 against 48/80, two-sided 95 %. */
    @Test
    void the_interval_is_newcombe_s_published_example() {
        Profile profile = Profile.of(table(WARDS, 0, 1));
        Counts candidate = counts(profile, rows(56, 70));
        Counts reference = counts(profile, rows(48, 80));
        var estimate = new MissingRateDifference()
                .compare(reference, candidate, new Comparison(0.975, 1, 1, profile.column(0)))
                .get(0)
                .estimate();
        assertThat(estimate.value()).isEqualTo(0.2, within(1e-12));
        assertThat(estimate.interval().lower()).isEqualTo(0.0524, within(5e-5));
        assertThat(estimate.interval().upper()).isEqualTo(0.3339, within(5e-5));
    }

    @Test
    void persons_with_several_rows_widen_the_interval() {
        Profile profile = Profile.of(table(WARDS, 0, 1));
        Counts candidate = counts(profile, rows(56, 70));
        Counts reference = counts(profile, rows(48, 80));
        var alone = new MissingRateDifference()
                .compare(reference, candidate, new Comparison(0.95, 1, 1, profile.column(0)));
        var clustered = new MissingRateDifference()
                .compare(reference, candidate, new Comparison(0.95, 4, 1, profile.column(0)));
        assertThat(clustered.get(0).estimate().interval().width())
                .isGreaterThan(1.2 * alone.get(0).estimate().interval().width());
    }

    private static Table rows(int missing, int rows) {
        int[] codes = new int[rows];
        Arrays.fill(codes, 0, missing, CodeColumn.MISSING);
        return table(WARDS, codes);
    }

    private static Counts counts(Profile profile, Table table) {
        return new CodedTable(table, profile).observe(new Levels(FIELD), profile, null);
    }

    private static Table table(Dictionary dictionary, int... codes) {
        return new Table(
                new Schema(List.of(FIELD), true), List.of(new CodeColumn(FIELD, dictionary, codes, 0)), codes.length);
    }
}
