package io.synthaudit.core.statistic;

/**
 * What a statistic has seen so far.
 *
 * @param <S> the state type itself
 */
public interface State<S extends State<S>> {

    /**
     * The state after this one's rows followed by the other's. Counts merge to the bit: {@code observe(a + b)} equals
     * {@code observe(a).merge(observe(b))}.
     */
    S merge(S other);

    /** Number of rows seen. */
    long rows();
}
