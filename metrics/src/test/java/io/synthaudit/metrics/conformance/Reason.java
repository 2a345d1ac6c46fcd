package io.synthaudit.metrics.conformance;

/** Why a number of ours differs from another tool's on purpose; the page proves each by meeting their number their way. */
enum Reason {
    SMOOTHED(
            "smoothed",
            "SDMetrics gives a level that training lacks a training count of 1e-6 before it takes shares; ours is the exact"
                    + " distance."),
    PROPORTIONS(
            "proportions",
            "SDMetrics tests shares as if they were counts, so the statistic is too small by the number of rows and p is near"
                    + " 1; ours tests counts."),
    MISSING_VIOLATES(
            "missing cells",
            "SDMetrics divides by all synthetic rows: a missing cell adheres if training has missing cells and violates if it"
                    + " has none; ours is a share of present cells, and missing rates are validity.missing-rate-difference."),
    BINS(
            "bins",
            "The other tool cuts numbers into bins of equal width; ours are training quantile bins, which no outlier empties."
                    + " In their bins our formula gives their number."),
    OWN_BINS(
            "own bins",
            "SDMetrics' report cuts each table by its own range, so that a shifted or rescaled column scores perfectly; ours"
                    + " cuts both by training."),
    WEAK_PAIRS(
            "weak pairs",
            "SDMetrics' report leaves out pairs that are weakly associated in training (abs(r) <= 0.5, V <= 0.3), so an"
                    + " invented association is never seen; ours measures every pair."),
    UNSEEN_LEVELS(
            "unseen levels",
            "Levels that training lacks are one level here and several in the other tool; with every level apart our formula"
                    + " gives their number."),
    CONSTANT(
            "constant",
            "A column that holds one value in a table has no association: ours is not applicable and says so, the other tool"
                    + " takes a convention of 0 or 1 for that table."),
    SQUARED(
            "squared",
            "SynthEval puts squares (V^2 with Yates' correction for 2 x 2, eta^2) beside Pearson's r in one matrix; ours are"
                    + " the roots, on one scale."),
    NUMBERS_AS_LEVELS(
            "numbers as levels",
            "SynthEval takes every distinct number for a level of its own; ours cuts numbers into training quantile bins."),
    LEVELS_AS_NUMBERS(
            "levels as numbers",
            "SynthEval numbers levels by the alphabet and takes quantiles of these codes; ours is a mean over numbers only."),
    ROUNDED(
            "rounded",
            "SynthEval rounds each distance of levels to four decimals before it takes the mean; ours is exact."),
    ZERO_HELLINGER(
            "zero for numbers",
            "SynthEval's bin width is at least the whole range of a number, so its Hellinger distance of numbers is 0"
                    + " whatever they are; ours is not."),
    NAN_LEVELS(
            "missing levels",
            "SDMetrics' CSTest keeps missing cells, and as NaN is not equal to NaN those of either table are a level of their own"
                    + " that the other lacks: p is 0 whatever the tables; ours leaves them out.");

    private final String title;
    private final String text;

    Reason(String title, String text) {
        this.title = title;
        this.text = text;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }
}
