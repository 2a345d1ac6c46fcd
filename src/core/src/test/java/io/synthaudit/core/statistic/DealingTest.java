package io.synthaudit.core.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.Poisson;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Both tables' rows dealt anew: nothing is lost, and cells of one row are in one table only. */
class DealingTest {

    private static final Field LEVEL = Field.of("level", Kind.CATEGORICAL);
    private static final Field NUMBER = Field.of("number", Kind.NUMERIC);

    @Test
    void counts_of_both_tables_keep_their_sums() {
        Table training = levels(5, 0, 0, 0, 1, 2, 2, 3, 4);
        Profile profile = Profile.of(training);
        Counts t = new CodedTable(training, profile).observe(new Levels(LEVEL), profile, null);
        Counts s = new CodedTable(levels(5, 0, 1, 1, 3), profile).observe(new Levels(LEVEL), profile, null);
        Poisson poisson = new Poisson(new RandomStreams(1).stream("deal"));
        double dealt = 0;
        for (int i = 0; i < 4_000; i++) {
            List<Counts> both = t.dealtWith(s, poisson, 1, 1);
            for (int k = 0; k < 5; k++) {
                assertThat(both.get(0).cells()[k] + both.get(1).cells()[k]).isEqualTo(t.cells()[k] + s.cells()[k]);
            }
            dealt += both.get(0).rows() / 4_000.0;
        }
        // 8 of 12 rows, each dealt to training with probability 2/3
        assertThat(dealt).isCloseTo(8, within(4 * Math.sqrt(12 * 2.0 / 9 / 4_000)));
    }

    /** Ten levels that training lacks are not one level of ten rows that both tables could share; forty rows are one. */
    @Test
    void levels_that_a_fresh_sample_may_well_bring_stay_with_it() {
        Table training = levels(12, IntStream.range(0, 12).toArray());
        Profile profile = Profile.of(training);
        Counts t = new CodedTable(training, profile).observe(new Levels(LEVEL), profile, null);
        Poisson poisson = new Poisson(new RandomStreams(1).stream("unseen"));
        int[] rows = IntStream.range(0, 12).toArray();
        rows[0] = 12;
        rows[1] = 13;
        Counts few = new CodedTable(levels(12, rows), profile).observe(new Levels(LEVEL), profile, null);
        List<Counts> both = t.dealtWith(few, poisson, 1, 1);
        assertThat(both.get(0).unseen()).isZero();
        assertThat(both.get(1).unseen()).isEqualTo(2);

        Table common = levels(2, IntStream.range(0, 40).map(i -> i % 2).toArray());
        Profile known = Profile.of(common);
        int[] invented = new int[40];
        Arrays.fill(invented, 2);
        Counts many = new CodedTable(levels(2, invented), known).observe(new Levels(LEVEL), known, null);
        both = new CodedTable(common, known)
                .observe(new Levels(LEVEL), known, null)
                .dealtWith(many, poisson, 1, 1);
        assertThat(both.get(0).unseen()).isBetween(8L, 32L);
    }

    @Test
    void sorted_numbers_of_both_tables_keep_their_sums() {
        SortedCounts t = numbers(1, 1, 2, 5, Double.NaN);
        SortedCounts s = numbers(0, 2, 2, 7);
        List<SortedCounts> both = t.dealtWith(s, new Poisson(new RandomStreams(1).stream("deal")), 1, 1);
        assertThat(both.get(0).values()).containsExactly(0, 1, 2, 5, 7);
        long[] sums = {1, 2, 3, 1, 1};
        for (int i = 0; i < sums.length; i++) {
            assertThat(both.get(0).counts()[i] + both.get(1).counts()[i]).isEqualTo(sums[i]);
        }
        assertThat(both.get(0).missing()).isEqualTo(1);
    }

    /** Levels 0 to {@code known - 1} are known from training. */
    private static Table levels(int known, int... codes) {
        String[] labels = new String[Math.max(known, Arrays.stream(codes).max().orElseThrow() + 1)];
        Arrays.setAll(labels, k -> "level " + k);
        return new Table(
                new Schema(List.of(LEVEL), true),
                List.of(new CodeColumn(LEVEL, new Dictionary(labels, known), codes, 0)),
                codes.length);
    }

    private static SortedCounts numbers(double... values) {
        Table table = new Table(
                new Schema(List.of(NUMBER), true), List.of(new NumberColumn(NUMBER, values, 0)), values.length);
        Profile profile = Profile.of(table);
        return new CodedTable(table, profile).observe(new Distinct(NUMBER), profile, null);
    }
}
