package io.synthaudit.metrics.fidelity;

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

final class TotalVariationDistanceTest extends MetricContract {

    private static final Field FIELD = Field.of("ward", Kind.CATEGORICAL);
    private static final Dictionary WARDS = new Dictionary(new String[] {"east", "west", "moon"}, 2);

    @Override
    protected Metric metric() {
        return new TotalVariationDistance();
    }

    @Test
    void missing_is_a_level_in_one_measure_and_left_out_in_the_other() {
        Profile profile = Profile.of(table(WARDS, 0, 0, 1, CodeColumn.MISSING));
        var values = new TotalVariationDistance()
                .compare(
                        counts(profile, table(WARDS, 0, 0, 1, CodeColumn.MISSING)),
                        counts(profile, table(WARDS, 0, 1, 1, 1)),
                        comparison(profile.column(0)));
        assertThat(values.get(0).estimate().value()).isEqualTo(0.5, within(1e-15));
        assertThat(values.get(1).estimate().value()).isEqualTo(0.75 - 1.0 / 3, within(1e-15));
    }

    /** SDMetrics' TVComplement gives an unseen level a training count of 1e-6; the exact distance here is 0.2. */
    @Test
    void a_level_that_training_lacks_counts_with_all_its_mass() {
        Profile profile = Profile.of(table(WARDS, 0, 0, 1, 1));
        var values = new TotalVariationDistance()
                .compare(
                        counts(profile, table(WARDS, 0, 0, 1, 1)),
                        counts(profile, table(WARDS, 0, 0, 1, 1, 2)),
                        comparison(profile.column(0)));
        assertThat(values.get(0).estimate().value()).isEqualTo(0.2, within(1e-15));
    }

    /** Twenty equal cells: 20 sqrt(.05 (1 - .05) (2 / 2682) / (2 pi)) = 0.0474868. */
    @Test
    void the_expected_distance_of_two_fresh_samples_is_the_closed_form() {
        String[] labels = new String[20];
        int[] codes = new int[2_680];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = i % 20;
            labels[i % 20] = "level " + i % 20;
        }
        Table even = table(new Dictionary(labels, 20), codes);
        Profile profile = Profile.of(even);
        double expected = new TotalVariationDistance().expected("distance", counts(profile, even), 2_682, 2_682);
        assertThat(expected).isEqualTo(0.047486753274720815, within(1e-12));
    }

    private static Counts counts(Profile profile, Table table) {
        return new CodedTable(table, profile).observe(new Levels(FIELD), profile, null);
    }

    private static Table table(Dictionary dictionary, int... codes) {
        return new Table(
                new Schema(List.of(FIELD), true), List.of(new CodeColumn(FIELD, dictionary, codes, 0)), codes.length);
    }
}
