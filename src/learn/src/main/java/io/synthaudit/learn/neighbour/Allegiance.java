package io.synthaudit.learn.neighbour;

import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.interval.NearCopy;
import io.synthaudit.core.interval.NearestShare;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether released rows side with the holdout: then the files are swapped, or the generator saw the holdout, and every
 * number that is set against the holdout would flatter the release.
 *
 * <p>Two signs, each at 99.9 %: the nearest share lies below chance (many rows a little), or more rows than chance explains
 * sit within the 5 % quantile of the distance from holdout to training on holdout rows (few rows a lot). Released rows that
 * share a person as their nearest count as {@link DesignEffect#ofHubs} and {@link NearestShare} say.
 *
 * @param isToHoldout whether one of the signs is there
 */
record Allegiance(boolean isToHoldout) {

    /** Of fit holdouts one in a thousand is called invalid by each sign. */
    private static final double LEVEL = 0.999;

    private static final double NEAR = 0.05;

    private static final Reason INVALID = new Reason(
            "invalid-holdout",
            "Released rows lie nearer to the holdout than to training, and 99.9 % sure not by chance: training and holdout are"
                    + " swapped, or the generator saw the holdout.");

    static Allegiance of(Run run, Pool pool, Nearest holdoutToTraining) {
        int[] person = persons(run, pool);
        return new Allegiance(wholeTable(pool, person) < 0 || nearRows(pool, person, radius(holdoutToTraining)) < 0);
    }

    /** Why the holdout is no control, or empty. */
    Optional<Reason> reason() {
        return isToHoldout ? Optional.of(INVALID) : Optional.empty();
    }

    /** Upper bound of the nearest-share excess. */
    private static double wholeTable(Pool pool, int[] person) {
        double[] owned = new double[pool.rows()];
        double share = 0;
        for (int s = 0; s < pool.queries(); s++) {
            owned[person[pool.first(s)]]++;
            share += pool.trainingShare(s);
        }
        return NearestShare.excess(Math.min(1, share / pool.queries()), owned, pool.training(), pool.holdout(), LEVEL)
                .interval()
                .upper();
    }

    /** Upper bound of the near-copy excess. */
    private static double nearRows(Pool pool, int[] person, double radius) {
        double[] owned = new double[pool.rows()];
        double ours = 0;
        int near = 0;
        for (int s = 0; s < pool.queries(); s++) {
            if (pool.distance(s) <= radius + Gower.TIE) {
                owned[person[pool.first(s)]]++;
                ours += pool.trainingShare(s);
                near++;
            }
        }
        double training = Math.min(near, ours);
        return NearCopy.excess(
                        training,
                        near - training,
                        pool.queries(),
                        pool.training(),
                        pool.holdout(),
                        DesignEffect.ofHubs(owned),
                        LEVEL)
                .interval()
                .upper();
    }

    /** The 5 % quantile, linear between order statistics. */
    private static double radius(Nearest holdoutToTraining) {
        double[] sorted = holdoutToTraining.distances();
        Arrays.sort(sorted);
        double at = NEAR * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** A number below the number of pooled rows for the person of each; no person is in both tables. */
    private static int[] persons(Run run, Pool pool) {
        int[] person = new int[pool.rows()];
        number(run.tables().trainingEntity().orElse(null), person, 0, pool.training());
        number(run.tables().holdoutEntity().orElse(null), person, pool.training(), pool.holdout());
        return person;
    }

    private static void number(int[] entity, int[] person, int from, int rows) {
        int[] distinct = entity == null
                ? null
                : Arrays.stream(entity).sorted().distinct().toArray();
        for (int i = 0; i < rows; i++) {
            person[from + i] = from + (distinct == null ? i : Arrays.binarySearch(distinct, entity[i]));
        }
    }
}
