package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.PredictedTables.CLASS;
import static io.synthaudit.metrics.utility.PredictedTables.broken;
import static io.synthaudit.metrics.utility.PredictedTables.of;
import static io.synthaudit.metrics.utility.PredictedTables.one;
import static io.synthaudit.metrics.utility.PredictedTables.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    private final Augmentation evaluation = new Augmentation();

    /** Fresh rows of the same law help where there are few real ones; rows that follow from nothing do harm. */
    @Test
    void fresh_rows_help_and_broken_ones_do_harm() {
        Table few = of(80, "training");
        Table holdout = of(600, "holdout");
        List<Observation> fresh = evaluation.evaluate(run(few, of(1_500, "made"), holdout, CLASS));
        List<Observation> harm = evaluation.evaluate(run(few, broken(1_500, "made"), holdout, CLASS));
        assertThat(one(fresh, "auc-difference", null).estimate().value()).isPositive();
        assertThat(one(harm, "auc-difference", null).estimate().interval().upper())
                .isNegative();
        assertThat(one(harm, "auc-difference", null).estimate().value())
                .isLessThan(one(fresh, "auc-difference", null).estimate().value());
        assertThat(one(harm, "rare-recall-difference", null).estimate().value())
                .isLessThan(
                        one(fresh, "rare-recall-difference", null).estimate().value());
    }

    /**
     * Ranked by probability the rows are + + - + + + + + + + - (ties of the last two): precision 0.9 holds after ten rows, nine
     * of the ten positive rows found.
     */
    @Test
    void recall_is_the_largest_at_which_precision_holds() {
        int[] labels = {1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1};
        double[][] p = new double[labels.length][];
        for (int i = 0; i < p.length; i++) {
            double own = 0.9 - 0.05 * Math.min(i, 10);
            p[i] = new double[] {1 - own, own};
        }
        TestRows test = new TestRows(of(labels.length, "any"), labels, null, 2, 1, 0);
        assertThat(new Augmentation.Recall(test, p, 1).value()).isCloseTo(0.9, within(1e-12));
        double[][] none = new double[labels.length][];
        java.util.Arrays.fill(none, new double[] {0.5, 0.5});
        assertThat(new Augmentation.Recall(test, none, 1).value()).isZero();
        assertThat(Augmentation.Recall.difference(
                                new Augmentation.Recall(test, none, 1), new Augmentation.Recall(test, p, 1), 0.95)
                        .value())
                .isCloseTo(-0.9, within(1e-12));
    }

    @Test
    void stacked_tables_stand_one_below_the_other() {
        Table upper = of(3, "upper");
        Table both = Stacked.of(upper, of(2, "lower"));
        assertThat(both.rows()).isEqualTo(5);
        assertThat(((NumberColumn) both.column(0).select(new int[] {0, 1, 2})).values())
                .isEqualTo(((NumberColumn) upper.column(0)).values());
        assertThat(((CodeColumn) both.column(CLASS).select(new int[] {3, 4})).codes())
                .isEqualTo(((CodeColumn) of(2, "lower").column(CLASS)).codes());
    }

    @Test
    void reasons_are_given_and_order_of_tasks_changes_nothing() {
        Table training = of(120, "training");
        assertThat(evaluation.evaluate(run(training, training, null, CLASS)))
                .hasSize(2)
                .allMatch(o -> o.reason().code().equals("no-holdout"));
        FixedRun run = run(training, of(90, "made"), of(100, "holdout"), CLASS);
        assertThat(evaluation.evaluate(run.backwards())).isEqualTo(evaluation.evaluate(run));
    }
}
