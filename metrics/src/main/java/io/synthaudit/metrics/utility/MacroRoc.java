package io.synthaudit.metrics.utility;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.interval.Proportions;
import java.util.Arrays;

/**
 * The mean of one-against-rest areas under the ROC curve, with each test row's share in its error.
 *
 * <p>DeLong's placement values give, for each class, how far each row moves that class's area. Their mean over classes is
 * how far the row moves the mean area, so the sum of squares (of sums per person where persons own several rows) is its
 * variance with all covariances between classes in it; and rows of two models on the same test rows can be subtracted.
 *
 * @param value the mean area
 * @param influence one number per test row, summing to 0 up to rounding
 * @param person person of each test row, or null
 * @param fewest persons or rows in the smallest class
 * @see <a href="https://doi.org/10.2307/2531595">DeLong, DeLong and Clarke-Pearson (1988)</a>
 * @see <a href="https://doi.org/10.1023/A:1010920819831">Hand and Till (2001) on areas of several classes</a>
 */
record MacroRoc(double value, double[] influence, int[] person, int fewest) {

    /** Outside [0.1, 0.9] the interval is made on the logit scale. */
    private static final double LOGIT_ABOVE = 0.9;

    /** Below this a variance is rounding. */
    private static final double NOTHING = 1e-26;

    static MacroRoc of(TestRows test, double[][] probabilities) {
        int[] labels = test.labels();
        int[] counts = test.counts();
        double[] influence = new double[labels.length];
        double sum = 0;
        int fewest = Integer.MAX_VALUE;
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0) {
                sum += add(influence, labels, k, counts[k], probabilities);
                fewest = Math.min(fewest, counts[k]);
            }
        }
        int classes = test.present();
        for (int i = 0; i < influence.length; i++) {
            influence[i] /= classes;
        }
        return new MacroRoc(sum / classes, influence, test.person(), fewest);
    }

    /** Adds the influence on one class's area and returns the area. */
    private static double add(double[] influence, int[] labels, int k, int positives, double[][] probabilities) {
        int n = labels.length;
        int negatives = n - positives;
        double[] own = new double[positives];
        double[] rest = new double[negatives];
        int p = 0;
        int q = 0;
        for (int i = 0; i < n; i++) {
            if (labels[i] == k) {
                own[p++] = probabilities[i][k];
            } else {
                rest[q++] = probabilities[i][k];
            }
        }
        Arrays.sort(own);
        Arrays.sort(rest);
        double[] placements = new double[n];
        long twiceWins = 0;
        for (int i = 0; i < n; i++) {
            double[] others = labels[i] == k ? rest : own;
            double x = probabilities[i][k];
            long twice = (long) count(others, x, false) + count(others, x, true);
            twiceWins += labels[i] == k ? twice : 0;
            placements[i] = twice / (2.0 * others.length);
        }
        double area = twiceWins / (2.0 * positives * negatives);
        for (int i = 0; i < n; i++) {
            influence[i] +=
                    labels[i] == k ? (placements[i] - area) / positives : (1 - placements[i] - area) / negatives;
        }
        return area;
    }

    /** How many sorted values are below x, or at most x. */
    private static int count(double[] sorted, double x, boolean equalToo) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x || (equalToo && sorted[middle] == x)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Estimate area(double level) {
        double half = half(influence, level);
        String method = person == null ? "DeLong, mean over classes" : "DeLong, mean over classes, cluster-robust";
        if (value <= LOGIT_ABOVE && value >= 1 - LOGIT_ABOVE || value == 0 || value == 1) {
            return Estimate.of(value, 0.5, new Interval(value - half, value + half, level, method).clippedTo(0, 1));
        }
        double logit = StrictMath.log(value / (1 - value));
        double step = half / (value * (1 - value));
        double lower = 1 / (1 + StrictMath.exp(step - logit));
        double upper = 1 / (1 + StrictMath.exp(-step - logit));
        return Estimate.of(
                value, 0.5, new Interval(Math.min(value, lower), Math.max(value, upper), level, method + ", logit"));
    }

    /** This mean area minus another of the same test rows. */
    Estimate minus(MacroRoc other, double level) {
        double[] differences = new double[influence.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = influence[i] - other.influence[i];
        }
        double half = half(differences, level);
        double difference = value - other.value;
        String method = "DeLong, paired, mean over classes" + (person == null ? "" : ", cluster-robust");
        return Estimate.of(
                difference, new Interval(difference - half, difference + half, level, method).clippedTo(-1, 1));
    }

    /** Half the interval's width; where no row differs, the share of rows that may have been missed. */
    private double half(double[] moves, double level) {
        double[] sums = moves;
        if (person != null) {
            int[] persons = Arrays.stream(person).sorted().distinct().toArray();
            sums = new double[persons.length];
            for (int i = 0; i < moves.length; i++) {
                sums[Arrays.binarySearch(persons, person[i])] += moves[i];
            }
        }
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        double variance = sums.length < 2 ? 0 : squares * sums.length / (sums.length - 1.0);
        return variance < NOTHING
                ? Proportions.unseen(Math.min(fewest, sums.length), level)
                : Normal.z(level) * Math.sqrt(variance);
    }
}
