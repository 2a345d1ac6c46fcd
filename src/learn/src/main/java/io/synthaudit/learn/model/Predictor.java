package io.synthaudit.learn.model;

/** A fitted model that predicts numbers. */
public interface Predictor {

    /**
     * The predicted numbers.
     *
     * @param design rows of the encoding that the model was fitted on
     * @return one finite number per row
     */
    double[] predict(Design design);

    /** How much the model uses each feature: see {@link Classifier#importance()}. */
    double[] importance();
}
