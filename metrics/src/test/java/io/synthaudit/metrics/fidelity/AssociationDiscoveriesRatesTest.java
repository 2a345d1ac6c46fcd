package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Observation;
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
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * False discoveries among 15 pairs of 6 columns with 3 levels. A column copies its block's hidden one with probability
 * \(\sqrt v\) and is free else, so that pairs within a block have V = v, and they share columns and so depend on each other.
 */
@Tag("slow")
class AssociationDiscoveriesRatesTest {

    private static final int REPETITIONS = 2_000;
    private static final Schema SCHEMA = new Schema(
            IntStream.range(0, 6)
                    .mapToObj(i -> Field.of("c" + i, Kind.CATEGORICAL))
                    .toList(),
            true);
    private static final Dictionary LEVELS = new Dictionary(new String[] {"a", "b", "c"}, 3);

    /** V within the first three columns, within the last three, and between them; at the limit .3 a claim is false. */
    private record Law(double first, double last, boolean joined) {

        Table table(int rows, UniformRandomProvider random) {
            int[][] codes = new int[6][rows];
            for (int row = 0; row < rows; row++) {
                int hidden = random.nextInt(3);
                int other = joined ? hidden : random.nextInt(3);
                for (int c = 0; c < 6; c++) {
                    double copies = Math.sqrt(c < 3 ? first : last);
                    int source = c < 3 ? hidden : other;
                    codes[c][row] = random.nextDouble() < copies ? source : random.nextInt(3);
                }
            }
            List<Column> columns = new ArrayList<>();
            for (int c = 0; c < 6; c++) {
                columns.add(new CodeColumn(SCHEMA.field(c), LEVELS, codes[c], 0));
            }
            return new Table(SCHEMA, columns, rows);
        }
    }

    /**
     * Rows of both tables; V of both blocks in the synthetic table, and whether they are one; V in training, all columns one
     * block; true discoveries.
     */
    @ParameterizedTest
    @CsvSource({
        "300, 200, 0, 0, false, 0, 0",
        "300, 200, .3, .3, true, 0, 0",
        "2000, 1000, .3, .3, true, 0, 0",
        "2000, 1000, .4, .4, true, .2, 0",
        "2000, 1000, .6, .6, true, .3, 0",
        "300, 200, .7, .3, false, 0, 3",
        "2000, 1000, .7, .3, false, 0, 3",
        "2000, 1000, .45, .3, false, .1, 3",
        "2000, 1000, .32, .32, true, 0, 15",
        "300, 200, .8, .8, true, 0, 15"
    })
    void the_share_of_false_discoveries_stays_below_its_level(
            int n, int m, double first, double last, boolean joined, double training, int truth) {
        Law before = new Law(training, training, true);
        Law after = new Law(first, last, joined);
        double falseShare = 0;
        double power = 0;
        int anyFalse = 0;
        int tooHigh = 0;
        int tooLow = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            UniformRandomProvider random = new RandomStreams(i).stream("rates");
            List<Observation> found = new Together<>(new AssociationDiscoveries())
                    .evaluate(FixedRun.of(Tables.of(before.table(n, random), after.table(m, random), null)));
            Observation count = found.get(0);
            double value = count.estimate().value();
            long right = value == 0
                    ? 0
                    : found.stream()
                            .filter(o -> o.measure().equals("gain"))
                            .filter(o -> truth == 15
                                    || truth == 3 && o.target().columns().get(1).compareTo("c3") < 0)
                            .count();
            double wrong = value - right;
            falseShare += value == 0 ? 0 : wrong / value / REPETITIONS;
            power += truth == 0 ? 0 : (double) right / truth / REPETITIONS;
            anyFalse += wrong > 0 ? 1 : 0;
            tooHigh += count.estimate().interval().lower() > truth ? 1 : 0;
            tooLow += count.estimate().interval().upper() < truth ? 1 : 0;
        }
        String row = String.format(
                Locale.ROOT,
                "| %d, %d | %s, %s%s v %s | %d | %.4f | %.4f | %.3f | %.4f | %.4f |",
                n,
                m,
                first,
                last,
                joined ? " joined" : "",
                training,
                truth,
                falseShare,
                anyFalse / (double) REPETITIONS,
                power,
                1 - tooHigh / (double) REPETITIONS,
                1 - tooLow / (double) REPETITIONS);
        assertThat(falseShare).as(row).isLessThan(0.06);
        assertThat(1 - tooHigh / (double) REPETITIONS).as(row).isGreaterThan(0.94);
        assertThat(1 - tooLow / (double) REPETITIONS).as(row).isGreaterThan(0.94);
        System.out.println(row);
    }
}
