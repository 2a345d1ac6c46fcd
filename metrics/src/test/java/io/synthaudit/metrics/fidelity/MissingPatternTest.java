package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
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
import io.synthaudit.testkit.Damage;
import io.synthaudit.testkit.FixedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MissingPatternTest extends SetContract {

    private static final Dictionary YES = new Dictionary(new String[] {"yes"}, 1);

    @Override
    protected TableEvaluation evaluation() {
        return new MissingPattern();
    }

    /** Cells go missing. */
    @Override
    protected Damage damage() {
        return Damage.STRANGE;
    }

    private static Observation of(List<Observation> found, String measure) {
        return of(found, measure, List.of());
    }

    /** One column per letter of a row, missing where it is a dash; every other column is of numbers. */
    private static Table table(String... rows) {
        int columns = rows[0].length();
        List<Column> cells = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            int column = c;
            cells.add(column(
                    c,
                    IntStream.range(0, rows.length)
                            .mapToObj(row -> rows[row].charAt(column) == '-')
                            .toArray(Boolean[]::new)));
        }
        return new Table(new Schema(cells.stream().map(Column::field).toList(), true), cells, rows.length);
    }

    private static Column column(int c, Boolean[] missing) {
        if (c % 2 == 0) {
            double[] values = new double[missing.length];
            for (int row = 0; row < values.length; row++) {
                values[row] = missing[row] ? Double.NaN : 1;
            }
            return new NumberColumn(Field.of("c" + c, Kind.NUMERIC), values, 0);
        }
        int[] codes = new int[missing.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = missing[row] ? CodeColumn.MISSING : 0;
        }
        return new CodeColumn(Field.of("c" + c, Kind.CATEGORICAL), YES, codes, 0);
    }

    private static String[] times(Object... rowsAndTimes) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < rowsAndTimes.length; i += 2) {
            for (int k = 0; k < (Integer) rowsAndTimes[i + 1]; k++) {
                rows.add((String) rowsAndTimes[i]);
            }
        }
        return rows.toArray(String[]::new);
    }

    /** Shares .5, .25, .25, 0 and .5, 0, .25, .25: half of 0 + .25 + 0 + .25; numbers of missing cells 0, 1, 2 as .5, .5, 0. */
    @Test
    void the_numbers_are_those_of_the_shares_of_patterns() {
        List<Observation> found = observe(Tables.of(
                table("xxx", "xxx", "-xx", "xx-"),
                table("xxx", "xxx", "--x", "xx-"),
                table("xxx", "xxx", "-xx", "xx-")));
        assertThat(of(found, "distance").estimate().value()).isEqualTo(.25);
        assertThat(of(found, "unseen").estimate().value()).isEqualTo(.25);
        assertThat(of(found, "missing-cells").estimate().value()).isEqualTo(.25);
        assertThat(of(found, "distance").note()).isEqualTo("Over 3 columns that miss cells; training has 3 patterns.");
    }

    /** SDV#2288: which cells are missing together is lost though every column misses as many as before. */
    @Test
    void blocks_of_missing_cells_that_are_scattered_are_caught() {
        String[] blocks = times("xxxx", 900, "----", 100);
        String[] scattered = times("xxxx", 600, "-xxx", 100, "x-xx", 100, "xx-x", 100, "xxx-", 100);
        List<Observation> found =
                observe(Tables.of(table(blocks), table(scattered), table(times("xxxx", 450, "----", 50))));
        assertThat(of(found, "distance").estimate().value()).isCloseTo(.4, within(1e-12));
        assertThat(of(found, "distance").excess().interval().lower()).isGreaterThan(.3);
        assertThat(of(found, "unseen").excess().interval().lower()).isGreaterThan(.35);
        assertThat(of(found, "missing-cells").excess().interval().lower()).isGreaterThan(.2);
    }

    @Test
    void more_scattered_rows_never_look_better() {
        Table training = table(times("xx", 300, "--", 100));
        double before = -1;
        for (int moved = 0; moved <= 100; moved += 20) {
            Table synthetic = table(times("xx", 300 - moved, "--", 100 - moved, "-x", moved, "x-", moved));
            List<Observation> found = observe(Tables.of(training, synthetic, training));
            assertThat(of(found, "distance").estimate().value()).isCloseTo(2 * moved / 400.0, within(1e-12));
            assertThat(of(found, "distance").excess().value()).isGreaterThan(before);
            before = of(found, "distance").excess().value();
        }
    }

    @Test
    void beyond_sixty_four_columns_patterns_are_told_apart_all_the_same() {
        UniformRandomProvider random = new RandomStreams(4).stream("wide");
        Table[] tables = new Table[3];
        for (int t = 0; t < 3; t++) {
            String[] rows = new String[400];
            for (int i = 0; i < 400; i++) {
                char[] cells = "x".repeat(1_000).toCharArray();
                // Row i misses cells i and, in the synthetic table, another one.
                cells[i % 200] = '-';
                if (t == 1) {
                    cells[999 - random.nextInt(300)] = '-';
                }
                rows[i] = new String(cells);
            }
            tables[t] = table(rows);
        }
        List<Observation> found = observe(Tables.of(tables[0], tables[1], tables[2]));
        assertThat(of(found, "distance").estimate().value()).isEqualTo(1, within(1e-9));
        assertThat(of(found, "unseen").estimate().value()).isEqualTo(1);
        assertThat(of(found, "unseen").yardstick().value()).isZero();
        List<Observation> same = observe(Tables.of(tables[0], tables[2], tables[2]));
        assertThat(of(same, "distance").estimate().value()).isZero();
    }

    @Test
    void rows_that_share_no_pattern_are_no_excess_over_fresh_ones() {
        List<Observation> found = observe(Tables.of(noise(300, 1), noise(300, 2), noise(300, 3)));
        assertThat(of(found, "distance").estimate().value()).isGreaterThan(.9);
        assertThat(of(found, "distance").excess().interval().contains(0)).isTrue();
        assertThat(of(found, "unseen").excess().interval().contains(0)).isTrue();
    }

    private static Table noise(int rows, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("noise");
        String[] cells = new String[rows];
        for (int i = 0; i < rows; i++) {
            StringBuilder row = new StringBuilder();
            for (int c = 0; c < 40; c++) {
                row.append(random.nextInt(2) == 0 ? '-' : 'x');
            }
            cells[i] = row.toString();
        }
        return table(cells);
    }

    @Test
    void tables_without_missing_cells_have_no_patterns() {
        Table complete = table("xx", "xx");
        List<Observation> found = observe(Tables.of(complete, complete, complete));
        assertThat(found)
                .hasSize(3)
                .allSatisfy(o -> assertThat(o.reason().text()).isEqualTo("No column of any table misses a cell."));
    }

    @Test
    void persons_with_several_rows_widen_the_bounds() {
        Table training = table(times("xx", 300, "--", 100));
        Table synthetic = table(times("xx", 260, "--", 140));
        int[] persons = IntStream.range(0, 400).map(i -> i / 4).toArray();
        Interval alone = of(observe(Tables.of(training, synthetic, training)), "distance")
                .estimate()
                .interval();
        Interval clustered = of(
                        evaluation()
                                .evaluate(FixedRun.of(new Tables(
                                        training,
                                        synthetic,
                                        Optional.of(training),
                                        Optional.of(persons),
                                        Optional.of(persons)))),
                        "distance")
                .estimate()
                .interval();
        assertThat(clustered.width()).isGreaterThan(1.2 * alone.width());
    }

    @Test
    void bounds_cover_in_a_small_simulation() {
        for (double[] seen : coverage(279, 3, 0, 200)) {
            assertThat(Math.min(seen[0], seen[1])).isGreaterThan(.9);
        }
    }

    /** So many columns with 10 % of missing cells each, which are missing together with probability .5 or, at 1, less often. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "279, 3, 0",
        "279, 3, 1",
        "279, 8, 0",
        "279, 8, 1",
        "2682, 3, 0",
        "2682, 3, 1",
        "2682, 8, 0",
        "2682, 8, 1"
    })
    void bounds_cover_at_their_level(int n, int columns, int planted) {
        String[] names = {"distance", "missing-cells", "distance excess", "missing-cells excess", "unseen excess"};
        double[][] seen = coverage(n, columns, planted, 4_000);
        for (int i = 0; i < names.length; i++) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d columns | %s | %.3f | %.3f | %.3f |",
                    names[i],
                    n,
                    columns,
                    planted == 0 ? "zero" : "planted",
                    seen[i][0],
                    seen[i][1],
                    seen[i][2]));
        }
        for (double[] s : seen) {
            assertThat(Math.min(s[0], s[1])).isGreaterThan(.94 - 3 * Math.sqrt(.95 * .05 / 4_000));
        }
    }

    /** Truth is the distance of the laws for values, and the mean over all repetitions for excesses. */
    private static double[][] coverage(int n, int columns, int planted, int repetitions) {
        RandomStreams streams = new RandomStreams(9);
        double[][][] found = new double[5][repetitions][];
        for (int r = 0; r < repetitions; r++) {
            UniformRandomProvider random = streams.stream(n + "/" + columns + "/" + planted + "/" + r);
            Table training = draw(n, columns, 0, random);
            Table synthetic = draw(n, columns, planted, random);
            Table holdout = draw(n / 2, columns, 0, random);
            List<Observation> seen = new MissingPattern()
                    .evaluate(FixedRun.of(training, synthetic, holdout).seed(r));
            Observation distance = of(seen, "distance");
            Observation cells = of(seen, "missing-cells");
            found[0][r] = numbers(distance.estimate());
            found[1][r] = numbers(cells.estimate());
            found[2][r] = numbers(distance.excess());
            found[3][r] = numbers(cells.excess());
            found[4][r] = numbers(of(seen, "unseen").excess());
        }
        double[] truths = truths(columns, planted);
        double[][] result = new double[5][];
        for (int i = 0; i < 5; i++) {
            double mean = 0;
            for (double[] f : found[i]) {
                mean += f[0] / repetitions;
            }
            result[i] = covered(found[i], i < 2 ? truths[i] : mean);
        }
        return result;
    }

    private static double[] numbers(io.synthaudit.core.interval.Estimate e) {
        return new double[] {e.value(), e.interval().lower(), e.interval().upper()};
    }

    private static double[] covered(double[][] found, double truth) {
        double[] result = new double[3];
        for (double[] f : found) {
            result[0] += f[1] <= truth + 1e-9 ? 1.0 / found.length : 0;
            result[1] += f[2] >= truth - 1e-9 ? 1.0 / found.length : 0;
            result[2] += (f[2] - f[1]) / found.length;
        }
        return result;
    }

    private static double together(int planted) {
        return planted == 0 ? .05 : .02;
    }

    /** A row misses all cells with some probability, else each by itself so that the rates are 10 %. */
    private static double alone(int planted) {
        return (.1 - together(planted)) / (1 - together(planted));
    }

    private static Table draw(int rows, int columns, int planted, UniformRandomProvider random) {
        String[] cells = new String[rows];
        for (int i = 0; i < rows; i++) {
            boolean all = random.nextDouble() < together(planted);
            StringBuilder row = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                row.append(all || random.nextDouble() < alone(planted) ? '-' : 'x');
            }
            cells[i] = row.toString();
        }
        return table(cells);
    }

    private static double[] truths(int columns, int planted) {
        double[] p = byNumber(columns, 0);
        double[] q = byNumber(columns, planted);
        double distance = 0;
        double below = 0;
        double largest = 0;
        for (int k = 0; k <= columns; k++) {
            // Patterns of one number of missing cells are equally likely.
            distance += Math.abs(p[k] - q[k]) / 2;
            below += p[k] - q[k];
            largest = Math.max(largest, Math.abs(below));
        }
        return new double[] {distance, largest};
    }

    private static double[] byNumber(int columns, int planted) {
        double[] law = new double[columns + 1];
        double choose = 1;
        for (int k = 0; k <= columns; k++) {
            law[k] = (1 - together(planted))
                    * choose
                    * Math.pow(alone(planted), k)
                    * Math.pow(1 - alone(planted), columns - k);
            choose = choose * (columns - k) / (k + 1);
        }
        law[columns] += together(planted);
        return law;
    }
}
