package io.synthaudit.metrics.utility;

import io.synthaudit.learn.model.GradientBoosting;
import io.synthaudit.learn.model.Learner;
import io.synthaudit.learn.model.LearnerLibraries;
import io.synthaudit.learn.model.LearnerLibrary;
import io.synthaudit.learn.model.LogisticRegression;
import io.synthaudit.learn.model.NumberLearner;
import io.synthaudit.learn.model.RandomForest;
import io.synthaudit.learn.model.RidgeRegression;
import io.synthaudit.learn.neighbour.NearestNeighbours;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * The learners that stand for what a user may do with a table; each fits classes or numbers. Four are always there, others join
 * them where their library is on the class path.
 */
final class Rival {

    private static final int TREES = 60;
    private static final int FEW_TREES = 15;
    private static final int MOST_DRAWN = 20_000;
    private static final int NEIGHBOURS_ASKED = 15;

    /** Rows that nearest neighbours are looked for among. */
    private static final int MOST_NEIGHBOURS = 4_000;

    /** Logistic or linear regression. */
    static final Rival LINEAR =
            new Rival("logistic", "linear", "", seed -> new LogisticRegression(), seed -> new RidgeRegression());

    static final Rival FOREST = new Rival(
            "forest",
            "forest",
            " The forest has " + TREES + " trees, each of at most 20,000 drawn rows; a refit has " + FEW_TREES + ".",
            seed -> new RandomForest(TREES, MOST_DRAWN, seed),
            seed -> new RandomForest(TREES, MOST_DRAWN, seed));

    static final Rival BOOSTING = new Rival(
            "boosting",
            "boosting",
            " Boosting adds trees of depth 5.",
            seed -> new GradientBoosting(),
            seed -> new GradientBoosting());

    static final Rival NEIGHBOURS = new Rival(
            "neighbours",
            "neighbours",
            " The " + NEIGHBOURS_ASKED + " nearest of at most " + MOST_NEIGHBOURS + " rows answer.",
            seed -> new NearestNeighbours(NEIGHBOURS_ASKED, MOST_NEIGHBOURS, seed),
            seed -> new NearestNeighbours(NEIGHBOURS_ASKED, MOST_NEIGHBOURS, seed));

    private static final List<Rival> ALL = Stream.concat(
                    Stream.of(LINEAR, FOREST, BOOSTING, NEIGHBOURS),
                    LearnerLibraries.found().stream().map(Rival::of))
            .toList();

    private final String ofClasses;
    private final String ofNumbers;
    private final String settings;
    private final LongFunction<Learner> classes;
    private final LongFunction<NumberLearner> numbers;

    private Rival(
            String ofClasses,
            String ofNumbers,
            String settings,
            LongFunction<Learner> classes,
            LongFunction<NumberLearner> numbers) {
        this.ofClasses = ofClasses;
        this.ofNumbers = ofNumbers;
        this.settings = settings;
        this.classes = classes;
        this.numbers = numbers;
    }

    private static Rival of(LearnerLibrary library) {
        return new Rival(
                library.name(), library.name(), " " + library.settings(), library::learner, library::numberLearner);
    }

    /** The learners of this class path: the four of the product first, others by name. */
    static List<Rival> all() {
        return ALL;
    }

    /** A word for the parameter {@code learner} of findings. */
    String word(boolean ofClass) {
        return ofClass ? ofClasses : ofNumbers;
    }

    /** What a finding says of the learner. */
    String settings() {
        return settings;
    }

    Learner learner(long seed) {
        return classes.apply(seed);
    }

    NumberLearner numberLearner(long seed) {
        return numbers.apply(seed);
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
