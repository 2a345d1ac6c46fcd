package io.synthaudit.metrics.utility;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.MacroRoc;
import io.synthaudit.core.interval.Roc;
import java.util.stream.IntStream;

/**
 * Areas under the ROC curve of class probabilities: of two classes that of the rarer training class; of more the mean of all
 * one-against-rest areas, over classes that the test rows have.
 */
final class Discrimination {

    private Discrimination() {}

    /** The area, in [0, 1]; 0.5 is chance. */
    static Estimate area(TestRows test, double[][] probabilities, double level) {
        if (test.positive() < 0) {
            return areas(test, probabilities).area(level);
        }
        double[] scores = scores(test, probabilities);
        int[] positives = rows(test, true);
        int[] negatives = rows(test, false);
        return Roc.auc(
                select(scores, positives),
                select(scores, negatives),
                select(test.person(), positives),
                select(test.person(), negatives),
                level);
    }

    /** The area alone. */
    static double value(TestRows test, double[][] probabilities) {
        if (test.positive() < 0) {
            return areas(test, probabilities).value();
        }
        double[] scores = scores(test, probabilities);
        return Roc.area(select(scores, rows(test, true)), select(scores, rows(test, false)));
    }

    /** The area of {@code first} minus that of {@code second} on the same test rows, in [-1, 1]. */
    static Estimate difference(TestRows test, double[][] first, double[][] second, double level) {
        if (test.positive() < 0) {
            return areas(test, first).minus(areas(test, second), level);
        }
        int[] labels = test.labels();
        boolean[] positive = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            positive[i] = labels[i] == test.positive();
        }
        return Roc.pairedAucDifference(scores(test, first), scores(test, second), positive, test.person(), level);
    }

    private static MacroRoc areas(TestRows test, double[][] probabilities) {
        return MacroRoc.of(test.labels(), probabilities, test.person());
    }

    private static double[] scores(TestRows test, double[][] probabilities) {
        double[] scores = new double[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = probabilities[i][test.positive()];
        }
        return scores;
    }

    private static int[] rows(TestRows test, boolean positive) {
        int[] labels = test.labels();
        return IntStream.range(0, labels.length)
                .filter(i -> (labels[i] == test.positive()) == positive)
                .toArray();
    }

    private static double[] select(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static int[] select(int[] values, int[] rows) {
        return values == null
                ? null
                : IntStream.of(rows).map(row -> values[row]).toArray();
    }
}
