package io.synthaudit.metrics.utility;

import io.synthaudit.core.table.Table;
import io.synthaudit.learn.model.Classifier;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.model.Encoding;
import io.synthaudit.learn.model.LogisticRegression;
import io.synthaudit.learn.model.Majority;
import java.util.Arrays;

/**
 * What models learned from one table say of the test rows.
 *
 * @param rows rows learned from
 * @param classes classes that occur among them
 * @param probabilities of the logistic regression: one array per test row, one number per class
 * @param floor of the majority floor, likewise
 */
record Predictions(int rows, int classes, double[][] probabilities, double[][] floor) {

    /** Learns from a table, with an encoding fitted on it, and predicts the test rows. */
    static Predictions of(Table side, Labels labels, int[] features, TestRows test) {
        int[] y = labels.of(side);
        Encoding encoding = Encoding.fit(side, features);
        Design design = encoding.encode(side);
        Classifier model = new LogisticRegression().fit(design, y, labels.classes());
        Classifier floor = new Majority().fit(design, y, labels.classes());
        Design unseen = encoding.encode(test.table());
        int present = (int) Arrays.stream(y).distinct().count();
        return new Predictions(side.rows(), present, model.probabilities(unseen), floor.probabilities(unseen));
    }
}
