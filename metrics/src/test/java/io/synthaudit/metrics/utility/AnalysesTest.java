package io.synthaudit.metrics.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.analysis.Analysis;
import io.synthaudit.core.analysis.Formula;
import io.synthaudit.core.analysis.GroupedTable;
import io.synthaudit.core.analysis.GroupedTable.Statistic;
import io.synthaudit.core.analysis.HazardRegression;
import io.synthaudit.core.analysis.Regression;
import io.synthaudit.core.analysis.Regression.Family;
import io.synthaudit.core.analysis.SurvivalCurves;
import io.synthaudit.core.analysis.Term;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.RealTables;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class AnalysesTest {

    private static final List<TableEvaluation> ALL =
            List.of(new CoefficientOverlap(), new HazardRatioOverlap(), new QueryError(), new SurvivalDifference());

    private static final Schema SCHEMA = new Schema(
            List.of(
                    Field.of("x", Kind.NUMERIC),
                    Field.of("y", Kind.NUMERIC),
                    new Field(
                            "d",
                            Kind.CATEGORICAL,
                            Set.of(),
                            List.of(),
                            new Domain(Double.NaN, Double.NaN, "", List.of("X", "Y", "Z"), ""),
                            "",
                            "")),
            true);

    private static Table table(double[] x, double[] y, int[] d) {
        Dictionary levels = new Dictionary(new String[] {"X", "Y", "Z"}, 3);
        List<Column> columns = List.of(
                new NumberColumn(SCHEMA.field(0), x, 0),
                new NumberColumn(SCHEMA.field(1), y, 0),
                new CodeColumn(SCHEMA.field(2), levels, d, 0));
        return new Table(SCHEMA, columns, x.length);
    }

    /** The two tables of the published vectors. */
    private static Table real() {
        double[] x =
                IntStream.range(0, 200).mapToDouble(i -> (37 * i % 101) / 10.0).toArray();
        double[] y = IntStream.range(0, 200)
                .mapToDouble(i -> 0.5 * x[i] + 53 * i % 17)
                .toArray();
        return table(x, y, IntStream.range(0, 200).map(i -> i % 7 % 3).toArray());
    }

    private static Table made() {
        double[] x =
                IntStream.range(0, 150).mapToDouble(j -> (41 * j % 97) / 9.0).toArray();
        double[] y = IntStream.range(0, 150)
                .mapToDouble(j -> 0.4 * x[j] + 29 * j % 19)
                .toArray();
        return table(x, y, IntStream.range(0, 150).map(j -> j % 5 % 3).toArray());
    }

    private static Formula formula(String response, String... columns) {
        return new Formula(
                response, Stream.of(columns).map(c -> new Term(List.of(c))).toList());
    }

    private static final Regression LINEAR = new Regression("line", formula("y", "x", "d"), Family.GAUSSIAN, "");

    private static List<Observation> glm(Table training, Table synthetic, Table holdout, Analysis... analyses) {
        return new CoefficientOverlap()
                .evaluate(FixedRun.of(training, synthetic, holdout).analysing(analyses));
    }

    private static List<Observation> of(List<Observation> all, String measure) {
        return all.stream().filter(o -> o.measure().equals(measure)).toList();
    }

    private static Observation one(List<Observation> all, String measure) {
        List<Observation> found = of(all, measure);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** The published overlaps of lm(y ~ x + d) by Student's intervals, computed with numpy and scipy from the formula. */
    @Test
    void overlaps_are_the_published_ones() {
        List<Observation> all = glm(real(), made(), null, LINEAR);
        assertThat(of(all, "coefficient-overlap").stream()
                        .mapToDouble(o -> o.estimate().value())
                        .toArray())
                .containsExactly(
                        new double[] {.856670928289, .914375033121, .917036084492, .841542432531}, within(1e-11));
        assertThat(one(all, "mean-overlap").estimate().value())
                .isCloseTo((.856670928289 + .914375033121 + .917036084492 + .841542432531) / 4, within(1e-11));
        // (-0.171333284572 against 0.241571547633: the last differ in sign); of x alone both are significant.
        assertThat(one(all, "sign-agreement").estimate().value()).isEqualTo(0.75);
        assertThat(one(all, "significance-agreement").estimate().value()).isEqualTo(1);
        assertThat(of(all, "standardised-difference").get(1).estimate().value())
                .isCloseTo((0.468960064821 - 0.503142118167) / 0.120050142136, within(1e-9));
        assertThat(of(all, "coefficient-overlap"))
                .extracting(o -> o.params().get("coefficient"))
                .containsExactly("(intercept)", "x", "d=Y", "d=Z");
    }

    @Test
    void a_copy_overlaps_wholly() {
        List<Observation> all = glm(real(), real(), made(), LINEAR);
        assertThat(one(all, "mean-overlap").estimate().value()).isCloseTo(1, within(1e-12));
        assertThat(one(all, "mean-overlap").yardstick().value()).isCloseTo(0.8824, within(1e-4));
        assertThat(one(all, "sign-agreement").estimate().value()).isEqualTo(1);
        assertThat(of(all, "standardised-difference"))
                .allSatisfy(o -> assertThat(o.estimate().value()).isZero());
    }

    @Test
    void the_farther_a_coefficient_the_smaller_its_overlap_down_to_below_zero() {
        double before = 1.1;
        for (double slope : new double[] {0, 0.2, 0.6, 2}) {
            Table real = real();
            double[] x = ((NumberColumn) real.column(0)).values();
            double[] y = ((NumberColumn) real.column(1)).values();
            Table changed = table(
                    x,
                    IntStream.range(0, 200)
                            .mapToDouble(i -> y[i] + slope * x[i])
                            .toArray(),
                    ((CodeColumn) real.column(2)).codes());
            double now = of(glm(real, changed, null, LINEAR), "coefficient-overlap")
                    .get(1)
                    .estimate()
                    .value();
            assertThat(now).isLessThan(before);
            before = now;
        }
        assertThat(before).isNegative();
    }

    /** Two tables with one true coefficient: the mean overlap is the expected one, and the bounds hold. */
    @Test
    void expected_overlap_and_bounds_are_right() {
        UniformRandomProvider random = new RandomStreams(11).stream("overlap");
        NormalDistribution.Sampler normal = NormalDistribution.of(0, 1).createSampler(random);
        for (double secondError : new double[] {0.3, 1, 2.5}) {
            double inf = Double.POSITIVE_INFINITY;
            double expected = new CoefficientPair(0, 1, inf, 0, secondError, inf).expectedOverlap();
            double truth = new CoefficientPair(0, 1, inf, 0.7, secondError, inf).overlap();
            double sum = 0;
            int below = 0;
            int above = 0;
            int n = 20_000;
            for (int i = 0; i < n; i++) {
                double a = normal.sample();
                double b = secondError * normal.sample();
                sum += new CoefficientPair(a, 1, inf, b, secondError, inf).overlap();
                Interval bounds = new CoefficientPair(a, 1, inf, b + 0.7, secondError, inf)
                        .overlap(0.95)
                        .interval();
                below += bounds.lower() <= truth ? 1 : 0;
                above += bounds.upper() >= truth ? 1 : 0;
            }
            assertThat(sum / n).isCloseTo(expected, within(0.01));
            assertThat((double) below / n).isGreaterThan(0.945);
            assertThat((double) above / n).isGreaterThan(0.945);
        }
    }

    @Test
    void what_only_training_has_counts_as_no_agreement() {
        Table made = made();
        // Nobody of the synthetic table is in Z.
        Table without = table(
                ((NumberColumn) made.column(0)).values(),
                ((NumberColumn) made.column(1)).values(),
                Arrays.stream(((CodeColumn) made.column(2)).codes())
                        .map(code -> code == 2 ? 1 : code)
                        .toArray());
        List<Observation> all = glm(real(), without, null, LINEAR);
        Observation last = of(all, "coefficient-overlap").get(3);
        assertThat(last.reason().code()).isEqualTo("aliased");
        assertThat(one(all, "sign-agreement").estimate().value()).isLessThanOrEqualTo(0.75);
        assertThat(one(all, "mean-overlap").note()).contains("3 of 4 coefficients are compared");
        // Without the first level the others are measured against another one.
        Table noFirst = table(
                ((NumberColumn) made.column(0)).values(),
                ((NumberColumn) made.column(1)).values(),
                Arrays.stream(((CodeColumn) made.column(2)).codes())
                        .map(code -> code == 0 ? 1 : code)
                        .toArray());
        assertThat(of(glm(real(), noFirst, null, LINEAR), "coefficient-overlap"))
                .extracting(o -> o.reason() == null ? "" : o.reason().code())
                .containsExactly("aliased", "", "aliased", "aliased");
    }

    @Test
    void nothing_declared_is_said_with_the_flag_that_declares() {
        for (TableEvaluation evaluation : ALL) {
            List<Observation> all = evaluation.evaluate(FixedRun.of(real(), made(), null));
            assertThat(all)
                    .extracting(Observation::measure)
                    .containsExactlyElementsOf(evaluation.description().measures().stream()
                            .map(Measure::id)
                            .toList());
            assertThat(all).allSatisfy(o -> {
                assertThat(o.reason().code()).isEqualTo("no-analyses");
                assertThat(o.reason().text()).contains("--analyses");
            });
            assertThat(evaluation.description().question()).endsWith("?");
        }
    }

    @Test
    void a_response_that_does_not_fit_is_a_reason() {
        Regression outcome = new Regression("o", formula("d", "x"), Family.BINOMIAL, "");
        assertThat(glm(real(), made(), null, outcome))
                .hasSize(5)
                .allSatisfy(o -> assertThat(o.reason().code()).isEqualTo("event-level"));
        Regression named = new Regression("o", formula("d", "x"), Family.BINOMIAL, "Z");
        assertThat(one(glm(real(), made(), null, named), "mean-overlap").estimate())
                .isNotNull();
        Table real = real();
        Table negative = table(
                ((NumberColumn) real.column(0)).values(),
                Arrays.stream(((NumberColumn) real.column(1)).values())
                        .map(v -> -v)
                        .toArray(),
                ((CodeColumn) real.column(2)).codes());
        Regression counts = new Regression("c", formula("y", "x"), Family.POISSON, "");
        assertThat(glm(real, negative, null, counts))
                .allSatisfy(o -> assertThat(o.reason().code()).isEqualTo("response"));
    }

    @Test
    void coefficients_of_few_rows_are_left_out_and_their_labels_are_numbers() {
        Schema schema = new Schema(List.of(SCHEMA.field(0), SCHEMA.field(1), Field.of("d", Kind.CATEGORICAL)), true);
        Dictionary levels = new Dictionary(new String[] {"X", "Y", "secret"}, 3);
        int[] d = IntStream.range(0, 200).map(i -> i < 10 ? 2 : i % 2).toArray();
        Table table = new Table(
                schema,
                List.of(real().column(0), real().column(1), new CodeColumn(schema.field(2), levels, d, 0)),
                200);
        List<Observation> all = glm(table, table, null, LINEAR);
        Observation few = of(all, "coefficient-overlap").get(3);
        assertThat(few.reason().code()).isEqualTo("too-few");
        assertThat(few.params()).containsEntry("coefficient", "d#3");
        assertThat(one(all, "mean-overlap").note()).contains("3 of 3 coefficients are compared");
        assertThat(all.toString()).doesNotContain("secret");
    }

    /** Shares of d in training are 86, 57, 57 of 200 and 60, 60, 30 of 150 in the synthetic table. */
    @Test
    void relative_errors_of_counts_and_means() {
        GroupedTable counts = new GroupedTable("n", List.of("d"), Statistic.COUNT, "", "");
        List<Observation> all =
                new QueryError().evaluate(FixedRun.of(real(), made(), real()).analysing(counts));
        double[] errors = {
            Math.abs(60 / 150.0 / (86 / 200.0) - 1),
            Math.abs(60 / 150.0 / (57 / 200.0) - 1),
            Math.abs(30 / 150.0 / (57 / 200.0) - 1)
        };
        Arrays.sort(errors);
        Observation median = one(all, "median-relative-error");
        assertThat(median.estimate().value()).isCloseTo(errors[1], within(1e-12));
        assertThat(one(all, "p95-relative-error").estimate().value()).isCloseTo(errors[2], within(1e-12));
        assertThat(median.yardstick().value()).isZero();
        assertThat(median.estimate().interval().lower()).isLessThan(errors[1]);
        GroupedTable means = new GroupedTable("m", List.of("d"), Statistic.MEAN, "y", "x");
        assertThat(one(
                                new QueryError()
                                        .evaluate(FixedRun.of(real(), made(), null)
                                                .analysing(means)),
                                "p95-relative-error")
                        .estimate()
                        .value())
                .isCloseTo(weightedMeans(), within(1e-12));
    }

    /** The largest relative error of mean y by d, rows weighted by x, worked out row by row. */
    private static double weightedMeans() {
        double worst = 0;
        for (int level = 0; level < 3; level++) {
            worst = Math.max(worst, Math.abs(mean(made(), level) / mean(real(), level) - 1));
        }
        return worst;
    }

    private static double mean(Table table, int level) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < table.rows(); i++) {
            if (((CodeColumn) table.column(2)).codes()[i] == level) {
                double w = ((NumberColumn) table.column(0)).values()[i];
                sum += w * ((NumberColumn) table.column(1)).values()[i];
                weight += w;
            }
        }
        return sum / weight;
    }

    @Test
    void small_groups_are_left_out_and_absent_ones_err_wholly() {
        Table real = real();
        int[] d = IntStream.range(0, 200).map(i -> i < 10 ? 2 : i % 2).toArray();
        Table training = table(((NumberColumn) real.column(0)).values(), ((NumberColumn) real.column(1)).values(), d);
        Table synthetic =
                table(((NumberColumn) real.column(0)).values(), ((NumberColumn) real.column(1)).values(), new int[200]);
        GroupedTable counts = new GroupedTable("n", List.of("d"), Statistic.COUNT, "", "");
        List<Observation> all =
                new QueryError().evaluate(FixedRun.of(training, synthetic, null).analysing(counts));
        Observation worst = one(all, "p95-relative-error");
        // 95 of 200 become 200 of 200 in the first group; the second is absent.
        assertThat(worst.estimate().value()).isCloseTo(200 / 95.0 - 1, within(1e-12));
        assertThat(one(all, "median-relative-error").estimate().value()).isEqualTo(1);
        assertThat(worst.note())
                .contains("2 groups; left out as smaller than 11 training rows: 1 groups; absent from the"
                        + " synthetic table: 1.");
    }

    @Test
    void persons_with_many_rows_widen_the_bounds() {
        int[] person = IntStream.range(0, 200).map(i -> i / 4).toArray();
        Tables alone = Tables.of(real(), made(), null);
        Tables owned = new Tables(real(), made(), Optional.empty(), Optional.of(person), Optional.empty());
        GroupedTable means = new GroupedTable("m", List.of("d"), Statistic.MEAN, "y", "");
        double[] widths = Stream.of(alone, owned)
                .mapToDouble(tables -> one(
                                new QueryError().evaluate(FixedRun.of(tables).analysing(means)), "p95-relative-error")
                        .estimate()
                        .interval()
                        .width())
                .toArray();
        assertThat(widths[1]).isGreaterThan(widths[0]);
        assertThat(Clustering.factor(person)).isEqualTo(4);
    }

    @Test
    void survival_of_a_copy_is_the_same_and_of_another_generator_is_within_its_bounds() {
        Tables breast = RealTables.load("breast_cancer_seer", "cart");
        SurvivalCurves all = new SurvivalCurves("all", "Survival Months", "Status", "Dead", "");
        Table training = breast.training();
        List<Observation> copy = new SurvivalDifference()
                .evaluate(FixedRun.of(training, training, null).analysing(all));
        assertThat(copy).hasSize(3).allSatisfy(o -> {
            assertThat(o.estimate().value()).isCloseTo(0, within(1e-12));
            assertThat(o.estimate().interval().contains(0)).isTrue();
            assertThat(o.estimate().interval().width()).isPositive();
        });
        List<Observation> cart =
                new SurvivalDifference().evaluate(FixedRun.of(breast).analysing(all));
        // R: survdiff gives chi squared 0.326984113344, see SurvivalTest.
        assertThat(one(cart, "log-rank").estimate().value()).isCloseTo(Math.sqrt(0.326984113344), within(1e-9));
        // R: survfit of both tables, stepfun(k$time, c(1, k$surv)) compared up to month 107, where 11 rows are at risk.
        assertThat(one(cart, "curve-distance").estimate().value()).isCloseTo(0.054185846491, within(1e-11));
        // R: summary(k, rmean = 107)$table: rmean and se(rmean) of both.
        Observation area = one(cart, "area-difference");
        assertThat(area.estimate().value()).isCloseTo(-0.300304068953, within(1e-9));
        assertThat(area.estimate().interval().width()).isCloseTo(2 * Normal.z(.95) * 0.711670894488, within(1e-8));
        assertThat(one(cart, "curve-distance").yardstick()).isNotNull();
        SurvivalCurves byRace = new SurvivalCurves("race", "Survival Months", "Status", "", "Race");
        assertThat(new SurvivalDifference().evaluate(FixedRun.of(breast).analysing(byRace)))
                .hasSize(9)
                .extracting(o -> o.params().get("group"))
                .contains("Race=White", "Race=Black", "Race=Other");
    }

    /** Independent rows of one exponential law with censoring: bounds on the distance and the area hold. */
    @Test
    void survival_bounds_hold_for_two_samples_of_one_law() {
        UniformRandomProvider random = new RandomStreams(5).stream("survival");
        int covered = 0;
        int area = 0;
        int n = 300;
        for (int i = 0; i < n; i++) {
            CurvePair pair = CurvePair.of(exponential(150, random), exponential(90, random));
            covered += pair.distance(0.95).interval().lower() <= 0 ? 1 : 0;
            area += pair.area(0.95).interval().lower() <= 0 ? 1 : 0;
        }
        assertThat((double) covered / n).isGreaterThan(0.95);
        assertThat((double) area / n).isGreaterThan(0.91);
    }

    private static SurvivalRows exponential(int rows, UniformRandomProvider random) {
        double[] time = new double[rows];
        boolean[] event = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            double death = -StrictMath.log(1 - random.nextDouble());
            double end = 2 * random.nextDouble();
            time[i] = Math.min(death, end);
            event[i] = death <= end;
        }
        return new SurvivalRows(time, event, null, io.synthaudit.learn.survival.ProductLimit.of(time, event));
    }

    @Test
    void hazard_ratios_of_a_copy_overlap_wholly_and_of_an_independent_table_do_not() {
        HazardRegression cox =
                new HazardRegression("cox", formula("Survival Months", "Age", "Tumor Size", "Grade"), "Status", "Dead");
        Tables independent = RealTables.load("breast_cancer_seer", "independent");
        Table training = independent.training();
        List<Observation> copy = new HazardRatioOverlap()
                .evaluate(FixedRun.of(training, training, null).analysing(cox));
        assertThat(one(copy, "mean-overlap").estimate().value()).isCloseTo(1, within(1e-12));
        assertThat(of(copy, "coefficient-overlap")).hasSize(5);
        List<Observation> other =
                new HazardRatioOverlap().evaluate(FixedRun.of(independent).analysing(cox));
        Observation mean = one(other, "mean-overlap");
        assertThat(mean.estimate().value()).isLessThan(mean.yardstick().value());
        assertThat(of(other, "standardised-difference")
                        .get(1)
                        .estimate()
                        .interval()
                        .upper())
                .as("tumour size")
                .isNegative();
    }

    @Test
    void results_do_not_depend_on_the_order_of_tasks() {
        FixedRun run = FixedRun.of(real(), made(), real()).analysing(LINEAR);
        assertThat(new CoefficientOverlap().evaluate(run.backwards()))
                .isEqualTo(new CoefficientOverlap().evaluate(run));
    }
}
