package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.AnalysesTables.LINEAR;
import static io.synthaudit.metrics.utility.AnalysesTables.SCHEMA;
import static io.synthaudit.metrics.utility.AnalysesTables.formula;
import static io.synthaudit.metrics.utility.AnalysesTables.glm;
import static io.synthaudit.metrics.utility.AnalysesTables.made;
import static io.synthaudit.metrics.utility.AnalysesTables.of;
import static io.synthaudit.metrics.utility.AnalysesTables.one;
import static io.synthaudit.metrics.utility.AnalysesTables.real;
import static io.synthaudit.metrics.utility.AnalysesTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.analysis.Regression;
import io.synthaudit.core.analysis.Regression.Family;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class CoefficientOverlapTest {

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

    @Test
    void results_do_not_depend_on_the_order_of_tasks() {
        FixedRun run = FixedRun.of(real(), made(), real()).analysing(LINEAR);
        assertThat(new CoefficientOverlap().evaluate(run.backwards()))
                .isEqualTo(new CoefficientOverlap().evaluate(run));
    }
}
