package io.synthaudit.metrics.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayedValuesTest {

    private static final int TRAINING = 400;
    private static final int OTHERS = 600;

    private static List<Observation> observe(Field field, int[] synthetic, int[] holdout) {
        Dictionary names = new Dictionary(
                IntStream.range(0, TRAINING + OTHERS).mapToObj(i -> "n" + i).toArray(String[]::new), TRAINING);
        Schema schema = new Schema(List.of(field), true);
        return new ReplayedValues()
                .evaluate(FixedRun.of(new Tables(
                        table(schema, names, range(0, TRAINING)),
                        table(schema, names, synthetic),
                        Optional.of(table(schema, names, holdout)),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static Table table(Schema schema, Dictionary names, int[] codes) {
        return new Table(schema, List.of(new CodeColumn(schema.field(0), names, codes, 0)), codes.length);
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    @Test
    void names_learned_by_heart_are_seen() {
        for (Kind kind : List.of(Kind.TEXT, Kind.ID)) {
            Observation all = observe(Field.of("name", kind), range(0, 300), range(700, 900))
                    .get(0);
            assertThat(all.estimate().value()).isEqualTo(1);
            assertThat(all.estimate().interval().lower()).isGreaterThan(0.97);
        }
    }

    @Test
    void names_that_fresh_people_bear_too_are_no_excess() {
        Observation fresh = observe(Field.of("name", Kind.TEXT), range(250, 550), range(300, 500))
                .get(0);
        assertThat(fresh.estimate().value()).isEqualTo(0, within(1e-12));
        Observation made = observe(Field.of("name", Kind.ID), range(400, 700), range(700, 900))
                .get(0);
        assertThat(made.estimate().value()).isZero();
        assertThat(made.estimate().interval().upper()).isLessThan(0.01);
    }

    @Test
    void a_text_that_most_people_share_leaves_the_gate_decidable() {
        int[] common = IntStream.range(0, 300).map(i -> i < 240 ? 0 : 400 + i).toArray();
        int[] fresh = IntStream.range(0, 200).map(i -> i < 160 ? 0 : 700 + i).toArray();
        Observation shared = observe(Field.of("note", Kind.TEXT), common, fresh).get(0);
        assertThat(shared.estimate().value()).isEqualTo(0, within(1e-12));
        assertThat(shared.estimate().interval().upper()).isLessThan(0.1);
    }

    @Test
    void other_columns_are_left_to_others() {
        assertThat(observe(Field.of("c", Kind.CATEGORICAL), range(0, 300), range(0, 200))
                        .get(0)
                        .reason()
                        .code())
                .isEqualTo("kind");
        assertThat(observe(Field.of("c", Kind.ID, Role.ROW_KEY), range(0, 300), range(0, 200))
                        .get(0)
                        .reason()
                        .code())
                .isEqualTo("kind");
        int[] none = new int[300];
        java.util.Arrays.fill(none, CodeColumn.MISSING);
        assertThat(observe(Field.of("c", Kind.TEXT), none, range(0, 200))
                        .get(0)
                        .reason()
                        .code())
                .isEqualTo("no-value");
    }
}
