package io.synthaudit.core.interval;

/** Checks of arguments, in one wording. */
final class Arguments {

    private Arguments() {}

    static double level(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level is strictly between 0 and 1, not " + level);
        }
        return level;
    }

    static void counts(double successes, double trials) {
        positive(trials, "trials");
        if (!(successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException(
                    "successes are between 0 and the trials " + trials + ", not " + successes);
        }
    }

    static double positive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be positive and finite, not " + value);
        }
        return value;
    }

    static double probability(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1, not " + value);
        }
        return value;
    }

    static void sameLength(int expected, int found, String name) {
        if (expected != found) {
            throw new IllegalArgumentException(name + " must have " + expected + " entries, not " + found);
        }
    }

    static double[] scores(double[] scores, String name) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("no " + name);
        }
        for (double score : scores) {
            if (Double.isNaN(score)) {
                throw new IllegalArgumentException("a score among the " + name + " is not a number");
            }
        }
        return scores;
    }
}
