package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.PredictedTables.CLASS;
import static io.synthaudit.metrics.utility.PredictedTables.of;
import static io.synthaudit.metrics.utility.PredictedTables.one;
import static io.synthaudit.metrics.utility.PredictedTables.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutRepeatsTest {

    /** The rows of the first table, then those of the second. */
    private static Table joined(Table first, int[] rows, Table second, int[] others) {
        Table both = new Table(
                first.schema(),
                IntStream.range(0, first.columns().size())
                        .mapToObj(c -> joined(
                                first.column(c).select(rows), second.column(c).select(others)))
                        .toList(),
                rows.length + others.length);
        return both;
    }

    private static Column joined(Column a, Column b) {
        if (a instanceof io.synthaudit.core.table.NumberColumn x) {
            double[] y = ((io.synthaudit.core.table.NumberColumn) b).values();
            return new io.synthaudit.core.table.NumberColumn(
                    x.field(),
                    java.util.stream.DoubleStream.concat(
                                    java.util.Arrays.stream(x.values()), java.util.Arrays.stream(y))
                            .toArray(),
                    0);
        }
        io.synthaudit.core.table.CodeColumn x = (io.synthaudit.core.table.CodeColumn) a;
        int[] y = ((io.synthaudit.core.table.CodeColumn) b).codes();
        return new io.synthaudit.core.table.CodeColumn(
                x.field(),
                x.dictionary(),
                IntStream.concat(java.util.Arrays.stream(x.codes()), java.util.Arrays.stream(y))
                        .toArray(),
                0);
    }

    @Test
    void synthetic_rows_that_equal_a_test_row_are_counted_and_left_out() {
        Table training = of(400, "training");
        Table holdout = of(300, "holdout");
        Table made = joined(of(200, "made"), IntStream.range(0, 200).toArray(), holdout, new int[] {3, 5, 5, 17});
        FixedRun run = run(training, made, holdout, CLASS);
        HoldoutRepeats repeats = HoldoutRepeats.of(run);
        assertThat(repeats.count()).isEqualTo(4);
        assertThat(repeats.byChance()).isFalse();
        assertThat(repeats.kept(new int[] {0, 199, 200, 203})).containsExactly(0, 199);
        var tstr = one(new TrainSyntheticTestReal().evaluate(run), "auc", null);
        assertThat(tstr.candidateRows()).isEqualTo(200);
        assertThat(tstr.note()).contains(" Left out: 4 synthetic rows that equal a test row.");
        var without =
                one(new TrainSyntheticTestReal().evaluate(run(training, of(200, "made"), holdout, CLASS)), "auc", null);
        assertThat(tstr.estimate()).isEqualTo(without.estimate());
    }

    @Test
    void where_real_rows_repeat_by_chance_none_is_left_out() {
        Table holdout = of(300, "holdout");
        Table training =
                joined(of(400, "training"), IntStream.range(0, 400).toArray(), holdout, new int[] {1, 2, 3, 4, 5});
        Table made = joined(of(200, "made"), IntStream.range(0, 200).toArray(), holdout, new int[] {3, 5});
        HoldoutRepeats repeats = HoldoutRepeats.of(run(training, made, holdout, CLASS));
        assertThat(repeats.byChance()).isTrue();
        assertThat(repeats.kept(new int[] {200, 201})).hasSize(2);
        assertThat(repeats.note())
                .isEqualTo(" 2 synthetic rows equal a test row, as real rows do by chance: they are kept.");
        assertThat(List.of(repeats.count())).containsExactly(2);
    }
}
