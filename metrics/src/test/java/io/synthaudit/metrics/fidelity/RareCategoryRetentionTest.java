package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.MetricContract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RareCategoryRetentionTest extends MetricContract {

    private static final Field FIELD = Field.of("ward", Kind.CATEGORICAL);

    @Override
    protected Metric metric() {
        return new RareCategoryRetention();
    }

    @Override
    protected Table people(int rows, long seed, double shift) {
        int[] codes = Arrays.stream(RareLevels.draw(rows, "people " + seed, shift))
                .mapToInt(level -> Integer.parseInt(level.substring(6)))
                .toArray();
        String[] labels = new String[RareLevels.LEVELS];
        Arrays.setAll(labels, k -> "level " + k);
        Column column = new CodeColumn(FIELD, new Dictionary(labels, labels.length), codes, 0);
        return new Table(new Schema(List.of(FIELD), true), List.of(column), rows);
    }

    /** 100 cells: a 90, b 5 (rare, at the limit), c 4, d 1; b and d are kept, and an unseen e counts for nothing. */
    @Test
    void levels_at_the_limit_are_rare_and_common_or_unseen_ones_count_for_nothing() {
        String[] training = new String[101];
        Arrays.fill(training, 0, 90, "a");
        Arrays.fill(training, 90, 95, "b");
        Arrays.fill(training, 95, 99, "c");
        training[99] = "d";
        Estimate estimate =
                values(Vectors.ofLevels(training, "b", "d", "e")).get(0).estimate();
        assertThat(estimate.value()).isEqualTo(2.0 / 3, within(1e-15));
        double fresh = 3 - StrictMath.pow(.95, 3) - StrictMath.pow(.96, 3) - StrictMath.pow(.99, 3);
        assertThat(estimate.bias()).isEqualTo(fresh / 3, within(1e-12));
    }

    @Test
    void a_column_without_rare_levels_has_no_value() {
        assertThat(values(Vectors.ofLevels(new String[] {"a", "b"}, "a"))).isEmpty();
        assertThat(values(Vectors.ofLevels(new String[] {null, null}, "a"))).isEmpty();
    }

    @Test
    void fewer_rows_or_rarer_levels_never_look_better() {
        String[] training = RareLevels.draw(5_000, "training", 0);
        double before = 1.01;
        for (int rows : new int[] {5_000, 100, 30, 10}) {
            double now = value(training, RareLevels.draw(rows, "synthetic", 0));
            assertThat(now).isLessThan(before);
            before = now;
        }
        assertThat(value(training, RareLevels.draw(300, "synthetic", 1)))
                .isLessThan(value(training, RareLevels.draw(300, "synthetic", 0)));
    }

    /** 400 synthetic tables of 150 rows: bounds at .95 hold the mean retention at least 95 - 2 % of the time. */
    @Test
    void bounds_cover_the_mean_at_their_level() {
        String[] training = RareLevels.draw(5_000, "training", 0);
        double mean = 0;
        Estimate[] estimates = new Estimate[400];
        for (int i = 0; i < estimates.length; i++) {
            estimates[i] = values(Vectors.ofLevels(training, RareLevels.draw(150, "s" + i, 0.3)))
                    .get(0)
                    .estimate();
            mean += estimates[i].value() / estimates.length;
        }
        double truth = mean;
        assertThat(Arrays.stream(estimates)
                        .filter(e -> e.interval().lower() <= truth)
                        .count())
                .isGreaterThanOrEqualTo(372);
        assertThat(Arrays.stream(estimates)
                        .filter(e -> e.interval().upper() >= truth)
                        .count())
                .isGreaterThanOrEqualTo(372);
    }

    private static double value(String[] training, String[] synthetic) {
        return values(Vectors.ofLevels(training, synthetic)).get(0).estimate().value();
    }

    private static List<Measured> values(Vectors column) {
        return new RareCategoryRetention()
                .compare(column.trainingCounts(), column.syntheticCounts(), comparison(column.profile()));
    }
}
