package io.synthaudit.metrics.utility;

import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Proportions;

/**
 * The mean over classes of the share of its test rows that are predicted rightly; the prediction is the likeliest class, of
 * equally likely ones the first. Classes that the test rows lack are left out.
 *
 * <p>Interval: Wilson's of each class, on effective rows where persons own several, joined as in MOVER: the squared distances
 * from the values to the bounds add up. Persons with rows in several classes count as independent there.
 */
final class BalancedAccuracy {

    private BalancedAccuracy() {}

    static Estimate of(TestRows test, double[][] probabilities, double level) {
        int classes = test.present();
        double sum = 0;
        double below = 0;
        double above = 0;
        for (int k = 0; k < test.classes(); k++) {
            double[] hits = hits(test, probabilities, k);
            if (hits.length == 0) {
                continue;
            }
            Estimate recall = recall(test, hits, k, level);
            sum += recall.value();
            below += square(recall.value() - recall.interval().lower());
            above += square(recall.interval().upper() - recall.value());
        }
        double value = sum / classes;
        Interval interval = new Interval(
                        value - Math.sqrt(below) / classes,
                        value + Math.sqrt(above) / classes,
                        level,
                        "Wilson per class, MOVER")
                .clippedTo(0, 1);
        return Estimate.of(value, interval);
    }

    /** The value alone, for a guess that does not depend on the row. */
    static double value(TestRows test, double[][] probabilities) {
        double sum = 0;
        for (int k = 0; k < test.classes(); k++) {
            double[] hits = hits(test, probabilities, k);
            sum += hits.length == 0 ? 0 : mean(hits);
        }
        return sum / test.present();
    }

    private static Estimate recall(TestRows test, double[] hits, int k, double level) {
        double deff = 1;
        if (test.person() != null) {
            int[] person = new int[hits.length];
            int next = 0;
            for (int i = 0; i < test.labels().length; i++) {
                if (test.labels()[i] == k) {
                    person[next++] = test.person()[i];
                }
            }
            deff = DesignEffect.ofClusters(hits, person);
        }
        return Proportions.share(mean(hits) * hits.length, hits.length, deff, level);
    }

    /** One entry per test row of the class: 1 if it is predicted rightly, else 0. */
    private static double[] hits(TestRows test, double[][] probabilities, int k) {
        double[] hits = new double[test.counts()[k]];
        int next = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (test.labels()[i] == k) {
                hits[next++] = likeliest(probabilities[i]) == k ? 1 : 0;
            }
        }
        return hits;
    }

    static int likeliest(double[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        return best;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    private static double square(double x) {
        return x * x;
    }
}
