package io.synthaudit.metrics.validity;

import static io.synthaudit.metrics.validity.Texts.cells;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixtureTexts;
import io.synthaudit.testkit.MetricContract;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UniquenessTest extends MetricContract {

    private static final Field KEY = Field.of("key", Kind.INTEGER, Role.ROW_KEY);

    @Override
    protected Metric metric() {
        return new Uniqueness();
    }

    @Override
    protected Table people(int rows, long seed, double shift) {
        return FixtureTexts.rows(rows, seed, shift / 2);
    }

    private static SortedCounts counts(double... values) {
        Schema schema = new Schema(List.of(KEY), true);
        Table table = new Table(schema, List.<Column>of(new NumberColumn(KEY, values, 0)), values.length);
        Profile profile = Profile.of(table);
        return new CodedTable(table, profile).observe(new Distinct(KEY), profile, null);
    }

    /** SDMetrics' KeyUniqueness: 1 - (later duplicates) / n; {@code 1 - pd.Series([1,1,2,3,3,3]).duplicated().mean()}. */
    @Test
    void the_share_is_one_minus_later_duplicates() {
        List<Measured> found = Texts.of(cells("a", "b", "c", "d", "e", "f"), "a", "a", "b", "c", "c", "c")
                .compare(new Uniqueness());
        assertThat(found.get(0).estimate().value()).isEqualTo(-.5);
        assertThat(found.get(1).estimate().value()).isEqualTo(.5);
    }

    /** All 10 samples of 3 of the five cells a, a, a, b, c hold 1 + 6 x 2 + 3 x 3 = 22 distinct values. */
    @Test
    void rarefaction_is_the_mean_over_all_samples() {
        assertThat(Uniqueness.distinct(counts(1, 1, 1, 2, 3), 3)).isCloseTo(2.2, within(1e-12));
        assertThat(Uniqueness.distinct(counts(1, 1, 1, 2, 3), 1)).isCloseTo(1, within(1e-12));
        assertThat(Uniqueness.distinct(counts(1, 1, 1, 2, 3), 5)).isEqualTo(3);
    }

    @Test
    void a_larger_table_of_the_same_law_is_not_less_unique() {
        double[] small = IntStream.range(0, 500).mapToDouble(i -> i % 250).toArray();
        double[] large = IntStream.range(0, 4_000).mapToDouble(i -> i % 250).toArray();
        SortedCounts training = counts(small);
        SortedCounts synthetic = counts(large);
        // 500 of 4,000 cells with 16 of each value: 250 (1 - C(3984, 500) / C(4000, 500)), by Python's math.comb.
        assertThat(Uniqueness.distinct(synthetic, 500)).isCloseTo(220.60980773493642, within(1e-8));
        assertThat(Uniqueness.distinct(training, 500)).isEqualTo(250);
    }

    @Test
    void keys_that_are_numbers_are_counted_and_missing_cells_are_not() {
        List<Measured> found = new Uniqueness()
                .compare(counts(1, 2, 3, Double.NaN, Double.NaN), counts(7, 7, 8, Double.NaN), comparison(null));
        assertThat(found.get(0).estimate().value()).isCloseTo(2 / 3.0 - 1, within(1e-12));
        assertThat(found.get(1).estimate().value()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void where_training_repeats_values_there_is_no_share_and_a_reason() {
        SortedCounts repeating = counts(1, 1, 2);
        Uniqueness metric = new Uniqueness();
        assertThat(metric.compare(repeating, counts(1, 2, 3), comparison(null))).hasSize(1);
        assertThat(metric.leftOut(metric.description().measure("share"), repeating, counts(1, 2, 3))
                        .code())
                .isEqualTo("kind");
        assertThat(metric.leftOut(metric.description().measure("difference"), counts(), counts(1)))
                .isNull();
    }

    @Test
    void more_planted_duplicates_never_look_better() {
        double before = 1;
        for (int duplicates : new int[] {0, 2, 10, 100, 299}) {
            double[] key = IntStream.range(0, 300)
                    .mapToDouble(i -> i < duplicates ? 999 : i)
                    .toArray();
            double now = new Uniqueness()
                    .compare(counts(IntStream.range(0, 300).asDoubleStream().toArray()), counts(key), comparison(null))
                    .get(0)
                    .estimate()
                    .value();
            assertThat(now).isLessThan(before);
            before = now;
        }
    }

    @Test
    void bounds_cover_in_a_small_simulation() {
        double[] seen = coverage(279, 400, 150, 400);
        assertThat(Math.min(seen[0], seen[1])).isGreaterThan(.92);
    }

    /** Values are even draws from so many; where before is 0, training is a key. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "279, 100, 100", "279, 1000, 1000", "279, 100000, 100000", "279, 1000, 200", "279, 0, 5000", "279, 0, 200",
        "2682, 100, 100", "2682, 1000, 1000", "2682, 100000, 100000", "2682, 1000, 200", "2682, 0, 50000",
                "2682, 0, 2000"
    })
    void bounds_cover_at_their_level(int n, int before, int after) {
        double[] seen = coverage(n, before, after, 4_000);
        System.out.println(String.format(
                Locale.ROOT,
                "| uniqueness | %d | %d to %d values | %.3f | %.3f | %.3f |",
                n,
                before,
                after,
                seen[0],
                seen[1],
                seen[2]));
        assertThat(Math.min(seen[0], seen[1])).isGreaterThan(.93);
    }

    private static double[] coverage(int n, int before, int after, int repetitions) {
        UniformRandomProvider random = new RandomStreams(6).stream("uniqueness/" + n + "/" + before + "/" + after);
        // The synthetic table is half as large again.
        double truth = share(after, n) - share(before, n);
        double lower = 0;
        double upper = 0;
        double width = 0;
        for (int r = 0; r < repetitions; r++) {
            Interval interval = new Uniqueness()
                    .compare(draw(before, n, random), draw(after, n * 3 / 2, random), comparison(null))
                    .get(0)
                    .estimate()
                    .interval();
            lower += interval.lower() <= truth + 1e-12 ? 1.0 / repetitions : 0;
            upper += interval.upper() >= truth - 1e-12 ? 1.0 / repetitions : 0;
            width += interval.width() / repetitions;
        }
        return new double[] {lower, upper, width};
    }

    private static double share(int values, int n) {
        return values == 0 ? 1 : values * (1 - Math.pow(1 - 1.0 / values, n)) / n;
    }

    private static SortedCounts draw(int values, int n, UniformRandomProvider random) {
        double[] drawn = new double[n];
        Arrays.setAll(drawn, i -> values == 0 ? i : random.nextInt(values));
        return counts(drawn);
    }
}
