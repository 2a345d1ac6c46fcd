package io.synthaudit.metrics.conformance;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.metrics.conformance.Rule.Reading;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** SDMetrics 0.29.0: scores, of which 1 is best. */
final class SdmetricsNumbers implements OtherTool {

    private static final String WEAK = "QualityReport pairs (defaults)";
    private static final String ALL = "QualityReport pairs (thresholds 0)";

    private static final Rule PEARSON = Rule.similarity("fidelity.correlation-difference/difference", 2);
    private static final Rule CONTINGENCY = Rule.complement("fidelity.pair-tvd/distance");

    /** By the path of a number of a column. */
    private static final Map<String, Rule> COLUMNS = Map.ofEntries(
            entry("KSComplement", Rule.complement("fidelity.ks/distance")),
            entry("RangeCoverage", Rule.is("validity.range-coverage/coverage")),
            entry(
                    "BoundaryAdherence",
                    Rule.is("validity.boundary-adherence/share")
                            .unless(Reason.MISSING_VIOLATES, ofAllRows("validity.boundary-adherence/share"))),
            entry("MissingValueSimilarity.score", Rule.similarity("validity.missing-rate-difference/difference", 1)),
            entry(
                    "TVComplement",
                    Rule.complement("fidelity.tvd/distance-present")
                            .unless(Reason.SMOOTHED, (m, c) -> 1 - shares(m, c[0], false)[0] / 2)),
            entry("StatisticSimilarity_mean.score", statistic(Rule.is("fidelity.moments/mean"))),
            entry("StatisticSimilarity_std.score", statistic(Rule.is("fidelity.moments/sd"))),
            entry("StatisticSimilarity_median.score", statistic(ScipyNumbers.quantile("p50"))),
            entry("CategoryCoverage", Rule.is("validity.category-coverage/share")),
            entry(
                    "CategoryAdherence",
                    Rule.is("validity.category-adherence/share")
                            .unless(Reason.MISSING_VIOLATES, ofAllRows("validity.category-adherence/share"))),
            entry(
                    "CSTest",
                    Rule.is("fidelity.chi-square/p-value")
                            .unless(
                                    Reason.PROPORTIONS,
                                    (m, c) -> hasMissing(m, c[0]) ? Double.NaN : shares(m, c[0], false)[1])
                            .unless(Reason.NAN_LEVELS, (m, c) -> shares(m, c[0], true)[1])));

    /** By the path of a number of a pair. */
    private static final Map<String, Rule> PAIRS = Map.ofEntries(
            entry("ContingencySimilarity", CONTINGENCY),
            entry(
                    "ContingencySimilarity_10bins_real_edges",
                    CONTINGENCY.unless(
                            Reason.BINS,
                            (m, c) -> CONTINGENCY
                                    .ours()
                                    .of(m.as("10 bins of training", t -> Retabulated.binsOfTraining(t, 10)), c))),
            entry("CorrelationSimilarity_Pearson.score", PEARSON),
            entry(
                    "CorrelationSimilarity_Spearman.score",
                    Rule.similarity("fidelity.spearman-difference/difference", 2)));

    @Override
    public String name() {
        return "sdmetrics";
    }

    @Override
    public void compare(Place place, JsonNode golden, Findings into) {
        Golden.fields(golden.get("single_column"))
                .forEach((column, node) -> Golden.numbers(node)
                        .forEach((path, theirs) -> into.add(place, path, COLUMNS.get(path), theirs, column)));
        for (JsonNode pair : golden.get("column_pairs")) {
            String first = pair.get("columns").get(0).asText();
            String second = pair.get("columns").get(1).asText();
            Golden.numbers(pair)
                    .forEach((path, theirs) -> into.add(place, path, PAIRS.get(path), theirs, first, second));
        }
        JsonNode report = golden.get("QualityReport");
        for (JsonNode row : report.get("column_shapes")) {
            column(place, "QualityReport ", row, into);
        }
        for (JsonNode row : golden.get("DiagnosticReport").get("data_validity")) {
            column(place, "DiagnosticReport ", row, into);
        }
        for (JsonNode row : golden.get("QualityReport_thresholds_0").get("column_pair_trends")) {
            into.add(place, ALL, pair(row), score(row), columns(row));
        }
        for (JsonNode row : report.get("column_pair_trends")) {
            boolean weak = !row.get("Meets Threshold?").asBoolean();
            Rule rule = weak ? pair(row).unless(Reason.WEAK_PAIRS, (m, c) -> Double.NaN) : pair(row);
            into.add(place, WEAK, rule, score(row), columns(row));
        }
        for (String part : List.of("QualityReport", "QualityReport_thresholds_0", "DiagnosticReport")) {
            into.add(place, part + " score", null, golden.get(part).get("score").asDouble());
            golden.get(part)
                    .get("properties")
                    .forEach(p -> into.add(
                            place, part + " score", null, p.get("Score").asDouble()));
        }
        for (String part : List.of(
                "LogisticDetection", "NewRowSynthesis", "DCR", "DCROverfittingProtection", "DCRBaselineProtection")) {
            if (golden.has(part)) {
                Golden.numbers(golden.get(part)).forEach((path, theirs) -> into.add(place, part, null, theirs));
            }
        }
    }

    private static void column(Place place, String report, JsonNode row, Findings into) {
        String metric = row.get("Metric").asText();
        into.add(
                place,
                report + metric,
                COLUMNS.get(metric),
                score(row),
                row.get("Column").asText());
    }

    private static double score(JsonNode row) {
        return row.get("Score").isNull() ? Double.NaN : row.get("Score").asDouble();
    }

    private static String[] columns(JsonNode row) {
        return new String[] {row.get("Column 1").asText(), row.get("Column 2").asText()};
    }

    private static Rule pair(JsonNode row) {
        return row.get("Metric").asText().equals("CorrelationSimilarity")
                ? PEARSON
                : CONTINGENCY.unless(
                        Reason.OWN_BINS,
                        (m, c) -> CONTINGENCY
                                .ours()
                                .of(m.as("10 bins of each", t -> Retabulated.binsOfEachTable(t, 10)), c));
    }

    /** A share of present synthetic cells made one of all synthetic rows, unless training has missing cells. */
    private static Reading ofAllRows(String name) {
        return (m, c) -> {
            List<Counts> both = m.states(new Levels(m.field(c[0])));
            double rows = both.get(1).rows();
            double missing = both.get(1).missing();
            double inside = m.of(name, c) * (rows - missing);
            return both.get(0).missing() == 0 ? inside / rows : (inside + missing) / rows;
        };
    }

    /** One minus the size of a difference over training's range, at least 0. */
    static Rule statistic(Rule difference) {
        return Rule.of(
                "1 - abs(" + difference.label() + ") over training range",
                (m, c) -> Math.max(0, 1 - Math.abs(difference.ours().of(m, c)) / ScipyNumbers.range(m, c[0])));
    }

    private static boolean hasMissing(Measurements m, String column) {
        return m.states(new Levels(m.field(column))).stream().anyMatch(c -> c.missing() > 0);
    }

    /**
     * Sum of absolute differences of smoothed shares, and p of the chi-square of these shares. With missing cells those of
     * training are a level that the synthetic table lacks, and those of the synthetic table one that training lacks.
     */
    static double[] shares(Measurements m, String column, boolean withMissing) {
        Measurements known = m.as("known", Retabulated::everyLevelKnown);
        List<Counts> both = known.states(new Levels(known.field(column)));
        int size = both.get(0).size();
        double[] real = new double[size + 2];
        double[] made = new double[size + 2];
        for (int k = 0; k < size; k++) {
            real[k] = both.get(0).cells()[k];
            made[k] = both.get(1).cells()[k];
        }
        real[size] = withMissing ? both.get(0).missing() : 0;
        made[size + 1] = withMissing ? both.get(1).missing() : 0;
        double n = 0;
        double rows = 0;
        int levels = 0;
        for (int k = 0; k < real.length; k++) {
            real[k] = real[k] == 0 && made[k] > 0 ? 1e-6 : real[k];
            n += real[k];
            rows += made[k];
            levels += real[k] > 0 ? 1 : 0;
        }
        double sum = 0;
        double statistic = 0;
        for (int k = 0; k < real.length; k++) {
            double difference = made[k] / rows - real[k] / n;
            sum += Math.abs(difference);
            statistic += real[k] > 0 ? difference * difference / (real[k] / n) : 0;
        }
        double p = levels < 2 ? 1 : ChiSquaredDistribution.of(levels - 1).survivalProbability(statistic);
        return new double[] {sum, p};
    }
}
