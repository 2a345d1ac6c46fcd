package io.synthaudit.learn.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.RealTables;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Golden rows and numbers of other tools: {@code ../shared/goldens}, the first synthetic rows against training and holdout.
 *
 * <ul>
 *   <li>{@code gower_rows_<variant>.csv}: a plain loop in Python, 12 digits stored;
 *   <li>{@code sdmetrics_dcr_rows_<variant>.csv}: SDMetrics 0.29.0, which scales distances to the holdout by the holdout's own
 *       ranges where we take those of training;
 *   <li>{@code sklearn_<variant>.json}, {@code euclidean_onehot}: scikit-learn 1.2.1's brute force, quantiles by numpy.
 * </ul>
 */
class NearestGoldenTest {

    private static final int ROWS = 2000;

    private static Table first(Table table, int rows) {
        return table.select(IntStream.range(0, Math.min(rows, table.rows())).toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "adult, ctgan",
        "adult, cart",
        "adult, leaky50",
        "breast_cancer_seer, gcopula",
        "breast_cancer_seer, independent",
        "breast_cancer_seer, leaky50",
        "breast_cancer_seer, memoriser",
        "breast_cancer_seer, synthpop",
        "nist_ma2019, cart",
        "nist_ma2019, independent",
        "nist_ma2019, leaky50"
    })
    void distances_neighbours_and_ties_are_those_of_other_tools(String dataset, String variant) throws IOException {
        Tables tables = RealTables.load(dataset, variant);
        Table holdout = tables.holdout().orElseThrow();
        assertGowerRows(tables, holdout, RealTables.golden(dataset + "/gower_rows_" + variant + ".csv"));
        assertSdmetricsRows(tables, holdout, RealTables.golden(dataset + "/sdmetrics_dcr_rows_" + variant + ".csv"));
        String json = Files.readString(SharedData.file("goldens/" + dataset + "/sklearn_" + variant + ".json"));
        OneHot encoding = new OneHot(tables.training(), holdout, tables.synthetic());
        assertOneHot(encoding, tables.synthetic(), tables.training(), "real", json);
        assertOneHot(encoding, tables.synthetic(), holdout, "holdout", json);
    }

    private static void assertGowerRows(Tables tables, Table others, List<double[]> golden) {
        Table queries = first(tables.synthetic(), golden.size());
        Gower gower = Gower.of(tables.training());
        Nearest real =
                NearestSearch.of(gower, queries, tables.training()).withSecond().run(new Threads(2));
        Nearest holdout = NearestSearch.of(gower, queries, others).withSecond().run(new Threads(2));
        Neighbours two =
                NeighbourSearch.of(gower, queries, tables.training(), 2).run(new Threads(2));
        for (int i = 0; i < golden.size(); i++) {
            double[] row = golden.get(i);
            assertThat(real.distance(i)).as("d1_real, row %d", i).isCloseTo(row[0], within(1e-11));
            assertThat(real.second(i)).as("d2_real, row %d", i).isCloseTo(row[1], within(1e-11));
            assertThat(real.ties(i)).as("n_ties_real, row %d", i).isEqualTo((int) row[3]);
            assertThat(two.distance(i, 0)).isEqualTo(real.distance(i));
            assertThat(two.distance(i, 1)).isEqualTo(real.second(i));
            if (row[3] == 1) {
                assertThat(real.row(i)).as("nn_real_row, row %d", i).isEqualTo((int) row[2]);
                assertThat(two.row(i, 0)).isEqualTo((int) row[2]);
            }
            assertThat(holdout.distance(i)).as("d1_holdout, row %d", i).isCloseTo(row[4], within(1e-11));
            assertThat(holdout.second(i)).as("d2_holdout, row %d", i).isCloseTo(row[5], within(1e-11));
            if (holdout.ties(i) == 1) {
                assertThat(holdout.row(i)).as("nn_holdout_row, row %d", i).isEqualTo((int) row[6]);
            }
        }
    }

    private static void assertSdmetricsRows(Tables tables, Table others, List<double[]> golden) {
        Table queries = first(tables.synthetic(), golden.size());
        Nearest real = NearestSearch.of(Gower.of(tables.training()), queries, tables.training())
                .run(new Threads(2));
        Nearest holdout = NearestSearch.of(Gower.of(others), queries, others).run(new Threads(2));
        for (int i = 0; i < golden.size(); i++) {
            assertThat(real.distance(i)).as("synthetic_to_real, row %d", i).isCloseTo(golden.get(i)[0], within(1e-11));
            assertThat(holdout.distance(i))
                    .as("synthetic_to_holdout, row %d", i)
                    .isCloseTo(golden.get(i)[1], within(1e-11));
        }
    }

    private static void assertOneHot(OneHot encoding, Table synthetic, Table base, String name, String json) {
        Neighbours two = DesignSearch.euclidean(encoding.encode(first(synthetic, ROWS)), encoding.encode(base), 2)
                .run(new Threads(2));
        double[] nearest = new double[two.queries()];
        double[] ratios = new double[two.queries()];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = two.distance(i, 0);
            ratios[i] = two.distance(i, 1) == 0 ? 1 : two.distance(i, 0) / two.distance(i, 1);
        }
        assertSummary(nearest, "dcr_synthetic_to_" + name, json);
        assertSummary(ratios, "nndr_synthetic_to_" + name, json);
    }

    private static void assertSummary(double[] values, String entry, String json) {
        Matcher numbers = Pattern.compile("\"" + entry + "\": \\{([^}]*)}")
                .matcher(json.substring(json.indexOf("\"euclidean_onehot\"")));
        assertThat(numbers.find()).isTrue();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // Equal rows are those of the Gower distance: scikit-learn's |a|^2 - 2ab + |b|^2 leaves 11 of adult's 49 a
        // little apart.
        Matcher gower = Pattern.compile("\"" + entry + "\": \\{([^}]*)}").matcher(json);
        assertThat(gower.find()).isTrue();
        double zeros = Arrays.stream(values).filter(x -> x == 0).count() / (double) values.length;
        assertThat(zeros).isCloseTo(number(gower.group(1), "zero_share"), within(1e-12));
        double close = zeros == number(numbers.group(1), "zero_share") ? 1e-9 : 1e-6;
        assertThat(Arrays.stream(values).average().orElseThrow())
                .as(entry)
                .isCloseTo(number(numbers.group(1), "mean"), within(close));
        double[] levels = {0, 0.01, 0.05, 0.5, 0.95};
        String[] names = {"min", "p01", "p05", "median", "p95"};
        for (int k = 0; k < levels.length; k++) {
            double at = levels[k] * (sorted.length - 1);
            int below = (int) at;
            double value = sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
            assertThat(value).as(entry + " " + names[k]).isCloseTo(number(numbers.group(1), names[k]), within(1e-9));
        }
    }

    /** Dates as numbers, booleans as levels, missing salaries and dates; the id stays out. */
    @Test
    void dates_and_booleans_of_student_placements_are_those_of_sdmetrics() throws IOException {
        String[] columns =
                ("second_perc high_perc degree_perc experience_years employability_perc mba_perc salary duration start_date"
                                + " end_date gender high_spec degree_type mba_spec work_experience placed")
                        .split(" ");
        Map<String, Integer> codes = new HashMap<>();
        Table training = students("real", columns, codes);
        Nearest nearest = NearestSearch.of(Gower.of(training), students("synthetic", columns, codes), training)
                .run(Parallel.NONE);
        List<double[]> golden = RealTables.golden("student_placements/sdmetrics_dcr_rows_demo.csv");
        assertThat(golden).hasSize(nearest.queries());
        for (int i = 0; i < golden.size(); i++) {
            assertThat(nearest.distance(i)).isCloseTo(golden.get(i)[0], within(1e-11));
        }
    }

    private static Table students(String name, String[] columns, Map<String, Integer> codes) throws IOException {
        List<String[]> lines = Files.readString(SharedData.file("data/student_placements/" + name + ".csv"))
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
        Object[] cells = new Object[columns.length];
        for (int j = 0; j < columns.length; j++) {
            int place = Arrays.asList(lines.get(0)).indexOf(columns[j]);
            Stream<String> column = lines.stream().skip(1).map(line -> line[place]);
            boolean date = columns[j].endsWith("date");
            cells[j] = j < 10
                    ? column.mapToDouble(cell -> cell.isEmpty()
                                    ? Double.NaN
                                    : date ? LocalDate.parse(cell).toEpochDay() : Double.parseDouble(cell))
                            .toArray()
                    : column.mapToInt(cell -> codes.computeIfAbsent(cell, c -> codes.size()))
                            .toArray();
        }
        return Mixed.table(cells);
    }

    private static double number(String object, String name) {
        Matcher number = Pattern.compile("\"" + name + "\": ([-+.0-9eE]+)").matcher(object);
        assertThat(number.find()).as(name).isTrue();
        return Double.parseDouble(number.group(1));
    }
}
