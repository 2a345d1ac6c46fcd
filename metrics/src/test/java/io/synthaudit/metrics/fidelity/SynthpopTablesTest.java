package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.Numbers;
import io.synthaudit.testkit.RealTables;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SynthpopTablesTest extends SetContract {

    private static final Pattern ENTRY = Pattern.compile("\"(\\d+)[^\"]*?(?::(\\d+)\\.[^\"]*)?\": (-?[0-9.eE+-]+)");

    @Override
    protected TableEvaluation evaluation() {
        return new SynthpopTables();
    }

    /** Groups of equal width stand in where ties leave few quantile groups. */
    @Override
    protected Numbers numbers(String measure) {
        return Numbers.AFFINE;
    }

    /** fidelity.md b.12, a run of synthpop 1.9-2's own file in R 4.2. */
    @ParameterizedTest
    @CsvSource({
        "c, 69.825, 128.615612366939, 0.110340304776024, 0.2, 19.0260548096471, 19500, 8.63046217355341, 0.0279183673469388,"
                + " 11.4285714285714, 0.4, 0.327383073741525, 27.8577968393457",
        "c|d, 137.13542691311, 245.19362529198, 0.217326272206872, 0.345, 44.3373934298041, 22665, 41.042590440867,"
                + " 0.0548313243800856, 16.8571428571429, 0.69, 0.452026571206439, 18.2895728847848",
        "x, 2.21497480936819, 2.19752706008489, 0.00263970580427331, 0.0466666666666666, 3.19979907733954, 15897,"
                + " 2.25265808609642, 0.000885620915032679, 6.57142857142857, 0.0933333333333333, 0.0427933703985882,"
                + " 0.66645083281541",
        "x|c, 79.9252849836419, 138.785150054633, 0.122353981968944, 0.241666666666667, 47.4734765195059, 20285.5,"
                + " 20.0938814063613, 0.0319567986606815, 12.5714285714286, 0.483333333333333, 0.340079831381095,"
                + " 5.37233209190126"
    })
    void the_vectors_score_what_synthpop_says(
            String target,
            double vw,
            double ft,
            double jsd,
            double specks,
            double wmabsdd,
            double u,
            double g,
            double pmse,
            double po50,
            double mabsdd,
            double dbhatt,
            double sJsd) {
        List<Observation> found = new SynthpopTables().evaluate(FixedRun.of(SetVectors.load()));
        List<String> columns = List.of(target.split("\\|"));
        double df = target.equals("c") || target.equals("x") ? 4 : target.equals("c|d") ? 12 : 23;
        double dfG = target.equals("c") ? 2 : target.equals("x") ? 4 : target.equals("c|d") ? 6 : 14;
        Object[][] expected = {
            {"vw", vw},
            {"ft", ft},
            {"jsd", jsd},
            {"specks", specks},
            {"wmabsdd", wmabsdd},
            {"u", u},
            {"g", g},
            {"pmse", pmse},
            {"po50", po50},
            {"mabsdd", mabsdd},
            {"dbhatt", dbhatt},
            {"s-jsd", sJsd},
            {"s-pmse", vw / df},
            {"s-ft", ft / df},
            {"s-g", g / dfG},
            {"s-wmabsdd", wmabsdd / df}
        };
        for (Object[] pair : expected) {
            assertThat(value(found, (String) pair[0], columns))
                    .as("%s of %s", pair[0], target)
                    .isEqualTo((double) pair[1], within(1e-9 * Math.max(1, (double) pair[1])));
        }
    }

    /** The goldens folder's {@code synthpop_*.json}: utility.tables of the first rows of each table, as many of both. */
    @ParameterizedTest
    @CsvSource({
        "adult, cart, 10000",
        "adult, leaky50, 10000",
        "breast_cancer_seer, gcopula, 2682",
        "breast_cancer_seer, independent, 2682",
        "breast_cancer_seer, synthpop, 2682",
        "breast_cancer_seer, memoriser, 2682",
        "nist_ma2019, cart, 5344"
    })
    void real_tables_score_what_synthpop_says(String dataset, String variant, int rows) throws IOException {
        Tables tables = RealTables.load(dataset, variant);
        int[] first = IntStream.range(0, rows).toArray();
        Tables equal =
                Tables.of(tables.training().select(first), tables.synthetic().select(first), null);
        List<Observation> found = new SynthpopTables().evaluate(FixedRun.of(equal));
        String json = Files.readString(SharedData.file("goldens/" + dataset + "/synthpop_" + variant + ".json"));
        int compared = 0;
        for (String way : List.of("oneway", "twoway")) {
            String part = way.equals("oneway")
                    ? json.substring(json.indexOf("\"oneway\""), json.indexOf("\"twoway\""))
                    : json.substring(json.indexOf("\"twoway\""));
            for (Measure measure : new SynthpopTables().description().measures()) {
                String name = name(measure.id());
                int at = part.indexOf("\"" + name + "\": {");
                if (at < 0) {
                    continue;
                }
                Matcher entry = ENTRY.matcher(part.substring(at, part.indexOf('}', at)));
                while (entry.find()) {
                    int x = Integer.parseInt(entry.group(1)) - 1;
                    List<String> columns = entry.group(2) == null
                            ? List.of(equal.schema().field(x).name())
                            : List.of(
                                    equal.schema().field(x).name(),
                                    equal.schema()
                                            .field(Integer.parseInt(entry.group(2)) - 1)
                                            .name());
                    double golden = Double.parseDouble(entry.group(3));
                    assertThat(value(found, measure.id(), columns))
                            .as("%s of %s", name, columns)
                            .isEqualTo(golden, within(1e-9 * Math.max(1, Math.abs(golden))));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    private static String name(String id) {
        return switch (id) {
            case "mabsdd" -> "MabsDD";
            case "wmabsdd" -> "WMabsDD";
            case "s-wmabsdd" -> "S_WMabsDD";
            case "dbhatt" -> "dBhatt";
            case "pmse" -> "pMSE";
            case "s-pmse" -> "S_pMSE";
            default -> id.replace('-', '_').toUpperCase(Locale.ROOT);
        };
    }

    /** synthpop keeps the null of SPECKS as that of PO50; here PO50 has no null and says so. */
    @Test
    void what_depends_on_the_sizes_has_no_interval_and_no_yardstick() {
        for (String measure : List.of("po50", "u")) {
            Observation found = of(observe(FixtureTables.fresh(600, 400, 300, 1)), measure, List.of("ward"));
            assertThat(found.estimate().hasInterval()).isFalse();
            assertThat(found.yardstick()).isNull();
        }
    }

    /** A fresh sample's S_pMSE is near 1 + m/n, here 2; a shifted column's is not. */
    @Test
    void a_planted_shift_is_an_excess_and_a_fresh_sample_is_none() {
        Table training = FixtureTables.people(2_000, 5);
        Table holdout = FixtureTables.people(2_000, 6);
        List<Observation> fresh = observe(Tables.of(training, FixtureTables.people(2_000, 7), holdout));
        List<Observation> shifted = observe(Tables.of(training, FixtureTables.people(2_000, 7, 1), holdout));
        Observation good = of(fresh, "s-pmse", List.of("pressure"));
        Observation bad = of(shifted, "s-pmse", List.of("pressure"));
        assertThat(good.yardstick().value()).isBetween(0.2, 6.0);
        assertThat(good.excess().interval().lower()).isLessThan(0);
        assertThat(bad.excess().interval().lower()).isGreaterThan(20);
        assertThat(bad.estimate().interval().lower()).isGreaterThan(20);
    }

    @Test
    void a_column_of_one_value_has_raw_measures_and_no_standardised_ones() {
        Table training = FixtureTables.people(300, 8);
        int[] same = IntStream.range(0, 300)
                .filter(i ->
                        !training.column(3).isMissing(i) && training.column(4).rows() > i)
                .filter(i -> ((io.synthaudit.core.table.CodeColumn) training.column(3)).codes()[i] == 3)
                .toArray();
        Table one = training.select(same);
        List<Observation> found = observe(Tables.of(one, one, null));
        assertThat(of(found, "s-pmse", List.of("ward")).reason().code()).isEqualTo("no-value");
        for (String measure : List.of("pmse", "vw", "dbhatt", "jsd")) {
            Observation raw = of(found, measure, List.of("ward"));
            assertThat(raw.estimate().value()).isZero();
            // Resamples of one cell do not differ, which is no certainty.
            assertThat(raw.estimate().hasInterval()).as(measure).isFalse();
            assertThat(raw.excess().hasInterval()).as(measure).isFalse();
        }
    }
}
