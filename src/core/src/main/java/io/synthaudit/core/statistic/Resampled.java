package io.synthaudit.core.statistic;

import io.synthaudit.core.random.Poisson;

/**
 * A state of counts that the engine can resample and coarsen, which is all it needs to give a distance an interval.
 *
 * @param <S> the state type itself
 */
public interface Resampled<S extends Resampled<S>> extends State<S> {

    /**
     * The state of one bootstrap resample of its rows.
     *
     * @param poisson source of counts
     * @param deff rows per independent draw, at least 1: each count c becomes deff Poisson(c / deff)
     */
    S resample(Poisson poisson, double deff);

    /** The same rows in at most {@code most} bins per column; this state itself when that changes nothing. */
    S coarsen(int most);

    /** A state of the same law as this one and the other taken together, scaled to this one's number of rows. */
    S pooledWith(S other);
}
