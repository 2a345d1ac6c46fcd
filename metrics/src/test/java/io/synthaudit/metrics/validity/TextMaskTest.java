package io.synthaudit.metrics.validity;

import static io.synthaudit.metrics.validity.Texts.cells;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixtureTexts;
import io.synthaudit.testkit.MetricContract;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TextMaskTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new TextMask();
    }

    @Override
    protected boolean readsLabels() {
        return true;
    }

    @Override
    protected Table people(int rows, long seed, double shift) {
        return FixtureTexts.rows(rows, seed, shift / 2);
    }

    /**
     * Masks A-99, a99 and A99 have shares .5, .25, .25 and .25, 0, .25 (and .5 unseen): (.25 + .25 + 0 + .5) / 2. Unseen:
     * {@code scipy.stats.beta.ppf(.05, 2, 3)} below, and one minus that above.
     */
    @Test
    void shares_of_masks_are_compared_and_unseen_ones_counted() {
        List<Measured> found = Texts.of(cells("A-12", "B-34", "c56", "D78", ""), "Q-99", "q-99", "Q_99", "", "Z00")
                .compare(new TextMask());
        assertThat(found.get(0).estimate().value()).isCloseTo(0.5, within(1e-12));
        assertThat(found.get(1).estimate().value()).isEqualTo(0.5);
        assertThat(found.get(1).estimate().interval().lower()).isCloseTo(0.09761146288641434, within(1e-9));
        assertThat(found.get(1).estimate().interval().upper()).isCloseTo(1 - 0.09761146288641434, within(1e-9));
    }

    @Test
    void a_generator_that_makes_up_formats_is_seen_whatever_values_it_takes() {
        String[] real =
                IntStream.range(0, 300).mapToObj(i -> "MRN-" + (1000 + i)).toArray(String[]::new);
        String[] kept =
                IntStream.range(0, 300).mapToObj(i -> "MRN-" + (5000 + i)).toArray(String[]::new);
        String[] lost = IntStream.range(0, 300)
                .mapToObj(i -> i % 5 == 0 ? "MRN " + (5000 + i) : "MRN-" + (5000 + i))
                .toArray(String[]::new);
        assertThat(unseen(real, kept)).isZero();
        assertThat(unseen(real, lost)).isEqualTo(.2);
    }

    private static double unseen(String[] training, String[] synthetic) {
        return Texts.of(training, synthetic)
                .compare(new TextMask())
                .get(1)
                .estimate()
                .value();
    }

    /** 400 masks of training, of which 255 have a cell of their own; those of the others are known all the same. */
    @Test
    void rare_masks_of_training_are_known_too() {
        String[] real = IntStream.range(0, 400).mapToObj(i -> "x".repeat(i + 1)).toArray(String[]::new);
        List<Measured> found = Texts.of(real, real).compare(new TextMask());
        assertThat(found.get(0).estimate().value()).isZero();
        assertThat(found.get(1).estimate().value()).isZero();
        assertThat(unseen(real, cells("x".repeat(400), "x".repeat(401)))).isEqualTo(.5);
    }

    @Test
    void nothing_that_is_said_holds_a_mask() {
        TextMask metric = new TextMask();
        assertThat(metric.description().toString()).doesNotContain("A9").doesNotContain("MRN");
    }

    @Test
    void an_empty_column_has_no_masks() {
        assertThat(Texts.of(cells("a"), "", "").compare(new TextMask())).isEmpty();
    }
}
