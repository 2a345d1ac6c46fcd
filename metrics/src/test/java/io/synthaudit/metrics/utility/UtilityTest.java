package io.synthaudit.metrics.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class UtilityTest {

    private static final Schema SCHEMA = new Schema(
            List.of(
                    Field.of("x", Kind.NUMERIC),
                    Field.of("noise", Kind.NUMERIC),
                    Field.of("person", Kind.ID),
                    Field.of("class", Kind.CATEGORICAL)),
            true);
    private static final int CLASS = 3;

    private final TableEvaluation tstr = new TrainSyntheticTestReal();
    private final TableEvaluation trtr = new TrainRealTestReal();

    /** Rows whose class is told by x with some error. */
    private static Table table(int rows, int classes, double error, String seed) {
        UniformRandomProvider random = new RandomStreams(3).stream(seed);
        double[] x = new double[rows];
        double[] noise = new double[rows];
        int[] codes = new int[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = random.nextDouble() * classes;
            noise[i] = random.nextDouble();
            double place = x[i] + error * (random.nextDouble() - 0.5);
            codes[i] = (int) Math.max(0, Math.min(classes - 1, Math.floor(place * place / classes)));
        }
        return table(x, noise, codes);
    }

    private static Table table(double[] x, double[] noise, int[] codes) {
        Dictionary levels = new Dictionary(new String[] {"a", "b", "c", "d"}, 3);
        Dictionary persons = new Dictionary(new String[] {"p"}, 1);
        List<Column> columns = List.of(
                new NumberColumn(SCHEMA.field(0), x, 0),
                new NumberColumn(SCHEMA.field(1), noise, 0),
                new CodeColumn(SCHEMA.field(2), persons, new int[x.length], 0),
                new CodeColumn(SCHEMA.field(CLASS), levels, codes, 0));
        return new Table(SCHEMA, columns, x.length);
    }

    private static Table withCodes(Table table, IntUnaryOperator change) {
        int[] codes = Arrays.stream(((CodeColumn) table.column(CLASS)).codes())
                .map(change)
                .toArray();
        return table(values(table, 0), values(table, 1), codes);
    }

    private static double[] values(Table table, int column) {
        return ((NumberColumn) table.column(column)).values();
    }

    private static Observation of(List<Observation> all, String measure) {
        return all.stream().filter(o -> o.measure().equals(measure)).findFirst().orElseThrow();
    }

    private static double value(List<Observation> all, String measure) {
        return of(all, measure).estimate().value();
    }

    private static FixedRun run(Table training, Table synthetic, Table holdout) {
        return FixedRun.of(Tables.of(training, synthetic, holdout)).predicting(CLASS);
    }

    @Test
    void a_copy_of_training_is_as_useful_as_training() {
        Table training = table(400, 2, 1, "training");
        FixedRun run = run(training, training, table(300, 2, 1, "holdout"));
        List<Observation> made = tstr.evaluate(run);
        List<Observation> real = trtr.evaluate(run);
        assertThat(value(made, "auc-difference")).isZero();
        assertThat(of(made, "auc-difference").estimate().interval().upper()).isPositive();
        assertThat(value(made, "auc")).isEqualTo(value(real, "auc")).isGreaterThan(0.9);
        assertThat(value(made, "balanced-accuracy")).isEqualTo(value(real, "balanced-accuracy"));
        assertThat(value(made, "floor-balanced-accuracy")).isEqualTo(0.5);
        assertThat(of(made, "floor-balanced-accuracy").estimate().hasInterval()).isFalse();
    }

    @Test
    void a_table_without_the_relation_is_chance_and_significantly_worse() {
        Table shuffled = table(400, 2, 1, "training");
        int[] other = RandomStreams.permutation(400, new RandomStreams(1).stream("shuffle"));
        int[] codes = ((CodeColumn) shuffled.column(CLASS)).codes();
        Table broken = table(
                values(shuffled, 0),
                values(shuffled, 1),
                Arrays.stream(other).map(i -> codes[i]).toArray());
        List<Observation> made = tstr.evaluate(run(table(400, 2, 1, "real"), broken, table(300, 2, 1, "holdout")));
        assertThat(of(made, "auc-difference").estimate().interval().upper()).isNegative();
        assertThat(of(made, "auc").yardstick().value()).isGreaterThan(0.9);
    }

    @Test
    void the_target_is_named_with_the_content_columns_used() {
        Table training = table(400, 2, 1, "training");
        FixedRun run = run(training, training, table(300, 2, 1, "holdout"));
        assertThat(tstr.evaluate(run))
                .extracting(Observation::target)
                .containsOnly(Target.given("class", List.of("x", "noise")));
    }

    @Test
    void both_sides_learn_from_as_many_rows_as_the_smaller_table_has() {
        FixedRun run = run(table(400, 2, 1, "training"), table(150, 2, 1, "made"), table(300, 2, 1, "holdout"));
        List<Observation> made = tstr.evaluate(run);
        assertThat(of(made, "auc").yardstickRows()).isEqualTo(150);
        assertThat(of(made, "auc-difference").note()).startsWith("Both models learned from 150 rows. ");
        assertThat(of(trtr.evaluate(run), "auc").referenceRows()).isEqualTo(400);
        assertThat(value(made, "auc-difference"))
                .isCloseTo(value(made, "auc") - of(made, "auc").yardstick().value(), within(1e-12));
    }

    @Test
    void a_class_that_the_synthetic_table_lacks_counts_as_errors() {
        Table training = table(600, 3, 0.5, "training");
        Table lacking = withCodes(table(600, 3, 0.5, "made"), code -> code == 2 ? 1 : code);
        FixedRun run = run(training, lacking, table(300, 3, 0.5, "holdout"));
        List<Observation> made = tstr.evaluate(run);
        assertThat(value(made, "balanced-accuracy")).isLessThanOrEqualTo(2.0 / 3);
        assertThat(value(trtr.evaluate(run), "balanced-accuracy")).isGreaterThan(0.8);
        assertThat(value(made, "auc")).isLessThan(of(made, "auc").yardstick().value() - 0.1);
        assertThat(of(made, "auc").note())
                .isEqualTo("Tested on 300 holdout rows; mean over classes, one against rest."
                        + " The synthetic table lacks 1 of 3 classes: their rows count as errors."
                        + " A row is read as 2 numbers: z-scores, one per level, marks of missing cells.");
    }

    @Test
    void holdout_rows_without_a_class_of_training_are_left_out_and_counted() {
        Table training = table(400, 2, 1, "training");
        Table holdout = table(300, 2, 1, "holdout");
        int[] codes = ((CodeColumn) holdout.column(CLASS)).codes().clone();
        codes[0] = CodeColumn.MISSING;
        codes[1] = 3;
        Table gaps = table(values(holdout, 0), values(holdout, 1), codes);
        List<Observation> some = tstr.evaluate(run(training, training, gaps));
        Table rest = holdout.select(IntStream.range(2, 300).toArray());
        List<Observation> others = tstr.evaluate(run(training, training, rest));
        assertThat(of(some, "auc").estimate()).isEqualTo(of(others, "auc").estimate());
        assertThat(of(some, "auc").note())
                .isEqualTo("Tested on 298 holdout rows; the rarer class is the positive one."
                        + " Left out: 2 holdout rows without a class that training has."
                        + " A row is read as 2 numbers: z-scores, one per level, marks of missing cells.");
    }

    /** Every test row twice, the two of one person: the interval must not shrink. */
    @Test
    void persons_who_own_several_rows_do_not_narrow_the_interval() {
        Table training = table(400, 2, 2, "training");
        Table made = table(400, 2, 2, "made");
        Table holdout = table(300, 2, 2, "holdout");
        Table twice = holdout.select(IntStream.range(0, 600).map(i -> i / 2).toArray());
        int[] person = IntStream.range(0, 600).map(i -> i / 2).toArray();
        Tables clustered =
                new Tables(training, made, Optional.of(twice), Optional.of(new int[400]), Optional.of(person));
        List<Observation> once = tstr.evaluate(run(training, made, holdout));
        List<Observation> persons = tstr.evaluate(FixedRun.of(clustered).predicting(CLASS));
        List<Observation> rows = tstr.evaluate(run(training, made, twice));
        for (String measure : List.of("auc", "balanced-accuracy", "log-loss", "brier-score", "macro-f1")) {
            double right = width(once, measure);
            assertThat(width(persons, measure)).isCloseTo(right, within(0.03 * right));
            assertThat(width(rows, measure)).isLessThan(0.8 * right);
        }
        // The difference's interval has the error of the rows learned from in it, too.
        assertThat(width(persons, "auc-difference")).isGreaterThan(width(rows, "auc-difference"));
    }

    private static double width(List<Observation> all, String measure) {
        Interval interval = of(all, measure).estimate().interval();
        return interval.width();
    }

    @Test
    void reasons_are_given_where_nothing_can_be_measured() {
        Table training = table(400, 2, 1, "training");
        Table holdout = table(300, 2, 1, "holdout");
        Table oneClass = withCodes(training, code -> 0);
        Table small = training.select(IntStream.range(0, 49).toArray());
        assertThat(reason(tstr, run(training, training, null))).isEqualTo(Reason.NO_HOLDOUT.code());
        assertThat(reason(trtr, run(training, training, null))).isEqualTo(Reason.NO_HOLDOUT.code());
        assertThat(reason(tstr, FixedRun.of(Tables.of(training, training, holdout))))
                .isEqualTo("no-target");
        assertThat(reason(
                        tstr,
                        FixedRun.of(Tables.of(training, training, holdout)).predicting(0)))
                .isEqualTo("kind");
        assertThat(reason(tstr, run(training, oneClass, holdout))).isEqualTo("too-few");
        assertThat(reason(tstr, run(training, small, holdout))).isEqualTo("too-few");
        assertThat(reason(tstr, run(training, training, small))).isEqualTo("too-few");
        assertThat(reason(tstr, run(oneClass, training, holdout))).isEqualTo("too-few");
        assertThat(reason(trtr, run(oneClass, training, holdout))).isEqualTo("too-few");
        assertThat(trtr.evaluate(run(training, oneClass, holdout)))
                .allSatisfy(o -> assertThat(o.reason()).isNull());
    }

    private static String reason(TableEvaluation evaluation, FixedRun run) {
        List<Observation> all = evaluation.evaluate(run);
        assertThat(all)
                .extracting(Observation::measure)
                .containsExactlyElementsOf(evaluation.description().measures().stream()
                        .map(Measure::id)
                        .toList());
        assertThat(all).allSatisfy(o -> assertThat(o.estimate()).isNull());
        return all.get(0).reason().code();
    }

    @Test
    void models_are_fitted_once_for_both_evaluations() {
        Table training = table(400, 2, 1, "training");
        FixedRun run = run(training, table(400, 2, 1, "made"), table(300, 2, 1, "holdout"));
        tstr.evaluate(run);
        Object fitted = run.computed().get("utility.match." + CLASS + ".logistic");
        trtr.evaluate(run);
        assertThat(run.computed().get("utility.match." + CLASS + ".logistic"))
                .isNotNull()
                .isSameAs(fitted);
    }

    @Test
    void a_release_that_saw_the_holdout_is_not_tested_on_it() {
        Table seen = table(300, 2, 1, "seen");
        FixedRun run = run(table(400, 2, 1, "training"), seen, seen);
        assertThat(tstr.evaluate(run)).allMatch(o -> o.reason().code().equals("invalid-holdout"));
    }

    @Test
    void both_are_found_as_services() {
        assertThat(ServiceLoader.load(TableEvaluation.class))
                .hasAtLeastOneElementOfType(TrainSyntheticTestReal.class)
                .hasAtLeastOneElementOfType(TrainRealTestReal.class);
    }
}
