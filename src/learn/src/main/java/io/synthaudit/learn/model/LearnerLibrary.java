package io.synthaudit.learn.model;

/**
 * A learner of another library, found as a service where its jar is on the class path. It takes part wherever learners are
 * compared, under its own name, and changes nothing of the others. Equal seeds give the same models, to the bit, whatever
 * thread asks.
 */
public interface LearnerLibrary {

    /** A word for reports, such as {@code lightgbm}. */
    String name();

    /** Library, version and settings, as a sentence. */
    String settings();

    /** Whether it works here: natives may be missing. */
    boolean isUsable();

    Learner learner(long seed);

    NumberLearner numberLearner(long seed);
}
