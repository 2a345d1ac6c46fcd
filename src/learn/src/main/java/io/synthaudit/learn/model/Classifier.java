package io.synthaudit.learn.model;

/** A fitted model that predicts classes. */
public interface Classifier {

    /**
     * Class probabilities.
     *
     * @param design rows of the encoding that the model was fitted on
     * @return one array per row with one probability per class, each in [0, 1], summing to 1; exactly 0 for a class that the
     *     model never saw
     */
    double[][] probabilities(Design design);

    /**
     * How much the model uses each feature, not negative; what is measured depends on the model.
     *
     * @return one number per feature of the design fitted on; empty when the model has no such number
     */
    double[] importance();
}
