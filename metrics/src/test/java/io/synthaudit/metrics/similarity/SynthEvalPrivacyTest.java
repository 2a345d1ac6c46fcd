package io.synthaudit.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.learn.neighbour.Gower;
import io.synthaudit.learn.neighbour.NearestSearch;
import io.synthaudit.learn.neighbour.ToleranceMatch;
import io.synthaudit.testkit.RealTables;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * SynthEval's hitting rate and identifiability of synthpop's breast cancer table, row for row, under its own conventions; and why
 * ours differ.
 */
class SynthEvalPrivacyTest {

    private static final Tables TABLES = RealTables.load("breast_cancer_seer", "synthpop");
    private static final Table TRAINING = TABLES.training();
    private static final Table SYNTHETIC = TABLES.synthetic();
    private static final Table HOLDOUT = TABLES.holdout().orElseThrow();

    /**
     * SynthEval writes a thirtieth as 0.0333. Ages span 60 years: 2 years apart are within a thirtieth of them, and beyond
     * 0.0333 of them, which makes 184 hits 133.
     */
    @Test
    void a_thirtieth_is_a_thirtieth() throws IOException {
        assertThat(hits(0.0333) / 2682.0).isCloseTo(golden("hit rate"), within(1e-15));
        assertThat(hits(0.0333)).isEqualTo(133);
        assertThat(hits(1 / 30.0)).isEqualTo(184);
    }

    private static int hits(double share) {
        int hits = 0;
        for (boolean hit : ToleranceMatch.of(TRAINING, SYNTHETIC, share).hits(TRAINING)) {
            hits += hit ? 1 : 0;
        }
        return hits;
    }

    /**
     * Its weights are one over the entropy of a column, numbers being rounded to 0 or 1 after they are scaled to the range of all
     * three tables; categories' weights are then made 1 on average, which numbers' are not. With them we find its 1,616 rows;
     * with equal weights 1,570.
     */
    @Test
    void identifiable_rows_are_those_of_its_weights() throws IOException {
        assertThat(identifiable(weighted(), TRAINING) / 2682.0).isCloseTo(golden("eps_risk"), within(1e-15));
        assertThat(identifiable(Gower.of(TRAINING), TRAINING)).isEqualTo(1570);
    }

    /**
     * Its loss divides the identifiable rows of the holdout by the rows of training, of which there are twice as many: .285 where
     * the difference of the two shares is -.032.
     */
    @Test
    void shares_of_the_holdout_are_shares_of_the_holdout() throws IOException {
        int ours = identifiable(weighted(), TRAINING);
        int theirs = identifiable(weighted(), HOLDOUT);
        assertThat((ours - theirs) / 2682.0).isCloseTo(golden("priv_loss"), within(1e-15));
        assertThat(ours / 2682.0 - theirs / (double) HOLDOUT.rows()).isCloseTo(-0.032, within(0.0005));
    }

    private static int identifiable(Gower gower, Table rows) {
        double[] inside = NearestSearch.of(gower, rows, rows)
                .exceptSelf()
                .run(Parallel.NONE)
                .distances();
        double[] outside =
                NearestSearch.of(gower, rows, SYNTHETIC).run(Parallel.NONE).distances();
        int found = 0;
        for (int i = 0; i < inside.length; i++) {
            found += outside[i] < inside[i] - Gower.TIE ? 1 : 0;
        }
        return found;
    }

    private static Gower weighted() {
        int width = TRAINING.columns().size();
        double[] weights = new double[width];
        double sum = 0;
        int categories = 0;
        for (int c = 0; c < width; c++) {
            if (TRAINING.column(c) instanceof CodeColumn levels) {
                weights[c] = 1
                        / entropy(Arrays.stream(levels.codes()).asDoubleStream().toArray());
                sum += weights[c];
                categories++;
            }
        }
        for (int c = 0; c < width; c++) {
            if (TRAINING.column(c) instanceof NumberColumn numbers) {
                double[] ofAll = range(List.of(TRAINING, SYNTHETIC, HOLDOUT), c);
                double[] own = range(List.of(TRAINING), c);
                double[] scaled = Arrays.stream(numbers.values())
                        .map(v -> Math.rint((v - ofAll[0]) / (ofAll[1] - ofAll[0])))
                        .toArray();
                // Our distance divides by the range of training alone.
                weights[c] = 1 / entropy(scaled) * (own[1] - own[0]) / (ofAll[1] - ofAll[0]);
            } else {
                weights[c] *= categories / sum;
            }
        }
        return Gower.of(TRAINING).weighted(weights);
    }

    private static double[] range(List<Table> tables, int column) {
        double[] all = tables.stream()
                .flatMapToDouble(t -> Arrays.stream(((NumberColumn) t.column(column)).values()))
                .toArray();
        return new double[] {
            Arrays.stream(all).min().orElseThrow(), Arrays.stream(all).max().orElseThrow()
        };
    }

    private static double entropy(double[] values) {
        Map<Double, Integer> counts = new HashMap<>();
        for (double value : values) {
            counts.merge(value, 1, Integer::sum);
        }
        double entropy = 0;
        for (int count : counts.values()) {
            double p = count / (double) values.length;
            entropy -= p * StrictMath.log(p);
        }
        return entropy;
    }

    /** The last number of that name: other metrics of its own have a loss too. */
    private static double golden(String name) throws IOException {
        Matcher number = Pattern.compile("\"" + name + "\": ([0-9.]+)")
                .matcher(Files.readString(SharedData.file("goldens/breast_cancer_seer/syntheval_synthpop.json")));
        double last = Double.NaN;
        while (number.find()) {
            last = Double.parseDouble(number.group(1));
        }
        return last;
    }
}
