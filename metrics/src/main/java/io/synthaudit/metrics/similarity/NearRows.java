package io.synthaudit.metrics.similarity;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.NearCopy;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.learn.neighbour.Gower;
import io.synthaudit.learn.neighbour.Nearest;
import io.synthaudit.learn.neighbour.Neighbourhood;
import io.synthaudit.learn.neighbour.Pool;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The synthetic rows within a distance of the pooled training and holdout rows, and whom they sit on.
 *
 * <p>The design effect counts near rows per person of the first nearest pooled row; it does not depend on the labels.
 */
final class NearRows {

    private final Pool pool;
    private final Persons persons;
    private final int[][] tied;
    private final int released;
    private final double toTraining;
    private final double toHoldout;
    private final double deff;
    private final int exposed;

    private NearRows(Pool pool, Nearest copies, Persons persons, double within) {
        this.pool = pool;
        this.persons = persons;
        this.released = pool.queries();
        int[] near = IntStream.range(0, released)
                .filter(s -> pool.distance(s) <= within + Gower.TIE)
                .toArray();
        this.tied = new int[near.length][];
        double[] owned = new double[persons.count()];
        BitSet seen = new BitSet();
        double share = 0;
        for (int k = 0; k < near.length; k++) {
            tied[k] = pool.tied(near[k]);
            share += pool.trainingShare(near[k]);
            owned[persons.of()[pool.first(near[k])]]++;
            for (int row : tied[k]) {
                if (row < pool.training()) {
                    seen.set(persons.of()[row]);
                }
            }
        }
        // Lists of tied rows are cut off, but training rows that were copied exactly can be told from their own side.
        for (int row = 0; row < pool.training(); row++) {
            if (copies.distance(row) <= Gower.TIE) {
                seen.set(persons.of()[row]);
            }
        }
        this.toTraining = Math.min(near.length, share);
        this.toHoldout = near.length - toTraining;
        this.deff = DesignEffect.ofHubs(owned);
        this.exposed = seen.cardinality();
    }

    /**
     * Collects the rows.
     *
     * @param run a run with a control
     * @param within the largest distance of a near row; the tie tolerance is added
     */
    static NearRows of(Run run, double within) {
        Neighbourhood neighbours = Neighbourhood.of(run);
        return new NearRows(neighbours.pool(), neighbours.trainingToSynthetic(), Persons.ofPool(run), within);
    }

    /** The near-copy excess of these rows. */
    Estimate excess(double level) {
        return NearCopy.excess(toTraining, toHoldout, released, pool.training(), pool.holdout(), deff, level);
    }

    /** Share of training persons on whom a near row sits. */
    Estimate exposed(double level) {
        return Proportions.share(exposed, persons.training(), 1, level);
    }

    /** Whether the lower bound would be above 0 if these were the training rows. */
    boolean alarms(Labels labels, double level) {
        double share = 0;
        for (int[] rows : tied) {
            share += labels.trainingShare(rows);
        }
        double ours = Math.min(tied.length, share);
        Estimate excess =
                NearCopy.excess(ours, tied.length - ours, released, labels.training(), labels.holdout(), deff, level);
        return excess.interval().lower() > 0;
    }
}
