package io.synthaudit.learn.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.analysis.Formula;
import io.synthaudit.core.analysis.Regression.Family;
import io.synthaudit.core.analysis.Term;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.regression.Fit.Estimates;
import io.synthaudit.learn.regression.Fit.State;
import io.synthaudit.testkit.RealTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Reference values are those of R 4.2.2, {@code Sys.setlocale("LC_COLLATE", "C")}, {@code v <-
 * read.csv("goldens/vectors/real.csv", stringsAsFactors = TRUE)}; the commands stand beside them.
 */
class GeneralisedLinearModelTest {

    private static final Dictionary AB = new Dictionary(new String[] {"a", "b", "c"}, 3);

    private static Formula formula(String response, String... terms) {
        return new Formula(
                response,
                Arrays.stream(terms)
                        .map(term -> new Term(List.of(term.split(":"))))
                        .toList());
    }

    private static Fit fit(Table table, Formula formula, Family family, int[] person) {
        int response = table.schema().indexOf(formula.response()).orElseThrow();
        ModelMatrix x = ModelTerms.of(table, formula, response).matrix(table, response);
        double[] y = Arrays.stream(x.rows())
                .mapToDouble(row -> table.column(response) instanceof NumberColumn numbers
                        ? numbers.values()[row]
                        : ((CodeColumn) table.column(response)).codes()[row])
                .toArray();
        return GeneralisedLinearModel.fit(x, y, family, person);
    }

    private static Estimates estimates(Table table, Formula formula, Family family) {
        return fit(table, formula, family, null).estimates();
    }

    private static void check(Estimates found, double tolerance, double... pairs) {
        assertThat(found.value()).hasSize(pairs.length / 2);
        for (int j = 0; j < found.value().length; j++) {
            assertThat(found.value()[j]).as("value %d", j).isCloseTo(pairs[2 * j], within(tolerance));
            assertThat(found.error()[j]).as("error %d", j).isCloseTo(pairs[2 * j + 1], within(tolerance));
        }
    }

    /** {@code coef(summary(lm(y ~ x + d, v)))[, 1:2]}. */
    @Test
    void normal_response() {
        check(
                estimates(Vectors.real(), formula("y", "x", "d"), Family.GAUSSIAN),
                1e-9,
                7.89147806365,
                0.797366525295,
                0.503142118167,
                0.120050142136,
                0.21623576172,
                0.8459361296,
                -0.171333284572,
                0.847033191688);
    }

    /** {@code lm(y ~ x + d + x:d, v)}. */
    @Test
    void interaction_of_number_and_category() {
        check(
                estimates(Vectors.real(), formula("y", "x", "d", "x:d"), Family.GAUSSIAN),
                1e-9,
                7.44091074407,
                1.04703708785,
                0.594487685079,
                0.182637464427,
                -0.0441549109621,
                1.64246309566,
                1.79478226057,
                1.71772630426,
                0.0566624884535,
                0.290073166308,
                -0.376542822959,
                0.289497301245);
    }

    /** {@code lm(y ~ c + d + c:d, v)}. */
    @Test
    void interaction_of_categories() {
        check(
                estimates(Vectors.real(), formula("y", "c", "d", "c:d"), Family.GAUSSIAN),
                1e-9,
                10.2318181818,
                0.909730109694,
                1.03741258741,
                1.37041436009,
                -0.00959595959595,
                1.53130395591,
                -1.62626262626,
                1.96524164882,
                0.452964426877,
                1.41952375448,
                0.139015151515,
                1.40198825678,
                -2.18052852944,
                2.1407375524,
                0.483904259991,
                2.45258174988,
                2.87148001757,
                3.24219556993,
                -0.608245920746,
                2.17323284935,
                -1.02487373737,
                2.44247428287,
                2.5970959596,
                3.09062869601);
    }

    /** {@code glm(round(y) ~ x + c + d, poisson, v)}. */
    @Test
    void counts() {
        check(
                estimates(Vectors.real(), formula("count", "x", "c", "d"), Family.POISSON),
                1e-6,
                2.06132001614,
                0.0612925232746,
                0.0504455123147,
                0.00760324585198,
                0.0468593842915,
                0.0527107955045,
                0.0254294940631,
                0.0607530849455,
                -0.00226760045185,
                0.0778723601127,
                0.0217652954231,
                0.0528164531644,
                -0.0159481800488,
                0.0530691268212);
    }

    /**
     * {@code a <- read.csv("data/adult/real.csv", na.strings = "?", stringsAsFactors = TRUE); glm(income ~ age + sex + race +
     * hr_per_week + education_num + type_employer, binomial, a)}. Nobody who never worked has a high income; R gives that
     * level -9.6 with a standard error of 103 and no warning.
     */
    @Test
    void two_outcomes_with_missing_cells_and_a_level_without_events() {
        Table adult = withMissing(RealTables.load("adult", "ctgan").training());
        Formula formula = formula("income", "age", "sex", "race", "hr_per_week", "education_num", "type_employer");
        Fit fit = fit(adult, formula, Family.BINOMIAL, null);
        assertThat(fit.rows()).isEqualTo(36_807);
        assertThat(fit.incomplete()).isEqualTo(39_032 - 36_807);
        double[] pairs = {
            -9.16513268261,
            0.21953159056,
            0.0471048288131,
            0.0011739623448,
            1.14093148496,
            0.0355376157438,
            0.517557815676,
            0.195591673813,
            0.139338060149,
            0.188124365775,
            0.289012344354,
            0.267003467593,
            0.608608629008,
            0.180661437628,
            0.0341084150517,
            0.00126107608877,
            0.353155542991,
            0.00635584438924,
            -0.458551054426,
            0.0848387190083,
            Double.NaN,
            Double.NaN,
            -0.464452578551,
            0.0709842864545,
            0.0617758549629,
            0.0939599865349,
            -0.914853366764,
            0.083051929843,
            -0.740179982337,
            0.0958922536797,
            -1.32416980927,
            0.857425744918
        };
        for (int j = 0; j < pairs.length / 2; j++) {
            State expected = Double.isNaN(pairs[2 * j]) ? State.INFINITE : State.ESTIMATED;
            assertThat(fit.estimates().state()[j]).as("state %d", j).isEqualTo(expected);
            if (expected == State.ESTIMATED) {
                assertThat(fit.estimates().value()[j]).isCloseTo(pairs[2 * j], within(1e-6));
                assertThat(fit.estimates().error()[j]).isCloseTo(pairs[2 * j + 1], within(1e-6));
            }
        }
    }

    /** The typing of the golden values takes the question mark for a level. */
    private static Table withMissing(Table table) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(
                    column instanceof CodeColumn c
                            ? new CodeColumn(
                                    c.field(),
                                    c.dictionary(),
                                    Arrays.stream(c.codes())
                                            .map(code ->
                                                    c.dictionary().label(code).equals("?") ? CodeColumn.MISSING : code)
                                            .toArray(),
                                    0)
                            : column);
        }
        return new Table(table.schema(), columns, table.rows());
    }

    /**
     * {@code v$z <- 2000 + v$x; v$w <- 2 * v$z + 1; lm(y ~ z + w + d, v)}: R gives w no coefficient. The intercept is far from
     * the numbers, and so known to fewer digits.
     */
    @Test
    void a_column_that_depends_on_others_is_left_out_as_in_r() {
        Estimates found = estimates(Vectors.real(), formula("y", "z", "w", "d"), Family.GAUSSIAN);
        assertThat(found.state())
                .containsExactly(State.ESTIMATED, State.ESTIMATED, State.ALIASED, State.ESTIMATED, State.ESTIMATED);
        assertThat(found.value()[1]).isCloseTo(0.503142118167, within(1e-9));
        assertThat(found.value()[0]).isCloseTo(7.89147806365 - 2000 * 0.503142118167, within(1e-6));
        assertThat(found.value()[3]).isCloseTo(0.21623576172, within(1e-9));
        // The slope of z means something else as soon as w is there.
        assertThat(found.entangled()[1].get(2)).isTrue();
        assertThat(found.entangled()[3].isEmpty()).isTrue();
    }

    /** {@code glm(round(y) ~ z + d + z:d, poisson, v)}: a number far from 0 within levels, as years are. */
    @Test
    void an_interaction_with_years() {
        Estimates found = estimates(Vectors.real(), formula("count", "z", "d", "z:d"), Family.POISSON);
        double[] values = {
            -117.076886501570698,
            0.059554140891180,
            -6.691112710297944,
            74.680724368244157,
            0.003348197399614,
            -0.037245321070250
        };
        double[] errors = {
            23.186404181413010,
            0.011561755119386,
            36.595050530313927,
            36.586821331842302,
            0.018248458867981,
            0.018243430830139
        };
        for (int j = 0; j < values.length; j++) {
            assertThat(found.value()[j] / values[j]).isCloseTo(1, within(1e-5));
            assertThat(found.error()[j] / errors[j]).isCloseTo(1, within(1e-6));
        }
    }

    /**
     * {@code m <- lm(y ~ x + d, v); X <- model.matrix(m); u <- rowsum(X * resid(m), (0:199) %/% 4); B <- solve(crossprod(X));
     * sqrt(diag(B %*% crossprod(u) %*% B * 50 / 49))}, and likewise for {@code glm(round(y) ~ x + d, poisson, v)}.
     */
    @Test
    void rows_of_one_person_belong_together() {
        int[] person = IntStream.range(0, 200).map(i -> i / 4).toArray();
        Fit normal = fit(Vectors.real(), formula("y", "x", "d"), Family.GAUSSIAN, person);
        assertThat(normal.estimates().error())
                .containsExactly(
                        new double[] {0.816950329561, 0.103115704558, 0.777998074277, 0.785242315788}, within(1e-9));
        assertThat(normal.estimates().degrees()).isEqualTo(49);
        Fit counts = fit(Vectors.real(), formula("count", "x", "d"), Family.POISSON, person);
        assertThat(counts.estimates().error())
                .containsExactly(
                        new double[] {0.090959897493, 0.0105512105933, 0.0751761058746, 0.0745522578432}, within(1e-9));
    }

    @Test
    void outcomes_told_apart_by_a_number_have_no_finite_coefficients() {
        Table table =
                Vectors.table(40, Vectors.number("x", i -> i + i % 3), Vectors.codes("y", AB, i -> i < 20 ? 0 : 1));
        Fit fit = fit(table, formula("y", "x"), Family.BINOMIAL, null);
        assertThat(fit.estimates() == null || fit.estimates().state()[1] == State.INFINITE)
                .isTrue();
    }

    @Test
    void a_level_without_counts_is_infinite_and_the_others_stand() {
        Table table = Vectors.table(
                60, Vectors.number("n", i -> i % 3 == 2 ? 0 : 1 + i % 5), Vectors.codes("g", AB, i -> i % 3));
        Estimates found = estimates(table, formula("n", "g"), Family.POISSON);
        assertThat(found.state()).containsExactly(State.ESTIMATED, State.ESTIMATED, State.INFINITE);
        // Rows 0, 3, ... have 1 + i mod 5: each of 1..5 four times.
        assertThat(found.value()[0]).isCloseTo(StrictMath.log(3), within(1e-12));
    }

    @Test
    void a_response_without_error_is_exact_and_too_few_rows_are_none() {
        Table line = Vectors.table(30, Vectors.number("x", i -> i * i), Vectors.number("y", i -> 3 * i * i + 0.5));
        assertThat(estimates(line, formula("y", "x"), Family.GAUSSIAN).state()).containsOnly(State.EXACT);
        Table two = Vectors.table(2, Vectors.number("x", i -> i), Vectors.number("y", i -> i));
        assertThat(fit(two, formula("y", "x"), Family.GAUSSIAN, null).reason().code())
                .isEqualTo("too-few");
    }

    @Test
    void a_constant_column_is_aliased_and_an_empty_table_is_too_few() {
        Table constant = Vectors.table(30, Vectors.number("x", i -> 0.1), Vectors.number("y", i -> i % 7));
        assertThat(estimates(constant, formula("y", "x"), Family.GAUSSIAN).state())
                .containsExactly(State.ESTIMATED, State.ALIASED);
        Table empty = Vectors.table(5, Vectors.number("x", i -> Double.NaN), Vectors.number("y", i -> i));
        Fit none = fit(empty, formula("y", "x"), Family.GAUSSIAN, null);
        assertThat(none.reason().code()).isEqualTo("too-few");
        assertThat(none.incomplete()).isEqualTo(5);
    }

    @Test
    void levels_that_training_lacks_are_left_out_and_an_absent_first_level_entangles_the_others() {
        Table training = Vectors.table(
                30,
                Vectors.number("y", i -> i % 7),
                Vectors.codes("g", new Dictionary(new String[] {"a", "b", "c", "z"}, 3), i -> i % 3));
        Table other = Vectors.table(
                30,
                Vectors.number("y", i -> i % 7),
                Vectors.codes("g", new Dictionary(new String[] {"a", "b", "c", "z"}, 3), i -> 1 + i % 3));
        ModelMatrix x = ModelTerms.of(training, formula("y", "g"), 0).matrix(other, 0);
        assertThat(x.unseen()).isEqualTo(10);
        Fit fit = GeneralisedLinearModel.fit(
                x, Arrays.stream(x.rows()).mapToDouble(row -> row % 7).toArray(), Family.GAUSSIAN, null);
        assertThat(fit.estimates().state()).containsExactly(State.ESTIMATED, State.ESTIMATED, State.ALIASED);
        assertThat(fit.estimates().entangled()[1].get(2)).isTrue();
    }
}
