package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Tables;
import io.synthaudit.metrics.validity.RangeCoverage;
import io.synthaudit.testkit.RealTables;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every column of real tables against {@code goldens/*&#47;scipy_*.json} (scipy 1.10.1, missing cells dropped) and {@code
 * sdmetrics_*.json} (SDMetrics 0.29.0).
 */
final class ColumnGoldensTest {

    @ParameterizedTest
    @CsvSource({
        "adult, ctgan",
        "breast_cancer_seer, synthpop",
        "breast_cancer_seer, gcopula",
        "nist_ma2019, cart",
        "nist_ma2019, leaky50"
    })
    void every_column_is_at_the_distance_that_other_tools_give(String dataset, String variant) throws IOException {
        Tables tables = RealTables.load(dataset, variant);
        Profile profile = Profile.of(tables.training());
        CodedTable training = new CodedTable(tables.training(), profile);
        CodedTable synthetic = new CodedTable(tables.synthetic(), profile);
        String scipy = text(dataset, "scipy_" + variant);
        String sdmetrics = text(dataset, "sdmetrics_" + variant).split("\"single_column\": \\{", 2)[1];
        int compared = 0;
        for (int c = 0; c < profile.schema().size(); c++) {
            Field field = profile.schema().field(c);
            Sides sides = new Sides(training, synthetic, profile, field, c);
            String golden = block(scipy, field.name());
            if (field.kind().isNumber()) {
                sides.check(new WassersteinDistance(), "distance", number(golden, "wasserstein"));
                sides.check(new EnergyDistance(), "distance", number(golden, "energy_distance"));
                sides.check(new RangeCoverage(), "coverage", number(block(sdmetrics, field.name()), "RangeCoverage"));
                compared += 3;
            } else {
                String chi2 = golden.substring(golden.indexOf("\"chi2\""));
                sides.check(
                        new JensenShannonDistance(),
                        "distance-present",
                        number(golden, "jensenshannon_distance_base2"));
                sides.check(new HellingerDistance(), "distance-present", number(golden, "hellinger"));
                sides.check(new ChiSquare(), "statistic", number(chi2, "statistic"));
                sides.check(new ChiSquare(), "df", number(chi2, "dof"));
                sides.check(new ChiSquare(), "p-value", number(chi2, "pvalue"));
                compared += 5;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(3 * profile.schema().size());
    }

    private record Sides(CodedTable training, CodedTable synthetic, Profile profile, Field field, int column) {

        <S extends State<S>> void check(ColumnMetric<S> metric, String measure, double golden) {
            Comparison context = new Comparison(0.95, 1, 1, profile.column(column));
            double value = metric
                    .compare(
                            training.observe(metric.statistic(field), profile, null),
                            synthetic.observe(metric.statistic(field), profile, null),
                            context)
                    .stream()
                    .filter(m -> m.measure().id().equals(measure))
                    .map(Measured::estimate)
                    .mapToDouble(e -> e.value())
                    .findFirst()
                    .orElseThrow();
            assertThat(value)
                    .as(metric.description().id() + "/" + measure + " " + field.name())
                    .isEqualTo(golden, within(1e-9 * Math.max(1, Math.abs(golden))));
        }
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

    private static double number(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\": ([-+.0-9eE]+)").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("the golden file has no number " + name);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
