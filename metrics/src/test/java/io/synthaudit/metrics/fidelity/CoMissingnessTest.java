package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.testkit.Damage;
import io.synthaudit.testkit.MetricContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CoMissingnessTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new CoMissingness();
    }

    /** Phi is taken relative to the rates of missing cells, which the damage raises too. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return measure.id().equals("phi-difference");
    }

    /** Cells go missing together; dealt out anew they would be as independent as in training. */
    @Override
    protected Damage damage() {
        return Damage.STRANGE;
    }

    /** Rows in which both, the first, the second or neither cell is missing; present cells fall into two levels a column. */
    private static PairCounts rows(long both, long first, long second, long neither) {
        long[] cells = new long[16];
        cells[0] = neither / 2;
        cells[5] = neither - neither / 2;
        cells[2] = second;
        cells[4 * 2 + 1] = first;
        cells[4 * 2 + 2] = both;
        return new PairCounts(cells, 4, 4, null, null);
    }

    private static List<Measured> compare(PairCounts training, PairCounts synthetic) {
        return new CoMissingness().compare(training, synthetic, comparison(null));
    }

    /** {@code np.corrcoef} of the indicators, see PhiTest: .684736788017461; the synthetic ones are independent. */
    @Test
    void the_differences_are_those_of_phi_and_of_the_share_of_both() {
        List<Measured> found = compare(rows(30, 10, 5, 55), rows(20, 20, 30, 30));
        assertThat(found.get(0).estimate().value()).isCloseTo(0 - .684736788017461, within(1e-12));
        assertThat(found.get(1).estimate()).isEqualTo(Proportions.differenceOfRates(.2, 100, .3, 100, .95));
    }

    /** SDV#2288: a synthesizer that leaves out cells column by column keeps every rate and loses which go together. */
    @Test
    void values_that_are_missing_together_and_become_missing_alone_are_caught() {
        Measured found = compare(rows(100, 0, 0, 900), rows(10, 90, 90, 810)).get(0);
        assertThat(found.estimate().value()).isEqualTo(-1, within(1e-9));
        assertThat(found.estimate().interval().upper()).isLessThan(-.9);
        Measured invented = compare(rows(10, 90, 90, 810), rows(100, 0, 0, 900)).get(0);
        assertThat(invented.estimate().interval().lower()).isGreaterThan(.9);
    }

    @Test
    void a_synthetic_table_without_missing_cells_has_no_phi_and_still_a_difference() {
        PairCounts training = rows(100, 10, 20, 870);
        PairCounts filled = rows(0, 0, 0, 1_000);
        List<Measured> found = compare(training, filled);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).measure().id()).isEqualTo("both-difference");
        assertThat(found.get(0).estimate().interval().upper()).isLessThan(-.05);
        assertThat(new CoMissingness()
                        .leftOut(new CoMissingness().description().measure("phi-difference"), training, filled)
                        .code())
                .isEqualTo("no-value");
    }

    @Test
    void complete_columns_have_nothing_to_ask_for() {
        PairCounts complete = rows(0, 0, 0, 300);
        assertThat(compare(complete, complete)).isEmpty();
        assertThat(new CoMissingness()
                        .leftOut(new CoMissingness().description().measure("both-difference"), complete, complete))
                .hasFieldOrPropertyWithValue("code", "kind")
                .hasFieldOrPropertyWithValue("text", "Neither column misses a cell.");
    }

    @Test
    void more_cells_moved_apart_never_look_better() {
        double before = 1;
        for (int moved = 0; moved <= 100; moved += 10) {
            double now = compare(rows(100, 0, 0, 900), rows(100 - moved, moved, moved, 900 - moved))
                    .get(0)
                    .estimate()
                    .value();
            assertThat(now).isLessThan(before);
            before = now;
        }
    }
}
