package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Simulated coverage of the bounds of metrics of numbers: even, skewed, heaped and zero-inflated laws, at no difference and at
 * one. Truth is the same measure between two samples of five million. "given" is the share of tables that get an interval; a
 * bound that is not given is not wrong, so coverage is one minus the share of all tables with a wrong bound.
 */
final class NumberCoverageTest {

    private static final Field FIELD = Field.of("x", Kind.NUMERIC);
    private static final int MANY = 5_000_000;

    private enum Law {
        EVEN(r -> 100 * r.nextDouble()),
        NORMAL(NumberCoverageTest::normal),
        NORMAL_MOVED(r -> 0.3 + 1.3 * normal(r)),
        AGES(r -> 17 + Math.min(73, Math.floor(8 * (exponential(r) + exponential(r) + exponential(r))))),
        AGES_HEAPED(r -> {
            double age = AGES.draw.applyAsDouble(r);
            return r.nextInt(4) == 0 ? 5 * Math.rint(age / 5) : age;
        }),
        SKEWED(r -> StrictMath.exp(normal(r))),
        LESS_SKEWED(r -> StrictMath.exp(0.5 * normal(r))),
        ZEROS(r -> r.nextInt(100) < 92 ? 0 : StrictMath.exp(8 + normal(r))),
        FEWER_ZEROS(r -> r.nextInt(100) < 70 ? 0 : StrictMath.exp(8 + normal(r)));

        private final ToDoubleFunction<UniformRandomProvider> draw;

        Law(ToDoubleFunction<UniformRandomProvider> draw) {
            this.draw = draw;
        }

        double[] draw(int n, UniformRandomProvider random) {
            return DoubleStream.generate(() -> draw.applyAsDouble(random))
                    .limit(n)
                    .toArray();
        }
    }

    private static double normal(UniformRandomProvider r) {
        return Math.sqrt(-2 * StrictMath.log(1 - r.nextDouble())) * StrictMath.cos(2 * Math.PI * r.nextDouble());
    }

    private static double exponential(UniformRandomProvider r) {
        return -StrictMath.log(1 - r.nextDouble());
    }

    /** How often the bounds of one measure hold. */
    private static final class Seen {
        private int given;
        private int lowerWrong;
        private int upperWrong;
        private double width;

        void add(Estimate estimate, double truth) {
            if (estimate == null || !estimate.hasInterval()) {
                return;
            }
            double rounding = 1e-9 * Math.max(1e-3, Math.abs(truth));
            given++;
            lowerWrong += estimate.interval().lower() > truth + rounding ? 1 : 0;
            upperWrong += estimate.interval().upper() < truth - rounding ? 1 : 0;
            width += estimate.interval().width();
        }
    }

    private static final List<ColumnMetric<?>> METRICS =
            List.of(new Moments(), new Quantiles(), new Tails(), new ZeroInflation(), new Heaping());

    @Test
    void bounds_hold_for_small_tables_of_one_law() {
        for (Law law : new Law[] {Law.NORMAL, Law.AGES, Law.ZEROS}) {
            simulate(law, law, 279, 200, 200).forEach((measure, seen) -> {
                assertThat(seen.lowerWrong).as(law + " " + measure).isLessThanOrEqualTo(22);
                assertThat(seen.upperWrong).as(law + " " + measure).isLessThanOrEqualTo(22);
            });
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "EVEN,EVEN",
        "NORMAL,NORMAL",
        "NORMAL,NORMAL_MOVED",
        "AGES,AGES",
        "AGES,AGES_HEAPED",
        "SKEWED,SKEWED",
        "SKEWED,LESS_SKEWED",
        "LESS_SKEWED,SKEWED",
        "ZEROS,ZEROS",
        "ZEROS,FEWER_ZEROS",
        "FEWER_ZEROS,ZEROS"
    })
    void bounds_cover_at_their_level(Law training, Law synthetic) {
        for (int[] rows : new int[][] {{279, 279}, {2_682, 2_682}, {2_682, 1_000}}) {
            int repetitions = 4_000;
            Map<String, Seen> all = simulate(training, synthetic, rows[0], rows[1], repetitions);
            all.forEach((measure, seen) -> System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %d, %d | %.3f | %.3f | %.3f | %.3g |",
                    measure,
                    training,
                    synthetic,
                    rows[0],
                    rows[1],
                    (double) seen.given / repetitions,
                    1 - (double) seen.lowerWrong / repetitions,
                    1 - (double) seen.upperWrong / repetitions,
                    seen.width / seen.given)));
            int most = (int) (repetitions * (0.06 + 3 * Math.sqrt(0.95 * 0.05 / repetitions)));
            all.forEach((measure, seen) -> {
                assertThat(seen.lowerWrong).as(measure).isLessThanOrEqualTo(most);
                assertThat(seen.upperWrong).as(measure).isLessThanOrEqualTo(most);
            });
        }
    }

    private static Map<String, Seen> simulate(Law training, Law synthetic, int n, int m, int repetitions) {
        RandomStreams streams = new RandomStreams(9);
        Truth truth = TRUTHS.computeIfAbsent(training + "/" + synthetic, key -> Truth.of(training, synthetic));
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (int i = 0; i < repetitions; i++) {
            UniformRandomProvider random = streams.stream(training + "/" + synthetic + "/" + n + "/" + m + "/" + i);
            Pair pair = Pair.of(training.draw(n, random), synthetic.draw(m, random));
            // The unit is the training table's own, which is known: what is to be covered is expressed in it.
            double unit = pair.profile().column(0).spread() / truth.spread();
            pair.compare().forEach((measure, estimate) -> {
                if (truth.values().containsKey(measure)) {
                    double expected = truth.values().get(measure);
                    seen.computeIfAbsent(measure, key -> new Seen())
                            .add(estimate, isScaled(measure) ? expected / unit : expected);
                }
            });
        }
        return seen;
    }

    private static final Map<String, Truth> TRUTHS = new LinkedHashMap<>();

    private record Truth(Map<String, Double> values, double spread) {

        static Truth of(Law training, Law synthetic) {
            RandomStreams streams = new RandomStreams(9);
            double[] a = training.draw(MANY, streams.stream("a"));
            Pair pair = Pair.of(a, training == synthetic ? a : synthetic.draw(MANY, streams.stream("b")));
            Map<String, Double> values = new LinkedHashMap<>();
            pair.compare().forEach((measure, estimate) -> values.put(measure, estimate.value()));
            return new Truth(values, pair.profile().column(0).spread());
        }
    }

    private record Pair(
            Profile profile, CodedTable training, CodedTable synthetic, Map<Statistic<?>, State<?>[]> states) {

        static Pair of(double[] a, double[] b) {
            Table training = table(a);
            Profile profile = Profile.of(training);
            return new Pair(
                    profile,
                    new CodedTable(training, profile),
                    new CodedTable(table(b), profile),
                    new LinkedHashMap<>());
        }

        Map<String, Estimate> compare() {
            Map<String, Estimate> values = new LinkedHashMap<>();
            for (ColumnMetric<?> metric : METRICS) {
                for (Measured measured : compare(metric)) {
                    values.put(
                            metric.description().id() + "/" + measured.measure().id(), measured.estimate());
                }
            }
            values.remove("fidelity.quantiles/qmse");
            values.remove("fidelity.heaping/last-digit");
            return values;
        }

        @SuppressWarnings("unchecked")
        private <S extends State<S>> List<Measured> compare(ColumnMetric<S> metric) {
            // Equal statistics have equal state types.
            State<?>[] both = states.computeIfAbsent(metric.statistic(FIELD), s -> new State<?>[] {
                training.observe(metric.statistic(FIELD), profile, null),
                synthetic.observe(metric.statistic(FIELD), profile, null)
            });
            return metric.compare((S) both[0], (S) both[1], new Comparison(0.95, 1, 1, profile.column(0)));
        }
    }

    private static boolean isScaled(String measure) {
        return measure.contains("-scaled") || measure.startsWith("fidelity.quantiles");
    }

    private static Table table(double[] values) {
        return new Table(new Schema(List.of(FIELD), true), List.of(new NumberColumn(FIELD, values, 0)), values.length);
    }
}
