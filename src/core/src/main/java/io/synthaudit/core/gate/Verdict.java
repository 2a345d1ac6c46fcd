package io.synthaudit.core.gate;

/** What is said of a gate, a family of gates or a release; listed from worst to best. */
public enum Verdict {
    /** The bound on the good side lies outside the limit: it is worse than allowed. */
    FAIL,
    /** The interval reaches over the limit: not enough rows to tell. */
    INCONCLUSIVE,
    /** There is no number to judge. */
    NOT_EVALUATED,
    /** The bound on the bad side lies inside the limit. */
    PASS;

    /** The worse of two. */
    public Verdict and(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
