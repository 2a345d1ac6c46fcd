package io.synthaudit.core.interval;

import static io.synthaudit.core.interval.ProportionsTest.bounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearCopyTest {

    /** Counts and design effects measured on the reference tables; values and bounds as printed with them. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "adult leaky10,  1969, 89, 10000, 39032, 9758, 1.1049562682215743, .1613,  .1513, .1707",
        "adult cart,     1267, 93, 10000, 39032, 9758, 1.1558823529411764, .0895,  .0800, .0984",
        "adult gcopula,    27,  8, 10000, 39032, 9758, 1.0,               -.0005, -.0032, .0014",
        "seer leaky10,    596, 33,  2682,  2682, 1342, 1.3116057233704292, .1976,  .1797, .2150",
        "seer synthpop,   234, 43,  2682,  2682, 1342, 1.2599277978339350, .0552,  .0408, .0688",
        "nist leaky10,    686, 38,  5344,  5344, 2290, 1.2817679558011050, .1118,  .1015, .1218",
        "kidney cart,      42,  3,   279,   279,  120, 1.3555555555555556, .1255,  .0627, .1768",
        "kidney gcopula,    0,  0,   279,   279,  120, 1.0,                .0000, -.0248, .0107"
    })
    void the_excess_reproduces_the_measured_tables(
            String table,
            double cT,
            double cH,
            double m,
            long n,
            long h,
            double deff,
            double value,
            double lower,
            double upper) {
        Estimate estimate = NearCopy.excess(cT, cH, m, n, h, deff, 0.95);
        assertThat(estimate.value()).isCloseTo(value, within(5e-5));

        Interval training = Proportions.clopperPearson(cT / deff, m / deff, 0.95);
        Interval holdout = Proportions.clopperPearson(cH / deff, m / deff, 0.95);
        Interval asPrinted = Proportions.mover(cT / m, training, (double) n / h, cH / m, holdout);
        bounds(asPrinted, lower, upper, within(5e-5));

        // the correlation of the two counts, which the printed bounds leave out, costs little here
        bounds(estimate.interval(), lower, upper, within(2e-3));
        assertThat(estimate.interval().lower()).isLessThanOrEqualTo(asPrinted.lower());
        assertThat(estimate.interval().upper()).isGreaterThanOrEqualTo(asPrinted.upper());
    }

    @Test
    void a_copy_of_training_has_an_excess_of_1() {
        Estimate estimate = NearCopy.excess(2682, 0, 2682, 2682, 1342, 1.5, 0.95);
        assertThat(estimate.value()).isEqualTo(1);
        assertThat(estimate.interval().lower()).isGreaterThan(0.99);
        assertThat(estimate.interval().upper()).isEqualTo(1);
    }

    @Test
    void without_near_rows_the_bound_is_that_of_a_zero_count() {
        Interval bounds = NearCopy.excess(0, 0, 299, 1000, 500, 1, 0.95).interval();
        assertThat(bounds.upper()).isLessThan(0.01).isGreaterThan(0.00996);
        assertThat(NearCopy.excess(0, 0, 298, 1000, 500, 1, 0.95).interval().upper())
                .isGreaterThan(0.01);
    }

    @Test
    void tie_fractions_may_add_up_to_within_rounding() {
        assertThat(NearCopy.excess(2.2 + 1e-13, 0.8, 3, 10, 10, 1, 0.95).value())
                .isCloseTo(1.4 / 3, within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> NearCopy.excess(3, 1, 3, 10, 10, 1, 0.95));
    }

    @ParameterizedTest(name = "{0} near training, {1} near the holdout, n/h = {2}")
    @CsvSource({".01, .0025, 4, 2000", ".2, .01, 4, 2000", ".5, .03, 4, 2000", ".6, .2, 2, 2000", ".04, .005, 8, 2000"})
    void bounds_cover_the_truth_also_where_both_counts_are_large(double pT, double pH, int ratio, int m) {
        Draws draws = new Draws(23);
        int repetitions = 1000;
        double[] shares = {pT, pH, 1 - pT - pH};
        Coverage.of(repetitions, pT - ratio * pH, i -> {
                    long[] counts = draws.counts(shares, m);
                    return NearCopy.excess(counts[0], counts[1], m, ratio * 1000L, 1000, 1, 0.95)
                            .interval();
                })
                .holdsAt(0.95, repetitions);
    }
}
