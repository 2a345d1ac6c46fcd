package io.synthaudit.metrics.rules;

/**
 * When a rule is more than chance: among so many column combinations as were tried, independent columns with the same
 * values would show any such rule with a probability below one in a million.
 */
final class Chance {

    /** Fewer rows than this make no rule. */
    static final int FEWEST_ROWS = 50;

    private static final double ONE_IN = 1e6;

    private Chance() {}

    /** What minus the logarithm of a rule's probability under independence must reach. */
    static double limit(long tried) {
        return StrictMath.log(ONE_IN * Math.max(1, tried));
    }
}
