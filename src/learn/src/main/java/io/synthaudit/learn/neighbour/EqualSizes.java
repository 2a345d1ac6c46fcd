package io.synthaudit.learn.neighbour;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Distances between synthetic rows and equally many training and holdout rows, so that the two can be set side by side:
 * distances to a larger table are smaller for that reason alone.
 *
 * <p>The larger of the two is cut by chance. All searches also give the second nearest row.
 */
public final class EqualSizes {

    private final int[] trainingRows;
    private final int[] holdoutRows;
    private final Side training;
    private final Side holdout;

    /**
     * One of the two tables against the synthetic one.
     *
     * @param fromSynthetic for each synthetic row the nearest kept row
     * @param toSynthetic for each kept row the nearest synthetic row
     * @param toItself for each kept row the nearest other kept row; null when there is but one
     */
    public record Side(Nearest fromSynthetic, Nearest toSynthetic, Nearest toItself) {}

    private EqualSizes(int[] trainingRows, int[] holdoutRows, Side training, Side holdout) {
        this.trainingRows = trainingRows;
        this.holdoutRows = holdoutRows;
        this.training = training;
        this.holdout = holdout;
    }

    static EqualSizes of(
            Gower gower,
            Table training,
            Table holdout,
            Table synthetic,
            UniformRandomProvider random,
            Parallel parallel) {
        int k = Math.min(training.rows(), holdout.rows());
        int[] ours = kept(training.rows(), k, random);
        int[] theirs = kept(holdout.rows(), k, random);
        return new EqualSizes(
                ours,
                theirs,
                side(gower, training.select(ours), synthetic, parallel),
                side(gower, holdout.select(theirs), synthetic, parallel));
    }

    private static int[] kept(int rows, int k, UniformRandomProvider random) {
        int[] kept = RandomStreams.sample(rows, k, random);
        Arrays.sort(kept);
        return kept;
    }

    private static Side side(Gower gower, Table real, Table synthetic, Parallel parallel) {
        return new Side(
                NearestSearch.of(gower, synthetic, real).withSecond().run(parallel),
                NearestSearch.of(gower, real, synthetic).withSecond().run(parallel),
                real.rows() < 2
                        ? null
                        : NearestSearch.of(gower, real, real).exceptSelf().run(parallel));
    }

    /** Rows kept of each table. */
    public int size() {
        return trainingRows.length;
    }

    /** The training rows kept, ascending. */
    public int[] trainingRows() {
        return trainingRows.clone();
    }

    /** The holdout rows kept, ascending. */
    public int[] holdoutRows() {
        return holdoutRows.clone();
    }

    /** Training rows against synthetic ones. */
    public Side training() {
        return training;
    }

    /** Holdout rows against synthetic ones. */
    public Side holdout() {
        return holdout;
    }
}
