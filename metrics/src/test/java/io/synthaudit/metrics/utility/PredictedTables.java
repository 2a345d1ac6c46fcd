package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Tables of one law: a number and a class that follow from two other columns, and one column of noise. */
final class PredictedTables {

    static final Schema SCHEMA = new Schema(
            List.of(
                    Field.of("x", Kind.NUMERIC),
                    Field.of("level", Kind.CATEGORICAL),
                    Field.of("noise", Kind.NUMERIC),
                    Field.of("amount", Kind.NUMERIC),
                    Field.of("class", Kind.CATEGORICAL)),
            true);
    static final int LEVEL = 1;
    static final int AMOUNT = 3;
    static final int CLASS = 4;

    private PredictedTables() {}

    /** Rows of the law. */
    static Table of(int rows, String seed) {
        UniformRandomProvider random = new RandomStreams(11).stream(seed);
        double[] x = new double[rows];
        double[] noise = new double[rows];
        double[] amount = new double[rows];
        int[] level = new int[rows];
        int[] kind = new int[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = 4 * random.nextDouble() - 2;
            level[i] = random.nextInt(3);
            noise[i] = random.nextDouble();
            double score = 1.5 * x[i] + (level[i] == 1 ? 1 : 0);
            amount[i] = 100 + 10 * score + 6 * (random.nextDouble() + random.nextDouble() - 1);
            kind[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-score)) ? 1 : 0;
        }
        return table(x, level, noise, amount, kind);
    }

    /** The same columns, each in an order of its own: nothing follows from anything. */
    static Table broken(int rows, String seed) {
        Table one = of(rows, seed);
        UniformRandomProvider random = new RandomStreams(12).stream(seed);
        int[][] orders = IntStream.range(0, 5)
                .mapToObj(c -> RandomStreams.permutation(rows, random))
                .toArray(int[][]::new);
        return new Table(
                SCHEMA,
                IntStream.range(0, 5)
                        .mapToObj(c -> one.column(c).select(orders[c]))
                        .toList(),
                rows);
    }

    private static Table table(double[] x, int[] level, double[] noise, double[] amount, int[] kind) {
        Dictionary levels = new Dictionary(new String[] {"a", "b", "c"}, 3);
        Dictionary kinds = new Dictionary(new String[] {"no", "yes"}, 2);
        return new Table(
                SCHEMA,
                List.of(
                        new NumberColumn(SCHEMA.field(0), x, 0),
                        new CodeColumn(SCHEMA.field(LEVEL), levels, level, 0),
                        new NumberColumn(SCHEMA.field(2), noise, 0),
                        new NumberColumn(SCHEMA.field(AMOUNT), amount, 0),
                        new CodeColumn(SCHEMA.field(CLASS), kinds, kind, 0)),
                x.length);
    }

    static FixedRun run(Table training, Table synthetic, Table holdout, Integer... targets) {
        return FixedRun.of(Tables.of(training, synthetic, holdout)).predicting(targets);
    }

    /** The observation of a measure, of a learner where {@code learner} is given. */
    static Observation one(List<Observation> all, String measure, String learner) {
        Map<String, String> params = learner == null ? Map.of() : Map.of("learner", learner);
        List<Observation> found = all.stream()
                .filter(o -> o.measure().equals(measure) && o.params().equals(params))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " observations of " + measure);
        }
        return found.get(0);
    }
}
