package io.synthaudit.io.analyses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthaudit.core.analysis.Formula;
import io.synthaudit.core.analysis.GroupedTable;
import io.synthaudit.core.analysis.HazardRegression;
import io.synthaudit.core.analysis.Regression;
import io.synthaudit.core.analysis.Regression.Family;
import io.synthaudit.core.analysis.SurvivalCurves;
import io.synthaudit.core.analysis.Term;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.io.FormatException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysesYamlTest {

    private static final Schema SCHEMA = new Schema(
            List.of(
                    Field.of("age", Kind.INTEGER),
                    Field.of("sex", Kind.BOOLEAN),
                    Field.of("hours per week", Kind.NUMERIC),
                    Field.of("months", Kind.INTEGER, Role.EVENT_TIME),
                    Field.of("status", Kind.BOOLEAN, Role.EVENT_FLAG),
                    Field.of("patient", Kind.ID),
                    Field.of("seen", Kind.DATETIME),
                    Field.of("count", Kind.CATEGORICAL)),
            true);

    private static final String HEAD = "format: synthaudit-analyses/1\nanalyses:\n";

    private static DeclaredAnalyses parse(String entries) {
        return AnalysesYaml.parse("a.yaml", HEAD + entries);
    }

    private static String glm(String formula) {
        return "  - id: m\n    family: gaussian\n    glm: '" + formula + "'\n";
    }

    private static void rejects(String entries, String message) {
        assertThatThrownBy(() -> parse(entries).on(SCHEMA))
                .isInstanceOf(FormatException.class)
                .hasMessage(message);
    }

    private static Term term(String... columns) {
        return new Term(List.of(columns));
    }

    @Test
    void every_kind_of_analysis_is_read() {
        assertThat(parse("""
                          - id: sex-by-age
                            glm: "sex ~ age:`hours per week` + age + `hours per week`"
                            family: binomial
                            event-level: "1"
                          - id: table
                            table: {by: [sex, count], of: age, statistic: mean, weights: hours per week}
                          - id: km
                            kaplan-meier: {time: months, event: status, by: sex}
                          - id: cox
                            cox: 'Surv(months, status) ~ age + "hours per week"'
                            event-level: Dead
                        """).on(SCHEMA))
                .containsExactly(
                        new Regression(
                                "sex-by-age",
                                new Formula(
                                        "sex",
                                        List.of(term("age"), term("hours per week"), term("age", "hours per week"))),
                                Family.BINOMIAL,
                                "1"),
                        new GroupedTable(
                                "table", List.of("sex", "count"), GroupedTable.Statistic.MEAN, "age", "hours per week"),
                        new SurvivalCurves("km", "months", "status", "", "sex"),
                        new HazardRegression(
                                "cox",
                                new Formula("months", List.of(term("age"), term("hours per week"))),
                                "status",
                                "Dead"));
    }

    @Test
    void a_column_that_does_not_exist_is_named_with_the_nearest() {
        rejects(
                glm("age ~ sec"),
                "a.yaml, line 5, analyses[0].glm: the training table has no column \"sec\".\n"
                        + "  Did you mean \"sex\"?");
        rejects(
                glm("age ~ weight"),
                "a.yaml, line 5, analyses[0].glm: the training table has no column \"weight\".\n"
                        + "  The first line of the table must name the columns.");
    }

    @Test
    void a_column_of_the_wrong_kind_or_role_is_refused() {
        rejects(
                glm("count ~ age"),
                "a.yaml, line 5, analyses[0].glm: expected a number in the column \"count\", found kind categorical.\n"
                        + "  If it is one, declare its kind in the schema (--schema).");
        rejects(
                glm("age ~ patient"),
                "a.yaml, line 5, analyses[0].glm: expected a number or a category in the column \"patient\", found a key.\n"
                        + "  If it is one, declare its kind in the schema (--schema).");
        rejects(
                "  - id: km\n    kaplan-meier: {time: age, event: status}\n",
                "a.yaml, line 4, analyses[0].kaplan-meier: the column \"age\" has not the role event-time.\n"
                        + "  Declare it in the schema (--schema): roles: [event-time].");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age            | expected \"~\" at character 4 of the formula, found its end.",
                "age ~          | expected the name of a column at character 6 of the formula, found its end.",
                "age ~ log(sex) | expected \"+\" or the end at character 10 of the formula, found \"(\".",
                "age ~ sex * x  | expected \"+\" or the end at character 11 of the formula, found \"*\".",
                "age ~ 0 + sex  | expected the name of a column at character 7 of the formula, found \"0\".",
                "age ~ sex + sex| a term stands here twice.",
                "age ~ sex:sex  | a term stands here twice.",
                "age ~ age      | a column stands on both sides of the formula.",
                "age ~ `sex     | a quoted name has no end.",
                "age ~ ``       | a quoted name is empty."
            })
    void what_is_no_formula_is_refused_with_its_place(String formula, String problem) {
        rejects(
                glm(formula),
                "a.yaml, line 5, analyses[0].glm: " + problem
                        + "\n  A formula is: response ~ column + column + column:column."
                        + "\n  Names with blanks or other signs stand in back quotes: `hours per week`.");
    }

    @Test
    void an_interaction_needs_its_columns() {
        rejects(
                glm("age ~ sex + sex:months"),
                "a.yaml, line 5, analyses[0].glm: an interaction needs the columns that interact as terms of their own.\n"
                        + "  Write a + b + a:b.");
    }

    @Test
    void nothing_is_ignored() {
        rejects(
                "  - id: m\n    glm: age ~ sex\n    famly: gaussian\n",
                "a.yaml, line 5, analyses[0].famly: there is no such key here.\n  Did you mean \"family\"?\n"
                        + "  Choices: id, glm, family, table, kaplan-meier, cox, event-level.");
        rejects(
                glm("age ~ sex") + glm("age ~ months"),
                "a.yaml, line 6, analyses[1].id: the analysis's id is taken; the first is on line 3.");
        rejects(
                "  - id: m\n",
                "a.yaml, line 3, analyses[0]: expected exactly one of glm, table, kaplan-meier and cox, found none.");
        rejects(
                glm("age ~ sex") + "    event-level: a\n",
                "a.yaml, line 6, analyses[0].event-level: the key has no meaning here.\n"
                        + "  Only family binomial has an event.");
        rejects(
                "  - id: t\n    table: {by: [sex], statistic: count, of: age}\n",
                "a.yaml, line 4, analyses[0].table.of: the key has no meaning here.\n"
                        + "  Counts are of rows; write statistic: mean for the mean of a column.");
        rejects(
                "  - id: Bad Id\n    glm: age ~ sex\n",
                "a.yaml, line 3, analyses[0].id: expected small letters, digits and single hyphens, found other signs.");
        rejects("  []\n", "a.yaml, line 3, analyses: expected at least one analysis, found an empty list.");
        rejects(
                "  - &x\n    id: m\n",
                "a.yaml, line 3, analyses[0]: found an anchor (&name).\n"
                        + "  Only plain data is allowed here: write the value out.");
    }
}
