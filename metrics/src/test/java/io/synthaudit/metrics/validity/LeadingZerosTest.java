package io.synthaudit.metrics.validity;

import static io.synthaudit.metrics.validity.Texts.cells;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.DigitCounts;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixtureTexts;
import io.synthaudit.testkit.MetricContract;
import org.junit.jupiter.api.Test;

final class LeadingZerosTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new LeadingZeros();
    }

    @Override
    protected boolean readsLabels() {
        return true;
    }

    /** The damage makes labels that are no digits, and those are not counted. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return true;
    }

    @Override
    protected Table people(int rows, long seed, double shift) {
        return FixtureTexts.rows(rows, seed, shift / 2);
    }

    /** Training 2 of 4 strings of digits, synthetic 1 of 3; 0 and 0-1 have no leading zero. */
    @Test
    void the_difference_is_that_of_strings_of_digits_with_newcombe_s_interval() {
        Measured found = Texts.of(cells("01067", "10115", "0", "00", "x1", ""), "0123", "80331", "7", "0-1")
                .compare(new LeadingZeros())
                .get(0);
        assertThat(found.estimate().value()).isCloseTo(1 / 3.0 - .5, within(1e-12));
        assertThat(found.estimate()).isEqualTo(Proportions.differenceOfRates(1 / 3.0, 3, .5, 4, .95));
    }

    @Test
    void postcodes_that_went_through_numbers_lost_their_zeros() {
        String[] real = new String[400];
        String[] synthetic = new String[400];
        for (int i = 0; i < 400; i++) {
            real[i] = String.format("%05d", 100 * (i + 1));
            synthetic[i] = Integer.toString(100 * (i + 1));
        }
        Measured found = Texts.of(real, synthetic).compare(new LeadingZeros()).get(0);
        assertThat(found.estimate().value()).isEqualTo(-.2475, within(1e-12));
        assertThat(found.estimate().interval().upper()).isLessThan(-.2);
    }

    @Test
    void where_nothing_consists_of_digits_it_says_so() {
        LeadingZeros metric = new LeadingZeros();
        assertThat(Texts.of(cells("a", "b"), "01").compare(metric)).isEmpty();
        assertThat(Texts.of(cells("01"), "a").compare(metric)).isEmpty();
        Table names = FixtureTexts.rows(50, 1);
        Profile profile = Profile.of(names);
        DigitCounts none =
                new CodedTable(names, profile).observe(metric.statistic(FixtureTexts.SCHEMA.field(2)), profile, null);
        DigitCounts digits =
                new CodedTable(names, profile).observe(metric.statistic(FixtureTexts.SCHEMA.field(1)), profile, null);
        assertThat(metric.leftOut(metric.description().measure("difference"), none, digits)
                        .code())
                .isEqualTo("kind");
        assertThat(metric.leftOut(metric.description().measure("difference"), digits, none)
                        .code())
                .isEqualTo("no-value");
    }
}
