package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.RealTables;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Moments and quantiles of every column of numbers of real tables against {@code goldens/*&#47;scipy_*.json} (numpy 1.24, scipy
 * 1.10.1: std with ddof 1, skew and kurtosis as they are by default) and StatisticSimilarity in {@code sdmetrics_*.json}.
 */
final class MomentGoldensTest {

    @ParameterizedTest
    @CsvSource({
        "adult, ctgan, 6",
        "breast_cancer_seer, synthpop, 5",
        "breast_cancer_seer, gcopula, 5",
        "nist_ma2019, cart, 5",
        "nist_ma2019, leaky50, 5"
    })
    void moments_and_quantiles_are_those_of_other_tools(String dataset, String variant, int most) throws IOException {
        Tables tables = RealTables.load(dataset, variant);
        Profile profile = Profile.of(tables.training());
        CodedTable training = new CodedTable(tables.training(), profile);
        CodedTable synthetic = new CodedTable(tables.synthetic(), profile);
        String scipy = text(dataset, "scipy_" + variant);
        String sdmetrics = text(dataset, "sdmetrics_" + variant).split("\"single_column\": \\{", 2)[1];
        int compared = 0;
        for (int c = 0; c < profile.schema().size(); c++) {
            Field field = profile.schema().field(c);
            if (!field.kind().isNumber()) {
                continue;
            }
            ColumnProfile column = profile.column(c);
            SortedCounts a = training.observe(new Distinct(field), profile, null);
            SortedCounts b = synthetic.observe(new Distinct(field), profile, null);
            String moments = block(scipy, field.name());
            moments = moments.substring(moments.indexOf("\"moments\""));
            String real = moments.substring(0, moments.indexOf("\"syn\""));
            String syn = moments.substring(moments.indexOf("\"syn\""));
            double range = number(real, "max") - number(real, "min");
            double mean = value(new Moments(), "mean", a, b, column);
            double sd = value(new Moments(), "sd", a, b, column);
            double median = value(new Quantiles(), "p50", a, b, column) * column.spread();
            close(mean, number(syn, "mean") - number(real, "mean"), number(real, "mean"));
            close(sd, number(syn, "std_ddof1") - number(real, "std_ddof1"), number(real, "std_ddof1"));
            close(value(new Moments(), "skewness", a, b, column), number(syn, "skew") - number(real, "skew"), 1);
            close(
                    value(new Moments(), "kurtosis", a, b, column),
                    number(syn, "kurtosis_excess") - number(real, "kurtosis_excess"),
                    number(real, "kurtosis_excess"));
            close(median, number(syn, "median") - number(real, "median"), range);
            for (String[] quantile : new String[][] {{"p5", "q05"}, {"p25", "q25"}, {"p75", "q75"}, {"p95", "q95"}}) {
                double difference = value(new Quantiles(), quantile[0], a, b, column) * column.spread();
                close(difference, number(syn, quantile[1]) - number(real, quantile[1]), range);
            }
            String similarity = block(sdmetrics, field.name());
            close(1 - Math.abs(mean) / range, score(similarity, "mean"), 1);
            close(1 - Math.abs(sd) / range, score(similarity, "std"), 1);
            close(1 - Math.abs(median) / range, score(similarity, "median"), 1);
            compared++;
        }
        assertThat(compared).isGreaterThanOrEqualTo(most);
    }

    private static double value(
            ColumnMetric<SortedCounts> metric, String measure, SortedCounts a, SortedCounts b, ColumnProfile column) {
        return metric.compare(a, b, new Comparison(0.95, 1, 1, column)).stream()
                .filter(m -> m.measure().id().equals(measure))
                .mapToDouble(m -> m.estimate().value())
                .findFirst()
                .orElseThrow();
    }

    private static void close(double actual, double golden, double scale) {
        assertThat(actual).isEqualTo(golden, within(1e-9 * Math.max(1, Math.abs(scale))));
    }

    private static String text(String dataset, String name) throws IOException {
        return Files.readString(SharedData.file("goldens/" + dataset + "/" + name + ".json"));
    }

    /** The object of a column, two blanks deep. */
    private static String block(String json, String column) {
        String start = "\n  \"" + column + "\": {";
        String rest = json.substring(json.indexOf(start) + start.length());
        return rest.substring(0, rest.indexOf("\n  }"));
    }

    private static double score(String json, String statistic) {
        return number(json.substring(json.indexOf("\"StatisticSimilarity_" + statistic + "\"")), "score");
    }

    private static double number(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\": ([-+.0-9eE]+)").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("the golden file has no number " + name);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
