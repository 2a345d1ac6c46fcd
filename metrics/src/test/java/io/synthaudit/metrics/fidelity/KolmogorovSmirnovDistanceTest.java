package io.synthaudit.metrics.fidelity;

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
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.MetricContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KolmogorovSmirnovDistanceTest extends MetricContract {

    private static final Field FIELD = Field.of("age", Kind.NUMERIC);

    @Override
    protected Metric metric() {
        return new KolmogorovSmirnovDistance();
    }

    /** {@code scipy.stats.ks_2samp([1,1,2,3,8], [1,2,2,9]).statistic} is 0.25: ties go together. */
    @Test
    void ties_go_together() {
        Profile profile = Profile.of(table(1, 1, 2, 3, 8));
        assertThat(distance(profile, new double[] {1, 1, 2, 3, 8}, 1, 2, 2, 9)).isEqualTo(0.25, within(1e-15));
    }

    @Test
    void tables_without_overlap_are_at_distance_one() {
        Profile profile = Profile.of(table(1, 2, 3));
        assertThat(distance(profile, new double[] {1, 2, 3}, 4, 5, Double.NaN)).isEqualTo(1);
    }

    @Test
    void monotone_rescaling_changes_nothing() {
        Table first = FixtureTables.people(500, 1);
        Table second = FixtureTables.people(300, 2, 0.7);
        double[] a = ((NumberColumn) first.column(1)).values();
        double[] b = ((NumberColumn) second.column(1)).values();
        double plain = distance(Profile.of(table(a)), a, b);
        double[] scaledA =
                java.util.Arrays.stream(a).map(v -> 7 * v * v * v - 3).toArray();
        double[] scaledB =
                java.util.Arrays.stream(b).map(v -> 7 * v * v * v - 3).toArray();
        assertThat(distance(Profile.of(table(scaledA)), scaledA, scaledB)).isEqualTo(plain);
    }

    @Test
    void more_planted_shift_never_looks_better() {
        double[] a = ((NumberColumn) FixtureTables.people(2_000, 3).column(1)).values();
        double before = 0;
        for (double shift : new double[] {0, 0.2, 0.5, 1, 2}) {
            double[] b = ((NumberColumn) FixtureTables.people(2_000, 4, shift).column(1)).values();
            double now = distance(Profile.of(table(a)), a, b);
            assertThat(now).isGreaterThan(before);
            before = now;
        }
    }

    private double distance(Profile profile, double[] reference, double... candidate) {
        return new KolmogorovSmirnovDistance()
                .compare(sorted(profile, reference), sorted(profile, candidate), comparison(profile.column(0)))
                .get(0)
                .estimate()
                .value();
    }

    private static SortedCounts sorted(Profile profile, double... values) {
        return new CodedTable(table(values), profile).observe(new Distinct(FIELD), profile, null);
    }

    private static Table table(double... values) {
        return new Table(new Schema(List.of(FIELD), true), List.of(new NumberColumn(FIELD, values, 0)), values.length);
    }
}
