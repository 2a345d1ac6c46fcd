package io.synthaudit.metrics.validity;

import static io.synthaudit.metrics.validity.Texts.cells;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixtureTexts;
import io.synthaudit.testkit.MetricContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextLengthTest extends MetricContract {

    @Override
    protected Metric metric() {
        return new TextLength();
    }

    @Override
    protected boolean readsLabels() {
        return true;
    }

    @Override
    protected Table people(int rows, long seed, double shift) {
        return FixtureTexts.rows(rows, seed, shift / 2);
    }

    /** {@code scipy.stats.ks_2samp([1,2,2,3,5],[2,4,4,6]).statistic} is .55 and the means are 2.6 and 4. */
    @Test
    void the_distance_is_scipy_s_of_the_lengths() {
        List<Measured> found = Texts.of(cells("a", "bb", "cc", "ddd", "eeeee", ""), "xx", "", "yyyy", "zzzz", "wwwwww")
                .compare(new TextLength());
        assertThat(found.get(0).estimate().value()).isCloseTo(0.55, within(1e-12));
        assertThat(found.get(1).estimate().value()).isCloseTo(1.4, within(1e-12));
    }

    @Test
    void characters_beyond_the_basic_plane_count_once() {
        List<Measured> found = Texts.of(cells("ab", "cd"), "😀é", "xy").compare(new TextLength());
        assertThat(found.get(0).estimate().value()).isZero();
    }

    @Test
    void longer_ids_never_look_better() {
        double before = -1;
        for (int longer = 0; longer <= 4; longer++) {
            String[] other = {"0001", "0002", "0003", "0004"};
            for (int i = 0; i < longer; i++) {
                other[i] += "-x";
            }
            double now = Texts.of(cells("1001", "1002", "1003", "1004"), other)
                    .compare(new TextLength())
                    .get(0)
                    .estimate()
                    .value();
            assertThat(now).isEqualTo(longer / 4.0, within(1e-12)).isGreaterThan(before);
            before = now;
        }
    }

    @Test
    void an_empty_column_has_no_lengths() {
        assertThat(Texts.of(cells("a"), "", "").compare(new TextLength())).isEmpty();
        assertThat(Texts.of(cells("", ""), "a").compare(new TextLength())).isEmpty();
    }

    @Test
    void it_looks_at_texts_ids_and_keys_and_says_why_not_at_numbers() {
        TextLength metric = new TextLength();
        assertThat(metric.appliesTo(Field.of("c", Kind.TEXT)).applies()).isTrue();
        assertThat(metric.appliesTo(Field.of("c", Kind.ID)).applies()).isTrue();
        assertThat(metric.appliesTo(Field.of("c", Kind.CATEGORICAL, Role.ENTITY_KEY))
                        .applies())
                .isTrue();
        assertThat(metric.appliesTo(Field.of("c", Kind.INTEGER, Role.ROW_KEY))
                        .reason()
                        .text())
                .isEqualTo(
                        "Its cells are read as numbers, and how they were written is lost in that; declare the kind id or"
                                + " text to have it compared.");
        assertThat(metric.appliesTo(Field.of("c", Kind.CATEGORICAL)).reason().code())
                .isEqualTo("kind");
    }
}
