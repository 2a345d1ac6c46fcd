package io.synthaudit.metrics.conformance;

import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.metrics.fidelity.CramersVDifference;
import io.synthaudit.metrics.fidelity.MutualInformationDifference;
import io.synthaudit.metrics.fidelity.SetVectors;
import io.synthaudit.metrics.fidelity.TheilsUDifference;
import io.synthaudit.metrics.fidelity.TotalVariationDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The two small tables {@code goldens/vectors} and what the field's formulas give on them (fidelity.md b.12): numbers by numpy
 * and scipy, utility.tab by a run of synthpop 1.9-2.
 */
final class GoldenVectors {

    private static final double LN_2 = StrictMath.log(2);

    /** synthpop's columns of utility.tab, and our measures. */
    private static final String[] SYNTHPOP = {
        "vw", "ft", "jsd", "specks", "wmabsdd", "u", "g", "pmse", "po50", "mabsdd", "dbhatt", "s-jsd"
    };

    private final Place place = new Place("vectors", "vectors", "", new Measurements(SetVectors.load()));
    private final List<Compared> compared = new ArrayList<>();

    private GoldenVectors() {}

    /** All numbers of the table that belong to columns, pairs and tables of counts. */
    static List<Compared> compared() {
        GoldenVectors vectors = new GoldenVectors();
        vectors.columns();
        vectors.pairs();
        vectors.tables();
        return vectors.compared;
    }

    private void add(String metric, double theirs, Rule rule, String... columns) {
        compared.add(Compared.of(place, metric, rule, theirs, columns));
    }

    private void columns() {
        add("KS D", 0.07, Rule.is("fidelity.ks/distance"), "x");
        add(
                "TVComplement",
                0.8000000025,
                Rule.complement("fidelity.tvd/distance-present")
                        .unless(Reason.SMOOTHED, (m, c) -> 1 - SdmetricsNumbers.shares(m, c[0], false)[0] / 2),
                "c");
        add("exact 1 - TVD", 0.8, Rule.complement("fidelity.tvd/distance-present"), "c");
        add(
                "accuracy_max (mostlyai-qa, five decimals)",
                0.92898,
                Rule.of("1 - expectation of fidelity.tvd/distance between fresh samples", (m, c) -> {
                    Counts counts = m.states(new Levels(m.field(c[0]))).get(0);
                    double expected = new TotalVariationDistance().expected("distance", counts, 200, 150);
                    return Math.rint(1e5 * (1 - expected)) / 1e5;
                }),
                "c");
        add("CategoryCoverage", 0.75, Rule.is("validity.category-coverage/share"), "c");
        add("CategoryAdherence", 0.9, Rule.is("validity.category-adherence/share"), "c");
        add("BoundaryAdherence", 0.933333333333333, Rule.is("validity.boundary-adherence/share"), "x");
        add("RangeCoverage", 1, Rule.is("validity.range-coverage/coverage"), "x");
        add(
                "StatisticSimilarity mean",
                0.965487037037037,
                SdmetricsNumbers.statistic(Rule.is("fidelity.moments/mean")),
                "x");
        add(
                "StatisticSimilarity std",
                0.978926858151668,
                SdmetricsNumbers.statistic(Rule.is("fidelity.moments/sd")),
                "x");
        add(
                "StatisticSimilarity median",
                0.966666666666667,
                SdmetricsNumbers.statistic(ScipyNumbers.quantile("p50")),
                "x");
        add("qMSE (SynthEval)", 8e-05, Rule.is("fidelity.quantiles/qmse"), "x");
        add("chi-square p, two samples", 0.048138729964037, Rule.is("fidelity.chi-square/p-value"), "d");
        add(
                "chi-square p, of proportions",
                0.963749662200128,
                Rule.is("fidelity.chi-square/p-value")
                        .unless(Reason.PROPORTIONS, (m, c) -> SdmetricsNumbers.shares(m, c[0], false)[1]),
                "d");
        add("W1", 0.348166666666667, Rule.is("fidelity.wasserstein/distance"), "x");
        add(
                "W1 over range",
                0.0348166666666667,
                Rule.of(
                        "fidelity.wasserstein/distance over training range",
                        (m, c) -> m.of("fidelity.wasserstein/distance", c) / 10),
                "x");
        add("energy distance", 0.174747260173863, Rule.is("fidelity.energy/distance"), "x");
        add("JS base 2", 0.332175111614377, Rule.is("fidelity.js/distance-present"), "c");
        add("Hellinger", 0.327383073741525, Rule.is("fidelity.hellinger/distance-present"), "c");
        add("JS base 2, 10 bins", 0.022297912873551, inTenBins("fidelity.js/distance-present", 1), "x");
        add("JS base e, 10 bins", 0.0185642301820675, inTenBins("fidelity.js/distance-present", Math.sqrt(LN_2)), "x");
        add("Hellinger, 10 bins", 0.0185651175153973, inTenBins("fidelity.hellinger/distance-present", 1), "x");
        add(
                "JS base 2, 10 Doane bins of both",
                0.0975021500876299,
                Rule.of(
                        "fidelity.js/distance-present in their bins",
                        (m, c) -> m.as("10 bins of both", t -> Retabulated.binsOfBoth(t, 10))
                                .of("fidelity.js/distance-present", c)),
                "x");
    }

    /** The vectors' bins leave out what lies beyond training's range, as numpy.histogram does. */
    private static Rule inTenBins(String name, double scale) {
        return Rule.of(name + " in their bins", (m, c) -> {
            Measurements inside = m.as("inside", GoldenVectors::withinTraining);
            return scale
                    * inside.as("10 bins of training", t -> Retabulated.binsOfTraining(t, 10))
                            .of(name, c);
        });
    }

    private static Tables withinTraining(Tables tables) {
        int x = tables.schema().indexOf("x").orElseThrow();
        double[] values = ((NumberColumn) tables.synthetic().column(x)).values();
        int[] inside = IntStream.range(0, values.length)
                .filter(i -> values[i] >= 0 && values[i] <= 10)
                .toArray();
        return Tables.of(tables.training(), tables.synthetic().select(inside), null);
    }

    private void pairs() {
        add(
                "Pearson S - R",
                0.26030348808278 - 0.285618830418845,
                Rule.is("fidelity.correlation-difference/difference"),
                "x",
                "y");
        add(
                "CorrelationSimilarity Pearson",
                0.987342328831968,
                Rule.similarity("fidelity.correlation-difference/difference", 2),
                "x",
                "y");
        add(
                "CorrelationSimilarity Spearman",
                0.91491435681319,
                Rule.similarity("fidelity.spearman-difference/difference", 2),
                "x",
                "y");
        add("Kendall tau b, S - R", -0.121879353921253, Rule.is("fidelity.kendall-difference/difference"), "x", "y");
        Rule contingency = Rule.complement("fidelity.pair-tvd/distance");
        add("Contingency", 0.655, contingency, "c", "d");
        add(
                "k-marginal of the pair (NIST)",
                655,
                Rule.of(
                        "1000 (1 - fidelity.pair-tvd/distance)",
                        (m, c) -> 1000 * contingency.ours().of(m, c)),
                "c",
                "d");
        add(
                "Contingency, 10 training bins",
                0.695,
                contingency.unless(
                        Reason.BINS,
                        (m, c) -> contingency
                                .ours()
                                .of(m.as("10 bins of training", t -> Retabulated.binsOfTraining(t, 10)), c)),
                "x",
                "c");
        add(
                "Contingency, 10 bins of each table",
                0.718333333333333,
                contingency.unless(
                        Reason.OWN_BINS,
                        (m, c) -> contingency
                                .ours()
                                .of(m.as("10 bins of each", t -> Retabulated.binsOfEachTable(t, 10)), c)),
                "x",
                "c");
        add(
                "Cramer V, R",
                0.0326805210464636,
                Rule.of(
                        "fidelity.cramers-v-difference/difference-plain from 0",
                        (m, c) -> OneTable.of(
                                training(m), new CramersVDifference(), "difference-plain", (a, b) -> 0, 2, 3)),
                "c",
                "d");
        add(
                "V^2, R (SynthEval)",
                0.00106801645586835,
                Rule.of("square of fidelity.cramers-v-difference/difference-plain from 0", (m, c) -> {
                    double v =
                            OneTable.of(training(m), new CramersVDifference(), "difference-plain", (a, b) -> 0, 2, 3);
                    return v * v;
                }),
                "c",
                "d");
        add(
                "Cramer V bias-corrected, R",
                0,
                Rule.of(
                        "fidelity.cramers-v-difference/difference from 0",
                        (m, c) -> OneTable.of(training(m), new CramersVDifference(), "difference", (a, b) -> 0, 2, 3)),
                "c",
                "d");
        add(
                "mutual information in nats, R",
                0.00107658991347037,
                Rule.of(
                        "fidelity.mutual-information-difference/difference-bits from 0, times ln 2",
                        (m, c) -> LN_2
                                * OneTable.of(
                                        training(m),
                                        new MutualInformationDifference(),
                                        "difference-bits",
                                        (a, b) -> 0,
                                        2,
                                        3)),
                "c",
                "d");
        add(
                "NMI, R",
                0.000913036331157727,
                Rule.of(
                        "fidelity.mutual-information-difference/difference from 0",
                        (m, c) -> OneTable.of(
                                training(m), new MutualInformationDifference(), "difference", (a, b) -> 0, 2, 3)),
                "c",
                "d");
        add(
                "Theil U(c|d), R",
                0.000841181668770993,
                Rule.of(
                        "fidelity.theils-u-difference/first-given-second from 0",
                        (m, c) -> OneTable.of(
                                training(m), new TheilsUDifference(), "first-given-second", (a, b) -> 0, 2, 3)),
                "c",
                "d");
        add("eta, R", 0.109255140296853, eta(false), "x", "c");
        add("eta^2, R (SynthEval)", 0.0119366856812849, eta(true), "x", "c");
    }

    private static Table training(Measurements m) {
        return m.tables().training();
    }

    /** Eta of training is the difference from a table that holds every number once at every level. */
    private static Rule eta(boolean square) {
        String label = "fidelity.correlation-ratio-difference/difference from 0";
        return Rule.of(square ? "square of " + label : label, (m, c) -> {
            double eta =
                    m.as("crossed", GoldenVectors::crossed).of("fidelity.correlation-ratio-difference/difference", c);
            return square ? eta * eta : eta;
        });
    }

    /** In the place of training a table of x by c without association; training in that of the synthetic table. */
    private static Tables crossed(Tables tables) {
        int x = tables.schema().indexOf("x").orElseThrow();
        int c = tables.schema().indexOf("c").orElseThrow();
        Field number = Field.of("x", Kind.NUMERIC);
        Table training = tables.training();
        var levels = (CodeColumn) training.column(c);
        int rows = training.rows();
        int known = levels.dictionary().known();
        double[] numbers = new double[rows * known];
        int[] codes = new int[rows * known];
        double[] values = ((NumberColumn) training.column(x)).values();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values[i / known];
            codes[i] = i % known;
        }
        Schema schema = new Schema(List.of(number, levels.field()), true);
        return Tables.of(
                new Table(
                        schema,
                        List.of(
                                new NumberColumn(number, numbers, 0),
                                new CodeColumn(levels.field(), levels.dictionary(), codes, 0)),
                        numbers.length),
                new Table(schema, List.of(training.column(x), levels), rows),
                null);
    }

    private void tables() {
        utility(
                new double[] {
                    69.825,
                    128.615612366939,
                    0.110340304776024,
                    0.2,
                    19.0260548096471,
                    19500,
                    8.63046217355341,
                    0.0279183673469388,
                    11.4285714285714,
                    0.4,
                    0.327383073741525,
                    27.8577968393457
                },
                4,
                2,
                "c");
        utility(
                new double[] {
                    137.13542691311,
                    245.19362529198,
                    0.217326272206872,
                    0.345,
                    44.3373934298041,
                    22665,
                    41.042590440867,
                    0.0548313243800856,
                    16.8571428571429,
                    0.69,
                    0.452026571206439,
                    18.2895728847848
                },
                12,
                6,
                "c",
                "d");
        utility(
                new double[] {
                    2.21497480936819,
                    2.19752706008489,
                    0.00263970580427331,
                    0.0466666666666666,
                    3.19979907733954,
                    15897,
                    2.25265808609642,
                    0.000885620915032679,
                    6.57142857142857,
                    0.0933333333333333,
                    0.0427933703985882,
                    0.66645083281541
                },
                4,
                4,
                "x");
        utility(
                new double[] {
                    79.9252849836419, 138.785150054633, 0.122353981968944, 0.241666666666667, 47.4734765195059,
                    20285.5, 20.0938814063613, 0.0319567986606815, 12.5714285714286, 0.483333333333333,
                    0.340079831381095, 5.37233209190126
                },
                23,
                14,
                "x",
                "c");
    }

    private void utility(double[] theirs, int df, int dfG, String... columns) {
        for (int i = 0; i < SYNTHPOP.length; i++) {
            add("utility.tab " + SYNTHPOP[i], theirs[i], Rule.is("fidelity.synthpop-tables/" + SYNTHPOP[i]), columns);
        }
        add("utility.tab df", df, SynthpopNumbers.ratio("vw", "s-pmse"), columns);
        add("utility.tab dfG", dfG, SynthpopNumbers.ratio("g", "s-g"), columns);
    }
}
