package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the bounds of means over marginals hold, where the truth is known: five columns of four levels, each copying its
 * neighbour half of the time; the synthetic law lets go of that dependence in a share of its rows.
 */
@Tag("slow")
final class MarginalCoverageTest {

    private static final int COLUMNS = 5;
    private static final int LEVELS = 4;
    private static final int CELLS = 1_024;
    private static final int REPETITIONS = Integer.getInteger("repetitions", 2_000);
    private static final Schema SCHEMA = new Schema(
            IntStream.range(0, COLUMNS)
                    .mapToObj(c -> Field.of("c" + c, Kind.CATEGORICAL))
                    .toList(),
            true);

    @ParameterizedTest
    @CsvSource({
        "100, 100, 60, 0", "100, 100, 60, 0.3", "100, 100, 60, 1",
        "500, 300, 200, 0", "500, 300, 200, 0.1", "500, 300, 200, 1",
        "3000, 3000, 1000, 0", "3000, 3000, 1000, 0.05", "3000, 3000, 1000, 0.5"
    })
    void bounds_cover_the_truth_at_their_level(int n, int m, int h, double damage) {
        double[] real = law(0);
        double[] other = law(damage);
        double[] triples = distances(real, other, 3);
        double[] pairs = distances(real, other, 2);
        TreeMap<String, Held> held = new TreeMap<>();
        TreeMap<String, List<Observation>> excesses = new TreeMap<>();
        for (int i = 0; i < REPETITIONS; i++) {
            UniformRandomProvider random = new RandomStreams(i).stream(n + "/" + damage);
            Tables tables = Tables.of(table(n, real, random), table(m, other, random), table(h, real, random));
            List<Observation> found = new ArrayList<>(
                    new TripleTotalVariation().evaluate(FixedRun.of(tables).seed(i)));
            found.addAll(new KMarginal().evaluate(FixedRun.of(tables).seed(i)));
            for (Observation o : found) {
                if (o.measure().equals("distance")) {
                    continue;
                }
                excesses.computeIfAbsent(o.measure(), key -> new ArrayList<>()).add(o);
                double truth = switch (o.measure()) {
                    case "distance-mean" -> Arrays.stream(triples).average().orElseThrow();
                    case "distance-p95", "distance-largest" -> triples[triples.length - 1];
                    case "score" -> 1000 * (1 - Arrays.stream(pairs).average().orElseThrow());
                    default -> Double.NaN;
                };
                if (!Double.isNaN(truth)) {
                    held.computeIfAbsent(o.measure(), key -> new Held())
                            .add(o.estimate().interval(), truth);
                }
            }
        }
        for (String measure : excesses.keySet()) {
            List<Observation> all = excesses.get(measure);
            of(
                    held,
                    measure + " excess",
                    all,
                    o -> o.excess().value(),
                    o -> o.excess().interval());
            if (measure.endsWith("equivalence")) {
                of(
                        held,
                        measure,
                        all,
                        o -> o.estimate().value(),
                        o -> o.estimate().interval());
            }
        }
        for (String name : held.keySet()) {
            Held of = held.get(name);
            System.out.printf(
                    Locale.ROOT,
                    "%5d %5d %5d %.2f  %-30s lower %.4f upper %.4f width %.4f%n",
                    n,
                    m,
                    h,
                    damage,
                    name,
                    of.share(of.lower),
                    of.share(of.upper),
                    of.width / of.all);
        }
        for (String name : held.keySet()) {
            Held of = held.get(name);
            assertThat(of.share(of.lower)).as("lower bound of " + name).isGreaterThanOrEqualTo(0.94);
            assertThat(of.share(of.upper)).as("upper bound of " + name).isGreaterThanOrEqualTo(0.94);
        }
    }

    /** What is sought is the expectation at these sizes, which the mean over repetitions is. */
    private static void of(
            TreeMap<String, Held> held,
            String name,
            List<Observation> all,
            ToDoubleFunction<Observation> value,
            java.util.function.Function<Observation, Interval> interval) {
        double truth = all.stream().mapToDouble(value).average().orElseThrow();
        Held of = held.computeIfAbsent(name, key -> new Held());
        all.forEach(o -> of.add(interval.apply(o), truth));
    }

    private static final class Held {
        private int all;
        private int lower;
        private int upper;
        private double width;

        private void add(Interval interval, double truth) {
            all++;
            lower += interval.lower() <= truth + 1e-12 ? 1 : 0;
            upper += interval.upper() >= truth - 1e-12 ? 1 : 0;
            width += interval.width();
        }

        private double share(int held) {
            return (double) held / all;
        }
    }

    /** Shares of all 1,024 rows that there can be. */
    private static double[] law(double damage) {
        double[] first = {0.5, 0.3, 0.15, 0.05};
        double[] law = new double[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            double kept = 1;
            double free = 1;
            for (int c = 0; c < COLUMNS; c++) {
                int level = level(cell, c);
                double copied = c == 0 ? 0 : level == level(cell, c - 1) ? 0.5 : 0;
                kept *= c == 0 ? first[level] : copied + 0.5 * first[level];
                free *= first[level];
            }
            law[cell] = (1 - damage) * kept + damage * free;
        }
        return law;
    }

    private static int level(int cell, int column) {
        return cell >> 2 * column & LEVELS - 1;
    }

    /** Distances of all marginals of an order, sorted. */
    private static double[] distances(double[] p, double[] q, int order) {
        return IntStream.range(0, 1 << COLUMNS)
                .filter(set -> Integer.bitCount(set) == order)
                .mapToDouble(set -> {
                    int mask = 0;
                    for (int c = 0; c < COLUMNS; c++) {
                        mask |= (set >> c & 1) * 3 << 2 * c;
                    }
                    double[] difference = new double[CELLS];
                    for (int cell = 0; cell < CELLS; cell++) {
                        difference[cell & mask] += p[cell] - q[cell];
                    }
                    return Arrays.stream(difference).map(Math::abs).sum() / 2;
                })
                .sorted()
                .toArray();
    }

    private static Table table(int rows, double[] law, UniformRandomProvider random) {
        double[] cumulated = law.clone();
        for (int cell = 1; cell < CELLS; cell++) {
            cumulated[cell] += cumulated[cell - 1];
        }
        int[][] codes = new int[COLUMNS][rows];
        for (int i = 0; i < rows; i++) {
            int at = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[CELLS - 1]);
            int cell = Math.min(CELLS - 1, at < 0 ? -at - 1 : at);
            for (int c = 0; c < COLUMNS; c++) {
                codes[c][i] = level(cell, c);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < COLUMNS; c++) {
            Dictionary dictionary = new Dictionary(new String[] {"a", "b", "c", "d"}, LEVELS);
            columns.add(new CodeColumn(SCHEMA.field(c), dictionary, codes[c], 0));
        }
        return new Table(SCHEMA, columns, rows);
    }
}
