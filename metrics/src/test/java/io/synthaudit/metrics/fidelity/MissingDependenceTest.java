package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.Damage;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.MetricContract;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MissingDependenceTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new MissingDependence();
    }

    /** Once all rows of the other column are moved, what is missing depends on none of its bins again; damage is planted below. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return true;
    }

    /** Cells go missing where the others are moved; in training none depends on another. */
    @Override
    protected Damage damage() {
        return Damage.STRANGE;
    }

    /** Cells of the first column, missing or present, by level of the second. */
    private static PairCounts byLevel(long[] missing, long[] present) {
        int width = missing.length + 2;
        long[] cells = new long[4 * width];
        for (int j = 0; j < missing.length; j++) {
            cells[j] = present[j] / 2;
            cells[width + j] = present[j] - present[j] / 2;
            cells[2 * width + j] = missing[j];
        }
        return new PairCounts(cells, 4, width, null, null);
    }

    private static long[] rows(long... rows) {
        return rows;
    }

    private static Measured find(List<Measured> found, String measure) {
        return found.stream()
                .filter(m -> m.measure().id().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static List<Measured> compare(PairCounts training, PairCounts synthetic) {
        return new MissingDependence().compare(training, synthetic, comparison(null));
    }

    /**
     * {@code scipy.stats.contingency.association([[10,30,60],[190,170,140]], correction=False)} squared is phi^2, here 0.076 for
     * n = 600, so V = sqrt((phi^2 - 2/599) / (1 - 1/599)); the synthetic table is independent and has V = 0. The
     * profile: {@code k=np.array([[10,30,60],[40]*3]); r=(k+.5)/201; d=(k[1]-k[0])/200; np.sqrt(d.var() - 2/9*(r*(1-r)/200).sum())}.
     */
    @Test
    void strength_is_scipy_s_cramers_v_after_bergsma_s_correction() {
        List<Measured> found =
                compare(byLevel(rows(10, 30, 60), rows(190, 170, 140)), byLevel(rows(40, 40, 40), rows(160, 160, 160)));
        double v = Math.sqrt((0.076 - 2.0 / 599) / (1 - 1.0 / 599));
        assertThat(find(found, "first-given-second").estimate().value()).isCloseTo(-v, within(1e-12));
        assertThat(find(found, "first-profile").estimate().value()).isCloseTo(0.09791548118132028, within(1e-12));
        assertThat(found).hasSize(2);
    }

    /** Training misses the salary of whoever has no job; the synthetic table misses as many salaries of anybody. */
    @Test
    void cells_missing_at_random_that_become_missing_completely_at_random_are_caught() {
        PairCounts training = byLevel(rows(0, 67), rows(148, 0));
        PairCounts synthetic = byLevel(rows(46, 21), rows(102, 46));
        Measured lost = find(compare(training, synthetic), "first-given-second");
        assertThat(lost.estimate().value()).isLessThan(-.99);
        assertThat(lost.estimate().interval().upper()).isLessThan(-.7);
        Measured invented = find(compare(synthetic, training), "first-given-second");
        assertThat(invented.estimate().interval().lower()).isGreaterThan(.7);
        assertThat(find(compare(training, synthetic), "first-profile")
                        .estimate()
                        .interval()
                        .lower())
                .isGreaterThan(.35);
    }

    @Test
    void a_dependence_turned_round_shows_in_the_profile_alone() {
        List<Measured> found =
                compare(byLevel(rows(10, 50, 90), rows(290, 250, 210)), byLevel(rows(90, 50, 10), rows(210, 250, 290)));
        assertThat(find(found, "first-given-second").estimate().value()).isEqualTo(0, within(1e-12));
        assertThat(find(found, "first-profile").estimate().interval().lower()).isGreaterThan(.15);
    }

    @Test
    void a_synthetic_table_that_misses_nothing_has_no_strength_and_still_a_profile() {
        PairCounts training = byLevel(rows(10, 50, 90), rows(290, 250, 210));
        PairCounts filled = byLevel(rows(0, 0, 0), rows(300, 300, 300));
        List<Measured> found = compare(training, filled);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).estimate().interval().lower()).isGreaterThan(.05);
        MissingDependence metric = new MissingDependence();
        assertThat(metric.leftOut(metric.description().measure("first-given-second"), training, filled)
                        .code())
                .isEqualTo("no-value");
        assertThat(metric.leftOut(metric.description().measure("second-given-first"), training, filled)
                        .code())
                .isEqualTo("kind");
        assertThat(metric.leftOut(metric.description().measure("second-profile"), training, filled)
                        .code())
                .isEqualTo("kind");
    }

    @Test
    void both_orders_are_measured_each_from_its_own_missing_cells() {
        PairCounts first = byLevel(rows(10, 50, 90), rows(290, 250, 210));
        PairCounts turned = new PairCounts(transposed(first), 5, 4, null, null);
        PairCounts flat = byLevel(rows(50, 50, 50), rows(250, 250, 250));
        PairCounts flatTurned = new PairCounts(transposed(flat), 5, 4, null, null);
        List<Measured> found = compare(first, flat);
        List<Measured> other = compare(turned, flatTurned);
        assertThat(find(other, "second-given-first").estimate())
                .isEqualTo(find(found, "first-given-second").estimate());
        assertThat(find(other, "second-profile").estimate())
                .isEqualTo(find(found, "first-profile").estimate());
    }

    /** Rows in which both cells are missing say nothing of the dependence on the other's value. */
    @Test
    void rows_without_the_other_column_are_left_out() {
        PairCounts training = byLevel(rows(10, 50, 90), rows(290, 250, 210));
        PairCounts flat = byLevel(rows(50, 50, 50), rows(250, 250, 250));
        long[] more = training.cells().clone();
        more[2 * 5 + 3] = 400;
        more[3] = 100;
        PairCounts both = new PairCounts(more, 4, 5, null, null);
        for (String measure : List.of("first-given-second", "first-profile")) {
            assertThat(find(compare(both, flat), measure).estimate())
                    .isEqualTo(find(compare(training, flat), measure).estimate());
        }
        PairCounts turned = new PairCounts(transposed(both), 5, 4, null, null);
        PairCounts flatTurned = new PairCounts(transposed(flat), 5, 4, null, null);
        assertThat(find(compare(turned, flatTurned), "second-given-first").estimate())
                .isEqualTo(find(compare(training, flat), "first-given-second").estimate());
    }

    private static long[] transposed(PairCounts counts) {
        long[] cells = new long[counts.cells().length];
        for (int i = 0; i < counts.height(); i++) {
            for (int j = 0; j < counts.width(); j++) {
                cells[j * counts.height() + i] = counts.cells()[i * counts.width() + j];
            }
        }
        return cells;
    }

    @Test
    void numbers_are_looked_at_in_five_bins() {
        Tables tables = FixtureTables.fresh(2_000, 2_000, 500, 3);
        String pair = "age|pressure";
        double[] values = PairGoldens.values(new MissingDependence(), PairGoldens.only(tables, pair), pair);
        assertThat(values).hasSize(2);
        assertThat(Arrays.stream(values).map(Math::abs).max().orElseThrow()).isLessThan(.1);
    }

    @Test
    void bounds_cover_in_a_small_simulation() {
        double[] seen = coverage(279, .1, 1, 0, 300);
        assertThat(Math.min(seen[0], seen[1])).isGreaterThan(.92);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "279, .02, 0, 0",
        "279, .02, 1, 1",
        "279, .02, 1, 0",
        "279, .1, 0, 0",
        "279, .1, 1, 1",
        "279, .1, 1, 0",
        "279, .1, 0, 1",
        "279, .3, 1, 1",
        "279, .3, 1, 0",
        "2682, .02, 0, 0",
        "2682, .02, 1, 1",
        "2682, .02, 1, 0",
        "2682, .1, 0, 0",
        "2682, .1, 1, 1",
        "2682, .1, 1, 0",
        "2682, .1, 0, 1",
        "2682, .3, 1, 1",
        "2682, .3, 1, 0"
    })
    void bounds_cover_at_their_level(int n, double rate, double before, double after) {
        double[] seen = coverage(n, rate, before, after, 4_000);
        System.out.println(String.format(
                Locale.ROOT,
                "| given | %d | %.2f | slope %.0f to %.0f | %.3f | %.3f | %.3f |",
                n,
                rate,
                before,
                after,
                seen[0],
                seen[1],
                seen[2]));
        assertThat(Math.min(seen[0], seen[1])).isGreaterThan(.94 - 3 * Math.sqrt(.95 * .05 / 4_000));
    }

    private static double[] coverage(int n, double rate, double before, double after, int repetitions) {
        UniformRandomProvider random =
                new RandomStreams(8).stream("dependence/" + n + "/" + rate + "/" + before + "/" + after);
        double truth = strength(rate, after) - strength(rate, before);
        double lower = 0;
        double upper = 0;
        double width = 0;
        for (int r = 0; r < repetitions; ) {
            List<Measured> found = compare(draw(n, rate, before, random), draw(n, rate, after, random));
            if (found.isEmpty() || !found.get(0).measure().id().equals("first-given-second")) {
                continue;
            }
            r++;
            Interval interval = found.get(0).estimate().interval();
            lower += interval.lower() <= truth + 1e-12 ? 1.0 / repetitions : 0;
            upper += interval.upper() >= truth - 1e-12 ? 1.0 / repetitions : 0;
            width += interval.width() / repetitions;
        }
        return new double[] {lower, upper, width};
    }

    /** V of five even levels with rates from (1 - .8 slope) to (1 + .8 slope) times the mean. */
    private static double strength(double rate, double slope) {
        return Math.sqrt(.32 * rate * rate * slope * slope / (rate * (1 - rate)));
    }

    private static PairCounts draw(int n, double rate, double slope, UniformRandomProvider random) {
        long[] missing = new long[5];
        long[] present = new long[5];
        for (int i = 0; i < n; i++) {
            int level = random.nextInt(5);
            (random.nextDouble() < rate * (1 + slope * .4 * (level - 2)) ? missing : present)[level]++;
        }
        return byLevel(missing, present);
    }
}
