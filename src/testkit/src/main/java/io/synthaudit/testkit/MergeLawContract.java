package io.synthaudit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Slice;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Table;
import org.junit.jupiter.api.Test;

/**
 * The law that every statistic obeys: what it sees of two parts merged is what it sees of the whole.
 *
 * @param <S> the state
 */
public abstract class MergeLawContract<S extends State<S>> {

    /** The statistic, on a column or columns of {@link #table}. */
    protected abstract Statistic<S> statistic();

    /** The table that is observed; {@link FixtureTables#people} unless told otherwise. */
    protected Table table(int rows, long seed) {
        return FixtureTables.people(rows, seed);
    }

    /** All that a state says, as numbers. */
    protected abstract double[] numbers(S state);

    /** Largest relative difference allowed between merged and whole: 0 for counts, rounding for sums of reals. */
    protected double tolerance() {
        return 0;
    }

    @Test
    void parts_merged_equal_the_whole() {
        Table table = table(1_003, 11);
        Profile profile = Profile.of(table);
        CodedTable coded = new CodedTable(table, profile);
        double[] whole = numbers(seen(coded, profile, 0, 1_003));
        for (int cut : new int[] {0, 1, 400, 1_002, 1_003}) {
            S merged = seen(coded, profile, 0, cut).merge(seen(coded, profile, cut, 1_003));
            assertClose(numbers(merged), whole);
        }
    }

    @Test
    void merging_is_associative() {
        Table table = table(900, 12);
        Profile profile = Profile.of(table);
        CodedTable coded = new CodedTable(table, profile);
        S left = seen(coded, profile, 0, 300)
                .merge(seen(coded, profile, 300, 600))
                .merge(seen(coded, profile, 600, 900));
        S right = seen(coded, profile, 0, 300)
                .merge(seen(coded, profile, 300, 600).merge(seen(coded, profile, 600, 900)));
        assertClose(numbers(left), numbers(right));
    }

    @Test
    void a_state_that_was_read_or_merged_goes_on_observing() {
        Table table = table(900, 14);
        Profile profile = Profile.of(table);
        CodedTable coded = new CodedTable(table, profile);
        S state = seen(coded, profile, 0, 300);
        numbers(state);
        statistic().observe(new Slice(coded, null, 300, 600), state);
        S merged = state.merge(seen(coded, profile, 0, 0));
        statistic().observe(new Slice(coded, null, 600, 900), merged);
        assertClose(numbers(merged), numbers(seen(coded, profile, 0, 900)));
    }

    @Test
    void equal_statistics_are_equal_work() {
        assertThat(statistic()).isEqualTo(statistic()).hasSameHashCodeAs(statistic());
    }

    @Test
    void rows_are_counted() {
        Table table = table(500, 13);
        Profile profile = Profile.of(table);
        assertThat(new CodedTable(table, profile)
                        .observe(statistic(), profile, null)
                        .rows())
                .isEqualTo(500);
    }

    private S seen(CodedTable coded, Profile profile, int from, int to) {
        S state = statistic().empty(profile);
        statistic().observe(new Slice(coded, null, from, to), state);
        return state;
    }

    private void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("number %d", i)
                    .isLessThanOrEqualTo(tolerance() * Math.max(1, Math.abs(expected[i])));
        }
    }
}
