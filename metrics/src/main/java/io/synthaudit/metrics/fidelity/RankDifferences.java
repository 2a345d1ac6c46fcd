package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Correlation;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Differences of a rank correlation over all pairs of columns of numbers. Exact up to 2,000 pairs and 200,000 rows; beyond
 * that each table gives one seeded sample of rows, the same for all pairs, whose size every finding names.
 */
final class RankDifferences {

    static final int MOST_PAIRS = 2_000;
    static final int MOST_ROWS = 200_000;

    /** Pairs times rows beyond {@link #MOST_PAIRS}: what two threads do in seconds. */
    static final long MOST_WORK = 100_000_000;

    /** Relative to 1, the square of an influence below this is rounding: the columns order the rows alike. */
    private static final double ROUNDING = 1e-13;

    private static final String MEASURE = "difference";

    private RankDifferences() {}

    /**
     * The three tables of a run, ranked.
     *
     * @param training training rows
     * @param synthetic synthetic rows
     * @param holdout control rows, or null
     */
    private record Ranked(RankedTable training, RankedTable synthetic, RankedTable holdout) {}

    static List<Observation> of(Run run, Description description, Function<RankPoints, Correlation> correlation) {
        int[] numbers = numbers(run.tables().schema());
        int count = numbers.length * (numbers.length - 1) / 2;
        if (count == 0) {
            return Observation.none(
                    description, Target.TABLE, new Reason("kind", "There are no two columns of numbers."));
        }
        Ranked ranked = run.shared("fidelity/ranked-tables", Ranked.class, () -> rank(run, numbers, count));
        Observation[] observations = new Observation[count];
        int[][] pairs = new int[count][];
        int next = 0;
        for (int i = 0; i < numbers.length; i++) {
            for (int j = i + 1; j < numbers.length; j++) {
                pairs[next++] = new int[] {numbers[i], numbers[j]};
            }
        }
        run.parallel(count, p -> observations[p] = observe(run, ranked, pairs[p], correlation));
        return List.of(observations);
    }

    /** Columns of numbers that take part in pairs. */
    private static int[] numbers(Schema schema) {
        return Arrays.stream(schema.content())
                .filter(c -> schema.field(c).kind().isNumber())
                .toArray();
    }

    /** Rows per table from which on a sample stands in for it. */
    static int mostRows(int pairs) {
        return pairs <= MOST_PAIRS ? MOST_ROWS : (int) Math.min(MOST_ROWS, MOST_WORK / pairs);
    }

    private static Ranked rank(Run run, int[] numbers, int pairs) {
        Tables tables = run.tables();
        int most = mostRows(pairs);
        List<Table> sampled = new ArrayList<>();
        List<RankedTable> ranked = new ArrayList<>();
        add(run, "training", tables.training(), tables.trainingEntity(), most, sampled, ranked);
        add(run, "synthetic", tables.synthetic(), Optional.empty(), most, sampled, ranked);
        if (run.control().isPresent()) {
            add(run, "holdout", run.control().get(), tables.holdoutEntity(), most, sampled, ranked);
        }
        run.parallel(sampled.size() * numbers.length, task -> {
            int table = task / numbers.length;
            int column = numbers[task % numbers.length];
            ranked.get(table).rank((NumberColumn) sampled.get(table).column(column), column);
        });
        return new Ranked(ranked.get(0), ranked.get(1), ranked.size() > 2 ? ranked.get(2) : null);
    }

    private static void add(
            Run run,
            String name,
            Table table,
            Optional<int[]> entity,
            int most,
            List<Table> sampled,
            List<RankedTable> ranked) {
        int[] persons = entity.orElse(null);
        Table chosen = table;
        if (table.rows() > most) {
            int[] rows = RandomStreams.sample(table.rows(), most, run.stream("fidelity/rank-sample/" + name));
            chosen = table.select(rows);
            persons = entity.map(e -> Arrays.stream(rows).map(r -> e[r]).toArray())
                    .orElse(null);
        }
        sampled.add(chosen);
        ranked.add(RankedTable.empty(chosen, persons));
    }

    private static Observation observe(
            Run run, Ranked ranked, int[] pair, Function<RankPoints, Correlation> correlation) {
        Schema schema = run.tables().schema();
        Target target =
                Target.pair(schema.field(pair[0]).name(), schema.field(pair[1]).name());
        RankPoints before = RankPoints.of(ranked.training(), pair[0], pair[1]);
        RankPoints after = RankPoints.of(ranked.synthetic(), pair[0], pair[1]);
        if (!before.varies() || !after.varies()) {
            return Observation.not(
                    MEASURE,
                    target,
                    new Reason("no-value", "A column is constant or nearly empty, so that it orders no rows."));
        }
        Correlation training = correlation.apply(before);
        Estimate value = correlation.apply(after).minus(training, run.level());
        Observation observation = Observation.of(MEASURE, target, value, before.n(), after.n());
        if (ranked.holdout() != null) {
            RankPoints fresh = RankPoints.of(ranked.holdout(), pair[0], pair[1]);
            if (fresh.varies()) {
                Estimate yardstick = correlation.apply(fresh).minus(training, run.level());
                Estimate excess = Estimate.of(
                        value.value() - yardstick.value(),
                        Proportions.mover(value.value(), value.interval(), yardstick.value(), yardstick.interval()));
                observation = observation.yardstick(yardstick, fresh.n()).excess(excess);
            }
        }
        return named(observation, run, ranked);
    }

    private static Observation named(Observation observation, Run run, Ranked ranked) {
        boolean whole = ranked.training().rows() == run.tables().training().rows()
                && ranked.synthetic().rows() == run.tables().synthetic().rows();
        if (whole) {
            return observation;
        }
        int most = Math.max(ranked.training().rows(), ranked.synthetic().rows());
        return observation
                .variant("sample-" + most)
                .note("It rests on one seeded sample of at most " + most
                        + " rows of each table, the same for all pairs.");
    }

    /** A correlation with variance and effective rows, rounding taken for 0. */
    static Correlation correlation(double r, double[] variance) {
        boolean exact = variance[0] * variance[1] < ROUNDING;
        return new Correlation(r, exact ? 0 : variance[0], variance[1]);
    }
}
