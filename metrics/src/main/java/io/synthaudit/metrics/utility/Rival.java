package io.synthaudit.metrics.utility;

import io.synthaudit.learn.model.GradientBoosting;
import io.synthaudit.learn.model.Learner;
import io.synthaudit.learn.model.LogisticRegression;
import io.synthaudit.learn.model.NearestNeighbours;
import io.synthaudit.learn.model.NumberLearner;
import io.synthaudit.learn.model.RandomForest;
import io.synthaudit.learn.model.RidgeRegression;

/** The learners that stand for what a user may do with a table; each fits classes or numbers. */
enum Rival {
    /** Logistic or linear regression. */
    LINEAR("logistic", "linear"),
    FOREST("forest", "forest"),
    BOOSTING("boosting", "boosting"),
    NEIGHBOURS("neighbours", "neighbours");

    private static final int TREES = 60;
    private static final int FEW_TREES = 15;
    private static final int MOST_DRAWN = 20_000;
    private static final int NEIGHBOURS_ASKED = 15;

    /** Rows that nearest neighbours are looked for among. */
    private static final int MOST_NEIGHBOURS = 4_000;

    private final String ofClasses;
    private final String ofNumbers;

    Rival(String ofClasses, String ofNumbers) {
        this.ofClasses = ofClasses;
        this.ofNumbers = ofNumbers;
    }

    /** A word for the parameter {@code learner} of findings. */
    String word(boolean classes) {
        return classes ? ofClasses : ofNumbers;
    }

    /** What a finding says of the learner. */
    String settings() {
        return switch (this) {
            case LINEAR -> "";
            case FOREST ->
                " The forest has " + TREES + " trees, each of at most 20,000 drawn rows; a refit has " + FEW_TREES
                        + ".";
            case BOOSTING -> " Boosting adds trees of depth 5.";
            case NEIGHBOURS -> " The " + NEIGHBOURS_ASKED + " nearest of at most " + MOST_NEIGHBOURS + " rows answer.";
        };
    }

    Learner learner(long seed) {
        return switch (this) {
            case LINEAR -> new LogisticRegression();
            case FOREST -> new RandomForest(TREES, MOST_DRAWN, seed);
            case BOOSTING -> new GradientBoosting();
            case NEIGHBOURS -> new NearestNeighbours(NEIGHBOURS_ASKED, MOST_NEIGHBOURS, seed);
        };
    }

    NumberLearner numberLearner(long seed) {
        return switch (this) {
            case LINEAR -> new RidgeRegression();
            case FOREST -> new RandomForest(TREES, MOST_DRAWN, seed);
            case BOOSTING -> new GradientBoosting();
            case NEIGHBOURS -> new NearestNeighbours(NEIGHBOURS_ASKED, MOST_NEIGHBOURS, seed);
        };
    }

    /** The same for refits: smaller where a smaller one errs more by its seed. */
    Learner refitted(long seed) {
        return this == FOREST ? new RandomForest(FEW_TREES, seed) : learner(seed);
    }

    NumberLearner refittedNumbers(long seed) {
        return this == FOREST ? new RandomForest(FEW_TREES, seed) : numberLearner(seed);
    }

    /** Rows that a refit learns from at most: fewer of the costly ones. */
    int mostRefitRows() {
        return this == LINEAR ? 2_000 : 1_000;
    }

    /**
     * What the variance between refits is multiplied by: the ratio of rows, but not less than the ratio of trees, since the
     * seed's part falls with these.
     */
    double share(int refitRows, int rows) {
        double ofRows = refitRows / (double) (this == NEIGHBOURS ? Math.min(rows, MOST_NEIGHBOURS) : rows);
        double least = this == FOREST ? FEW_TREES / (double) TREES : 0;
        return Math.min(1, Math.max(least, ofRows));
    }
}
