package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Profile;

/**
 * Something counted in one pass over a table. Implementations are records: equal records are the same work, which the
 * engine does once per table and target however many metrics ask for it.
 *
 * @param <S> the state
 */
public interface Statistic<S extends State<S>> {

    /** A state that has seen no row. */
    S empty(Profile profile);

    /**
     * Whether states hold nothing but whole numbers that merging adds up: then all rows may be one block, which saves the
     * merging and changes nothing. Sums of reals need their blocks.
     */
    default boolean isWhole() {
        return false;
    }

    /** Adds the slice's rows to the state. */
    void observe(Slice slice, S into);
}
