package io.synthaudit.testkit.simulation;

/** What the bounds of a measure are about. */
public enum Estimand {
    /** The value at the two laws, in the bins and among the levels of the training table. */
    LAWS,
    /** The value of the training table at hand against the synthetic law. */
    TRAINING,
    /** The mean over training and synthetic tables of these sizes. */
    MEAN,
    /** The mean over synthetic tables of this size, the training table at hand being what it is. */
    MEAN_GIVEN_TRAINING
}
