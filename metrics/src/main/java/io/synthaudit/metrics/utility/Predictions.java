package io.synthaudit.metrics.utility;

import io.synthaudit.core.table.Table;
import io.synthaudit.learn.model.Classifier;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.model.Encoding;
import io.synthaudit.learn.model.Learner;
import io.synthaudit.learn.model.Majority;
import java.util.Arrays;

/**
 * What a model learned from one table says of the test rows.
 *
 * @param rows rows learned from
 * @param classes classes that occur among them
 * @param width numbers that the encoding makes of a row
 * @param probabilities one array per test row, one number per class
 * @param floor the same by the shares of classes alone
 * @param importance how much the model uses each column of the table; empty when it has no such number
 */
record Predictions(int rows, int classes, int width, double[][] probabilities, double[][] floor, double[] importance) {

    /** Learns from a table, with an encoding fitted on it, and predicts the test rows. */
    static Predictions of(Learner learner, Table side, Labels labels, int[] features, TestRows test) {
        int[] y = labels.of(side);
        Encoding encoding = Encoding.fit(side, features);
        Design design = encoding.encode(side);
        Classifier model = learner.fit(design, y, labels.classes());
        Classifier floor = new Majority().fit(design, y, labels.classes());
        Design unseen = encoding.encode(test.table());
        double[] perFeature = model.importance();
        return new Predictions(
                side.rows(),
                (int) Arrays.stream(y).distinct().count(),
                encoding.width(),
                model.probabilities(unseen),
                floor.probabilities(unseen),
                perFeature.length == 0
                        ? perFeature
                        : design.byColumn(perFeature, side.columns().size()));
    }

    /** What the encoding is, as a sentence. */
    String encodingNote() {
        return " A row is read as " + width + " numbers: z-scores, one per level, marks of missing cells.";
    }
}
