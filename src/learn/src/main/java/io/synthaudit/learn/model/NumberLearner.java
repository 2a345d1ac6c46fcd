package io.synthaudit.learn.model;

/** A way to fit a model of numbers. Implementations hold settings only: equal arguments give the same model, to the bit. */
public interface NumberLearner {

    /** A word for reports, such as {@code linear}. */
    String name();

    /**
     * Fits a model.
     *
     * @param design rows to learn from, at least one
     * @param values the number of each row, finite
     * @return the model
     * @throws IllegalArgumentException if there are no rows, or values and rows differ in number
     */
    Predictor fit(Design design, double[] values);
}
