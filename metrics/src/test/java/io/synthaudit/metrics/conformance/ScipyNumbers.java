package io.synthaudit.metrics.conformance;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Field;
import io.synthaudit.metrics.conformance.Rule.Reading;
import io.synthaudit.metrics.fidelity.CramersVDifference;
import io.synthaudit.metrics.fidelity.MutualInformationDifference;
import io.synthaudit.metrics.fidelity.TheilsUDifference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** scipy 1.10.1 and pandas 1.5.3 on columns and pairs: missing cells dropped, no correction of any kind. */
final class ScipyNumbers implements OtherTool {

    private static final double LN_2 = StrictMath.log(2);

    /** By the path of a number of a column. */
    private static final Map<String, Rule> COLUMNS = Map.ofEntries(
            entry("n_real", Rule.of("present training cells", (m, c) -> present(m, 0, c[0]))),
            entry("n_syn", Rule.of("present synthetic cells", (m, c) -> present(m, 1, c[0]))),
            entry("ks_statistic", Rule.is("fidelity.ks/distance")),
            entry("wasserstein", Rule.is("fidelity.wasserstein/distance")),
            entry(
                    "wasserstein_over_real_range",
                    Rule.of(
                            "fidelity.wasserstein/distance over training range",
                            (m, c) -> m.of("fidelity.wasserstein/distance", c) / range(m, c[0]))),
            entry("energy_distance", Rule.is("fidelity.energy/distance")),
            entry("jsd20.jensenshannon_distance_base2", in20Bins(Rule.is("fidelity.js/distance-present"))),
            entry("jsd20.divergence_base2", in20Bins(Rule.of("square of fidelity.js/distance-present", (m, c) -> {
                double distance = m.of("fidelity.js/distance-present", c);
                return distance * distance;
            }))),
            entry("jsd20.tv", in20Bins(Rule.is("fidelity.tvd/distance-present"))),
            entry("levels", Rule.of("levels of either table", (m, c) -> levels(m, c[0]))),
            entry("tv", Rule.is("fidelity.tvd/distance-present")),
            entry(
                    "jensenshannon_distance_base2",
                    Rule.is("fidelity.js/distance-present").unlessLevelsStandApart()),
            entry(
                    "jensenshannon_distance_nat",
                    Rule.of(
                                    "fidelity.js/distance-present times root of ln 2",
                                    (m, c) -> m.of("fidelity.js/distance-present", c) * Math.sqrt(LN_2))
                            .unlessLevelsStandApart()),
            entry("hellinger", Rule.is("fidelity.hellinger/distance-present").unlessLevelsStandApart()),
            entry("chi2.statistic", Rule.is("fidelity.chi-square/statistic")),
            entry("chi2.dof", Rule.is("fidelity.chi-square/df").unlessLevelsStandApart()),
            entry("chi2.pvalue", Rule.is("fidelity.chi-square/p-value").unlessLevelsStandApart()));

    /** By the moment of a column; the difference of both tables is compared. */
    private static final Map<String, Rule> MOMENTS = Map.ofEntries(
            entry("mean", Rule.is("fidelity.moments/mean")),
            entry("std_ddof1", Rule.is("fidelity.moments/sd")),
            entry("skew", Rule.is("fidelity.moments/skewness")),
            entry("kurtosis_excess", Rule.is("fidelity.moments/kurtosis")),
            entry("q05", quantile("p5")),
            entry("q25", quantile("p25")),
            entry("median", quantile("p50")),
            entry("q75", quantile("p75")),
            entry("q95", quantile("p95")),
            entry("min", extreme("below", 1)),
            entry("max", extreme("above", -1)));

    /** By the path of a number of a pair; the difference of both tables is compared. */
    private static final Map<String, Rule> PAIRS = Map.ofEntries(
            entry("pearson", Rule.is("fidelity.correlation-difference/difference")),
            entry("spearman", Rule.is("fidelity.spearman-difference/difference")),
            entry("kendall_tau_b", Rule.is("fidelity.kendall-difference/difference")),
            entry(
                    "cramers_v",
                    levels(
                            Rule.is("fidelity.cramers-v-difference/difference-plain"),
                            (m, c) -> OneTable.difference(
                                    m, new CramersVDifference(), "difference-plain", (a, b) -> 0, c))),
            entry(
                    "theils_u[0]",
                    levels(
                            Rule.of("fidelity.theils-u-difference/first-given-second", theils(true)),
                            (m, c) -> OneTable.difference(
                                    m, new TheilsUDifference(), "first-given-second", (a, b) -> a ? 1 : 0, c))),
            entry(
                    "theils_u[1]",
                    levels(
                            Rule.of("fidelity.theils-u-difference/second-given-first", theils(false)),
                            (m, c) -> OneTable.difference(
                                    m, new TheilsUDifference(), "second-given-first", (a, b) -> b ? 1 : 0, c))),
            entry(
                    "mutual_information.mi_nats",
                    levels(
                            Rule.of(
                                    "fidelity.mutual-information-difference/difference-bits times ln 2",
                                    (m, c) -> LN_2 * m.of("fidelity.mutual-information-difference/difference-bits", c)),
                            (m, c) -> LN_2
                                    * OneTable.difference(
                                            m, new MutualInformationDifference(), "difference-bits", (a, b) -> 0, c))),
            entry(
                    "mutual_information.nmi_arith",
                    levels(
                            Rule.is("fidelity.mutual-information-difference/difference"),
                            (m, c) -> OneTable.difference(
                                    m, new MutualInformationDifference(), "difference", (a, b) -> a && b ? 1 : 0, c))),
            entry(
                    "correlation_ratio",
                    Rule.is("fidelity.correlation-ratio-difference/difference").unless(Reason.UNSEEN_LEVELS, (m, c) -> {
                        int levels = m.schema().indexOf(c[0]).orElseThrow();
                        int numbers = m.schema().indexOf(c[1]).orElseThrow();
                        return Math.sqrt(OneTable.etaSquared(m.tables().synthetic(), levels, numbers))
                                - Math.sqrt(OneTable.etaSquared(m.tables().training(), levels, numbers));
                    })));

    @Override
    public String name() {
        return "scipy";
    }

    @Override
    public void compare(Place place, JsonNode golden, Findings into) {
        Golden.fields(golden.get("columns"))
                .forEach((column, node) -> Golden.numbers(node).forEach((path, theirs) -> {
                    if (path.startsWith("moments.")) {
                        moments(place, node, path, theirs, column, into);
                        return;
                    }
                    Rule rule = path.startsWith("counts.") || path.startsWith("jsd20.counts_")
                            ? count(path)
                            : COLUMNS.get(path);
                    String name = path.startsWith("counts.")
                            ? "counts"
                            : path.startsWith("jsd20.counts_") ? "jsd20.counts" : path;
                    into.add(place, name, rule, theirs, column);
                }));
        JsonNode made = golden.get("association_syn");
        Golden.fields(golden.get("association_real")).forEach((kind, pairs) -> {
            Golden.fields(pairs).forEach((pair, node) -> {
                Map<String, Double> synthetic = Golden.numbers(made.get(kind).get(pair));
                Golden.numbers(node).forEach((path, real) -> {
                    String name = kind + (path.isEmpty() || path.startsWith("[") ? path : "." + path);
                    into.add(place, name, PAIRS.get(name), synthetic.get(path) - real, pair.split("\\|"));
                });
            });
        });
        into.add(
                place,
                "pearson_matrix_mean_abs_diff_upper",
                Rule.of(
                        "mean of abs(fidelity.correlation-difference/difference)",
                        (m, c) -> Arrays.stream(pearson(m))
                                .map(Math::abs)
                                .average()
                                .orElseThrow()),
                golden.get("pearson_matrix_mean_abs_diff_upper").asDouble());
        into.add(
                place,
                "pearson_matrix_frobenius_diff",
                Rule.of(
                        "Frobenius norm of fidelity.correlation-difference/difference",
                        (m, c) -> Math.sqrt(
                                2 * Arrays.stream(pearson(m)).map(d -> d * d).sum())),
                golden.get("pearson_matrix_frobenius_diff").asDouble());
    }

    private static void moments(Place place, JsonNode node, String path, double theirs, String column, Findings into) {
        if (path.startsWith("moments.real.")) {
            String moment = path.substring("moments.real.".length());
            double synthetic = node.get("moments").get("syn").get(moment).asDouble();
            into.add(place, "moments." + moment, MOMENTS.get(moment), synthetic - theirs, column);
        }
    }

    private static double[] pearson(Measurements m) {
        List<Field> fields =
                m.schema().fields().stream().filter(f -> f.kind().isNumber()).toList();
        double[] differences = new double[fields.size() * (fields.size() - 1) / 2];
        int next = 0;
        for (int i = 0; i < fields.size(); i++) {
            for (int j = i + 1; j < fields.size(); j++) {
                differences[next++] = m.of(
                        "fidelity.correlation-difference/difference",
                        fields.get(i).name(),
                        fields.get(j).name());
            }
        }
        return differences;
    }

    /** In the column's own unit again. */
    static Rule quantile(String measure) {
        return Rule.of("fidelity.quantiles/" + measure + " times training sd", (m, c) -> {
            ColumnProfile profile = m.profile().column(m.schema().indexOf(c[0]).orElseThrow());
            return profile.spread() * m.of("fidelity.quantiles/" + measure, c);
        });
    }

    private static Rule extreme(String measure, int sign) {
        return Rule.of(
                "validity.range-coverage/" + measure + " times training range",
                (m, c) -> sign * range(m, c[0]) * m.of("validity.range-coverage/" + measure, c));
    }

    private static Rule in20Bins(Rule rule) {
        return rule.unless(
                Reason.BINS, (m, c) -> rule.ours().of(m.as("20 bins of both", t -> Retabulated.binsOfBoth(t, 20)), c));
    }

    /** An association of levels: with every level apart, and with the convention for constant columns. */
    private static Rule levels(Rule rule, Reading apart) {
        Reading constant = (m, c) -> Double.isNaN(rule.ours().of(m, c)) ? apart.of(m, c) : Double.NaN;
        return rule.unless(Reason.CONSTANT, constant).unless(Reason.UNSEEN_LEVELS, apart);
    }

    private static Reading theils(boolean firstGivenSecond) {
        return (m, c) -> {
            boolean inOrder = m.schema().indexOf(c[0]).orElseThrow()
                    < m.schema().indexOf(c[1]).orElseThrow();
            String measure = inOrder == firstGivenSecond ? "first-given-second" : "second-given-first";
            return m.of("fidelity.theils-u-difference/" + measure, c);
        };
    }

    private static double present(Measurements m, int side, String column) {
        Counts counts = m.states(new Levels(m.field(column))).get(side);
        return counts.rows() - counts.missing();
    }

    static double range(Measurements m, String column) {
        ColumnProfile profile = m.profile().column(m.schema().indexOf(column).orElseThrow());
        return profile.max() - profile.min();
    }

    private static double levels(Measurements m, String column) {
        Measurements known = m.as("known", Retabulated::everyLevelKnown);
        List<Counts> both = known.states(new Levels(known.field(column)));
        int levels = 0;
        for (int k = 0; k < both.get(0).size(); k++) {
            levels += both.get(0).cells()[k] + both.get(1).cells()[k] > 0 ? 1 : 0;
        }
        return levels;
    }

    /** {@code counts.<level>[side]} or {@code jsd20.counts_<side>[bin]}. */
    private static Rule count(String path) {
        int bracket = path.lastIndexOf('[');
        int index = Integer.parseInt(path.substring(bracket + 1, path.length() - 1));
        if (path.startsWith("counts.")) {
            String level = path.substring("counts.".length(), bracket);
            return Rule.of("rows per level", (m, c) -> {
                Measurements known = m.as("known", Retabulated::everyLevelKnown);
                int at = known.schema().indexOf(c[0]).orElseThrow();
                var dictionary = ((CodeColumn) known.tables().training().column(at)).dictionary();
                for (int code = 0; code < dictionary.size(); code++) {
                    if (dictionary.label(code).equals(level)) {
                        return known.states(new Levels(known.field(c[0])))
                                .get(index)
                                .cells()[code];
                    }
                }
                return 0;
            });
        }
        int side = path.contains("counts_real") ? 0 : 1;
        return Rule.of("rows per bin, in their bins", (m, c) -> {
            Measurements binned = m.as("20 bins of both", t -> Retabulated.binsOfBoth(t, 20));
            return binned.states(new Levels(binned.field(c[0]))).get(side).cells()[index];
        });
    }
}
