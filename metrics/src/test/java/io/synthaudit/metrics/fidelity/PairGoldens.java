package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.RawColumn;
import io.synthaudit.core.table.RawTable;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.core.table.Tabulation;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Associations by scipy 1.10.1 and pandas 1.5.3 in {@code goldens/<set>/scipy_<variant>.json}, entries {@code
 * association_real} and {@code association_syn}: missing values dropped per pair, Cramer's V without any correction.
 */
final class PairGoldens {

    private static final Pattern ENTRY = Pattern.compile("\"([^\"|]+\\|[^\"|]+)\": *([-0-9.eE+]+|\\[[^]]*]|\\{[^}]*})");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][-0-9.eE+]*");

    private PairGoldens() {}

    /** Sets and variants with goldens. */
    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("adult", "ctgan"),
                Arguments.of("adult", "cart"),
                Arguments.of("breast_cancer_seer", "synthpop"),
                Arguments.of("breast_cancer_seer", "gcopula"),
                Arguments.of("nist_ma2019", "cart"));
    }

    /** All numbers of one kind of association, by pair, synthetic minus real. */
    static Map<String, double[]> differences(String dataset, String variant, String kind) {
        String json;
        try {
            json = Files.readString(SharedData.file("goldens/" + dataset + "/scipy_" + variant + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, double[]> real = section(json, "association_real", kind);
        Map<String, double[]> made = section(json, "association_syn", kind);
        Map<String, double[]> differences = new LinkedHashMap<>();
        real.forEach((pair, numbers) -> {
            double[] other = made.get(pair);
            double[] difference = new double[numbers.length];
            for (int i = 0; i < difference.length; i++) {
                difference[i] = other[i] - numbers[i];
            }
            differences.put(pair, difference);
        });
        assertThat(differences).isNotEmpty();
        return differences;
    }

    private static Map<String, double[]> section(String json, String table, String kind) {
        int from = json.indexOf('{', json.indexOf("\"" + kind + "\"", json.indexOf("\"" + table + "\"")));
        int depth = 0;
        int to = from;
        do {
            depth += json.charAt(to) == '{' ? 1 : json.charAt(to) == '}' ? -1 : 0;
            to++;
        } while (depth > 0);
        Map<String, double[]> result = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(json.substring(from + 1, to - 1));
        while (entry.find()) {
            String body = entry.group(2).replaceAll("\"[^\"]*\"", "");
            result.put(
                    entry.group(1),
                    NUMBER.matcher(body)
                            .results()
                            .mapToDouble(n -> Double.parseDouble(n.group()))
                            .toArray());
        }
        return result;
    }

    /** The metric's values of a pair of real tables, in the order of its measures; empty if it has none. */
    static <S extends State<S>> double[] values(PairMetric<S> metric, Tables tables, String pair) {
        Schema schema = tables.schema();
        String[] names = pair.split("\\|");
        Statistic<S> statistic = metric.statistic(field(schema, names[0]), field(schema, names[1]));
        Profile profile = Profile.of(tables.training());
        List<Measured> measured = metric.compare(
                new CodedTable(tables.training(), profile).observe(statistic, profile, null),
                new CodedTable(tables.synthetic(), profile).observe(statistic, profile, null),
                new Comparison(0.95, 1, 1, profile.column(0)));
        return measured.stream().mapToDouble(m -> m.estimate().value()).toArray();
    }

    private static Field field(Schema schema, String name) {
        return schema.field(schema.indexOf(name).orElseThrow());
    }

    /** Only the columns of one pair, so that profiles are cheap. */
    static Tables only(Tables tables, String pair) {
        String[] names = pair.split("\\|");
        return Tables.of(only(tables.training(), names), only(tables.synthetic(), names), null);
    }

    private static Table only(Table table, String[] names) {
        Schema schema = table.schema();
        int a = schema.indexOf(names[0]).orElseThrow();
        int b = schema.indexOf(names[1]).orElseThrow();
        int[] order = a < b ? new int[] {a, b} : new int[] {b, a};
        return new Table(
                new Schema(List.of(schema.field(order[0]), schema.field(order[1])), true),
                List.of(table.column(order[0]), table.column(order[1])),
                table.rows());
    }

    /** The vectors of {@code goldens/vectors}: columns x and y numeric, c and d categorical. */
    static Tables vectors() {
        Schema schema = new Schema(
                List.of(
                        Field.of("x", Kind.NUMERIC),
                        Field.of("y", Kind.NUMERIC),
                        Field.of("c", Kind.CATEGORICAL),
                        Field.of("d", Kind.CATEGORICAL)),
                true);
        return Tabulation.tables(schema, raw("real"), raw("synthetic"), raw("real"));
    }

    private static RawTable raw(String name) {
        List<String[]> lines;
        try {
            lines = Files.readAllLines(SharedData.file("goldens/vectors/" + name + ".csv")).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<RawColumn> columns = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            int column = c;
            Map<String, Integer> distinct = new LinkedHashMap<>();
            int[] cells = lines.stream()
                    .skip(1)
                    .mapToInt(line -> {
                        distinct.putIfAbsent(line[column], distinct.size());
                        return distinct.get(line[column]);
                    })
                    .toArray();
            columns.add(new RawColumn(lines.get(0)[c], distinct.keySet().toArray(String[]::new), cells));
        }
        return new RawTable(name, columns, lines.size() - 1);
    }

    /**
     * Fails unless both lists of numbers agree to 1e-9. Where a column is constant there is nothing to compare: ours is not
     * applicable, the golden a convention of 0 or 1 that is the same in both tables.
     */
    static void same(String pair, double[] actual, double... expected) {
        if (actual.length == 0) {
            assertThat(expected).as(pair).containsOnly(new double[] {0}, within(1e-12));
            return;
        }
        assertThat(actual).as(pair).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as(pair + " " + i).isCloseTo(expected[i], within(1e-9));
        }
    }

    /** The state of the vectors' real table. */
    static <S extends State<S>> S real(PairMetric<S> metric, String first, String second) {
        Tables tables = vectors();
        Profile profile = Profile.of(tables.training());
        Schema schema = tables.schema();
        return new CodedTable(tables.training(), profile)
                .observe(metric.statistic(field(schema, first), field(schema, second)), profile, null);
    }
}
