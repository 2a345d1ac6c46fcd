package io.synthaudit.core.statistic;

import io.synthaudit.core.random.Poisson;
import java.util.List;

/**
 * A state of counts that the engine can resample, thin and coarsen: all it needs to give a distance an interval.
 *
 * @param <S> the state type itself
 */
public interface Resampled<S extends Resampled<S>> extends State<S> {

    /**
     * The state of one bootstrap resample of its rows.
     *
     * @param poisson source of counts
     * @param deff rows per independent draw, at least 1: each count c becomes deff Poisson(c scale / deff)
     * @param scale size of the resample over the size of this state
     */
    S resample(Poisson poisson, double deff, double scale);

    /**
     * The state of a random share of its rows, drawn without repetition: each count c becomes c f plus Poisson noise
     * shrunk by sqrt(1 - f), the finite population factor.
     */
    S thin(Poisson poisson, double share);

    /** The same rows in at most {@code most} bins per column; this state itself when that changes nothing. */
    S coarsen(int most);

    /** The law of this state and the other taken together, at this one's number of rows. */
    S pooledWith(S other);

    /**
     * The rows of this state and another dealt anew into two tables of their sizes: what is seen when nothing differs. Unlike
     * resamples of the pooled law this is right for cells of a few rows too, for given both tables' rows together all ways
     * to deal them are equally likely.
     *
     * @param other state of the other table
     * @param poisson source of counts
     * @param deff rows per independent draw of this state
     * @param otherDeff the same of the other
     * @return a state in this one's place and one in the other's
     */
    default List<S> dealtWith(S other, Poisson poisson, double deff, double otherDeff) {
        @SuppressWarnings("unchecked")
        S self = (S) this;
        return List.of(
                pooledWith(other).resample(poisson, deff, 1),
                other.pooledWith(self).resample(poisson, otherDeff, 1));
    }

    /** How many numbers the state holds: resamples of small states are kept, larger ones drawn again. */
    default int numbers() {
        return Integer.MAX_VALUE;
    }

    /** A smaller state for resampling, on the same grid for every state that is given the same reference. */
    S compact(S reference);
}
