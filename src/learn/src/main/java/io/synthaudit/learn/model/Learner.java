package io.synthaudit.learn.model;

/** A way to fit a classifier. Implementations hold settings only: equal arguments give the same model, to the bit. */
public interface Learner {

    /** A word for reports, such as {@code logistic}. */
    String name();

    /**
     * Fits a model.
     *
     * @param design rows to learn from, at least one
     * @param labels class of each row, 0 .. classes-1; not every class need occur
     * @param classes number of classes
     * @return the model
     * @throws IllegalArgumentException if there are no rows, or labels and rows differ in number
     */
    Classifier fit(Design design, int[] labels, int classes);
}
