package io.synthaudit.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Compares;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.Poisson;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Simulated coverage of the bounds of a matched total variation distance: laws of 20 cells, even or skewed, holdout half as
 * large as training. Truth is the distance of the laws for the value, and the mean over all repetitions for the excess.
 */
final class MatchedExcessCoverageTest {

    private static final Field FIELD = Field.of("level", Kind.CATEGORICAL);
    private static final Measure DISTANCE = Measure.distance("distance");
    private static final int CELLS = 20;

    @Test
    void bounds_cover_at_zero_difference_for_a_small_table() {
        Coverage seen = simulate(279, false, 0, 300);
        assertThat(seen.valueLower()).isGreaterThan(.92);
        assertThat(seen.excessLower()).isGreaterThan(.92);
        assertThat(seen.excessUpper()).isGreaterThan(.92);
    }

    /** The printed rows stand in src/docs/operating-characteristics.md. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "279,false,0",
        "279,false,.05",
        "279,false,.1",
        "279,true,0",
        "279,true,.1",
        "2682,false,0",
        "2682,false,.05",
        "2682,false,.1",
        "2682,true,0",
        "2682,true,.05",
        "2682,true,.1",
        "20000,false,0",
        "20000,false,.05",
        "20000,true,0",
        "20000,true,.05"
    })
    void bounds_cover_at_their_level(int rows, boolean skewed, double distance) {
        Coverage seen = simulate(rows, skewed, distance, 4_000);
        System.out.println(String.format(
                Locale.ROOT,
                "| %d | %s | %.2f | %.3f | %.3f | %.3f | %.3f | %.4f |",
                rows,
                skewed ? "skewed" : "even",
                distance,
                seen.valueLower(),
                seen.valueUpper(),
                seen.excessLower(),
                seen.excessUpper(),
                seen.excessWidth()));
        double least = .95 - 3 * Math.sqrt(.95 * .05 / 4_000) - .005;
        assertThat(seen.valueLower()).isGreaterThan(least);
        assertThat(seen.valueUpper()).isGreaterThan(least);
        assertThat(seen.excessLower()).isGreaterThan(least);
        assertThat(seen.excessUpper()).isGreaterThan(least);
    }

    private record Coverage(
            double valueLower, double valueUpper, double excessLower, double excessUpper, double excessWidth) {}

    private static Coverage simulate(int n, boolean skewed, double distance, int repetitions) {
        double[] real = law(skewed);
        double[] fake = moved(real, distance);
        RandomStreams streams = new RandomStreams(5);
        double[][] excess = new double[repetitions][];
        double lower = 0;
        double upper = 0;
        for (int r = 0; r < repetitions; r++) {
            UniformRandomProvider random = streams.stream(n + "/" + skewed + "/" + distance + "/" + r);
            Table training = draw(real, n, random);
            Table synthetic = draw(fake, n, random);
            Table holdout = draw(real, n / 2, random);
            Profile profile = Profile.of(training);
            StateSet<Counts> states = new StateSet<>(
                    new Levels(FIELD),
                    new StateSet.CodedTables(
                            new CodedTable(training, profile),
                            new CodedTable(synthetic, profile),
                            new CodedTable(holdout, profile),
                            profile,
                            Draws.of(n, n / 2, new RandomStreams(r))),
                    AuditPlan.Progress.SILENT);
            Comparison context = new Comparison(.95, 1, 1, profile.column(0));
            Poisson poisson = new Poisson(random);
            MatchedDistance<Counts> matched =
                    new MatchedDistance<>(plugIn(), DISTANCE, context, 1, poisson, new Resamples<>(purpose -> poisson));
            Estimate value = matched.value(states.training(), states.synthetic());
            Estimate e = matched.excess(states, n / 2, new int[] {Integer.MAX_VALUE}, Double.NaN, true)
                    .excess();
            lower += value.interval().lower() <= distance + 1e-12 ? 1 : 0;
            upper += value.interval().upper() >= distance - 1e-12 ? 1 : 0;
            excess[r] =
                    new double[] {e.value(), e.interval().lower(), e.interval().upper()};
        }
        return coverage(excess, lower / repetitions, upper / repetitions);
    }

    private static Coverage coverage(double[][] excess, double valueLower, double valueUpper) {
        double truth = 0;
        for (double[] e : excess) {
            truth += e[0] / excess.length;
        }
        double lower = 0;
        double upper = 0;
        double width = 0;
        for (double[] e : excess) {
            lower += e[1] <= truth ? 1.0 / excess.length : 0;
            upper += e[2] >= truth ? 1.0 / excess.length : 0;
            width += (e[2] - e[1]) / excess.length;
        }
        return new Coverage(valueLower, valueUpper, lower, upper, width);
    }

    private static Compares<Counts> plugIn() {
        return (reference, candidate, context) -> {
            double sum = 0;
            for (int k = 0; k < reference.cells().length; k++) {
                sum += Math.abs((double) reference.cells()[k] / reference.rows()
                        - (double) candidate.cells()[k] / candidate.rows());
            }
            return List.of(new Measured(DISTANCE, Estimate.point(Math.min(1, sum / 2), "resampled")));
        };
    }

    private static double[] law(boolean skewed) {
        double[] p = new double[CELLS];
        double sum = 0;
        for (int k = 0; k < CELLS; k++) {
            p[k] = skewed ? 1.0 / ((k + 1) * (k + 1)) : 1;
            sum += p[k];
        }
        for (int k = 0; k < CELLS; k++) {
            p[k] /= sum;
        }
        return p;
    }

    /** Mass moved from the first half of the cells to the second, in proportion, so that the distance is exact. */
    private static double[] moved(double[] p, double distance) {
        double first = 0;
        for (int k = 0; k < CELLS / 2; k++) {
            first += p[k];
        }
        double[] q = p.clone();
        for (int k = 0; k < CELLS; k++) {
            q[k] += k < CELLS / 2 ? -distance * p[k] / first : distance * p[k] / (1 - first);
        }
        return q;
    }

    private static Table draw(double[] law, int rows, UniformRandomProvider random) {
        int[] codes = new int[rows];
        for (int i = 0; i < rows; i++) {
            double u = random.nextDouble();
            int k = 0;
            for (double seen = law[0]; u > seen && k < CELLS - 1; seen += law[k]) {
                k++;
            }
            codes[i] = k;
        }
        String[] labels = new String[CELLS];
        java.util.Arrays.setAll(labels, k -> "level " + k);
        return new Table(
                new Schema(List.of(FIELD), true),
                List.of(new CodeColumn(FIELD, new Dictionary(labels, CELLS), codes, 0)),
                rows);
    }
}
