package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Contingency;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.MetricContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PairTotalVariationTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new PairTotalVariation();
    }

    @Test
    void broken_dependence_shows_although_both_columns_keep_their_distributions() {
        Table training = FixtureTables.people(4_000, 5);
        Profile profile = Profile.of(training);
        Column age = training.column(0);
        int[] permuted = RandomStreams.permutation(4_000, new RandomStreams(3).stream("break"));
        List<Column> columns = new ArrayList<>(training.columns());
        columns.set(0, age.select(permuted));
        Table broken = new Table(training.schema(), columns, 4_000);
        double fresh = distance(profile, training, FixtureTables.people(4_000, 6));
        assertThat(distance(profile, training, broken)).isGreaterThan(1.5 * fresh);
    }

    /** SDMetrics' quality report bins each table by its own range and scores this 1. */
    @Test
    void a_shifted_and_rescaled_column_is_not_like_training() {
        Table training = FixtureTables.people(2_000, 7);
        double[] ages = ((NumberColumn) training.column(0)).values();
        double[] moved = Arrays.stream(ages).map(v -> 7 * v + 1000).toArray();
        List<Column> columns = new ArrayList<>(training.columns());
        columns.set(0, new NumberColumn(training.schema().field(0), moved, 0));
        assertThat(distance(Profile.of(training), training, new Table(training.schema(), columns, 2_000)))
                .isGreaterThan(0.9);
    }

    private static double distance(Profile profile, Table reference, Table candidate) {
        Contingency pair = new Contingency(FixtureTables.SCHEMA.field(0), FixtureTables.SCHEMA.field(1));
        PairCounts a = new CodedTable(reference, profile).observe(pair, profile, null);
        PairCounts b = new CodedTable(candidate, profile).observe(pair, profile, null);
        return new PairTotalVariation()
                .compare(a, b, comparison(profile.column(0)))
                .get(0)
                .estimate()
                .value();
    }
}
