package io.synthaudit.testkit;

/** What becomes of a measure when every number x of every table becomes another, greater for greater x. */
public enum Numbers {
    /** Nothing, whatever increasing map is taken: only the order of the numbers counts. */
    MONOTONE,
    /** Nothing if x becomes a x + b, a positive. */
    AFFINE,
    /** It is multiplied by a: it has the unit of the column. */
    UNIT,
    /** It is multiplied by the root of a. */
    ROOT_OF_UNIT,
    /** Anything: it reads digits, dates or other things that no map keeps. */
    VALUES;

    /** What the measure is multiplied by when x becomes a x + b; NaN if anything may happen. */
    public double factor(double a) {
        return switch (this) {
            case MONOTONE, AFFINE -> 1;
            case UNIT -> a;
            case ROOT_OF_UNIT -> Math.sqrt(a);
            case VALUES -> Double.NaN;
        };
    }
}
