package io.synthaudit.core.interval;

/**
 * The mean of one-against-rest areas under the ROC curve, with each row's share in its error.
 *
 * <p>DeLong's placement values give, for each class, how far each row moves that class's area. Their mean over classes is
 * how far the row moves the mean area, so the sum of squares (of sums per cluster where rows share an owner) is its variance
 * with all covariances between classes in it; and rows of two models on the same rows can be subtracted.
 *
 * @see <a href="https://doi.org/10.2307/2531595">DeLong, DeLong and Clarke-Pearson (1988)</a>
 * @see <a href="https://doi.org/10.1023/A:1010920819831">Hand and Till (2001) on areas of several classes</a>
 */
public final class MacroRoc {

    private final double value;
    private final double[] influence;
    private final Clusters clusters;
    private final int fewest;
    private final String robust;

    private MacroRoc(double value, double[] influence, Clusters clusters, int fewest, String robust) {
        this.value = value;
        this.influence = influence;
        this.clusters = clusters;
        this.fewest = fewest;
        this.robust = robust;
    }

    /**
     * The mean area over the classes that occur.
     *
     * @param labels class of each row; at least two classes occur
     * @param probabilities per row the score of each class, not NaN
     * @param cluster a cluster number per row, or null if rows are independent
     */
    public static MacroRoc of(int[] labels, double[][] probabilities, int[] cluster) {
        Arguments.positive(labels.length, "rows");
        Arguments.sameLength(labels.length, probabilities.length, "scores");
        int[] counts = new int[probabilities[0].length];
        for (int label : labels) {
            counts[label]++;
        }
        double[] influence = new double[labels.length];
        double sum = 0;
        int present = 0;
        int fewest = Integer.MAX_VALUE;
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0) {
                sum += add(influence, labels, k, probabilities);
                present++;
                fewest = Math.min(fewest, counts[k]);
            }
        }
        for (int i = 0; i < influence.length; i++) {
            influence[i] /= present;
        }
        Clusters clusters = Clusters.of(cluster, labels.length);
        return new MacroRoc(sum / present, influence, clusters, fewest, cluster == null ? "" : ", cluster-robust");
    }

    /** Adds the influence on one class's area and returns the area. */
    private static double add(double[] influence, int[] labels, int k, double[][] probabilities) {
        int n = labels.length;
        boolean[] own = new boolean[n];
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            own[i] = labels[i] == k;
            scores[i] = probabilities[i][k];
        }
        Placements placements = Placements.of(Roc.select(scores, own, true), Roc.select(scores, own, false));
        double[] positives = placements.members();
        double[] negatives = placements.nonMembers();
        int p = 0;
        int q = 0;
        for (int i = 0; i < n; i++) {
            influence[i] += own[i]
                    ? (positives[p++] - placements.area()) / positives.length
                    : (negatives[q++] - placements.area()) / negatives.length;
        }
        return placements.area();
    }

    /** The mean area without its interval, in [0, 1]. */
    public double value() {
        return value;
    }

    /**
     * The mean area; above 0.9 and below 0.1 bounded on the logit scale.
     *
     * @param level one-sided confidence of each bound
     * @return value in [0, 1], bias 0.5
     */
    public Estimate area(double level) {
        double half = half(influence, level);
        String method = "DeLong, mean over classes" + robust;
        Interval bounds = value == 0 || value == 1
                ? new Interval(value - half, value + half, level, method).clippedTo(0, 1)
                : Roc.bounds(value, half, half, level, method);
        return Estimate.of(value, 0.5, bounds);
    }

    /**
     * This mean area minus another of the same rows.
     *
     * @param level one-sided confidence of each bound
     * @return value in [-1, 1], no bias
     */
    public Estimate minus(MacroRoc other, double level) {
        Arguments.sameLength(influence.length, other.influence.length, "the other's rows");
        double[] differences = new double[influence.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = influence[i] - other.influence[i];
        }
        double half = half(differences, level);
        double difference = value - other.value;
        String method = "DeLong, paired, mean over classes" + robust;
        return Estimate.of(
                difference, new Interval(difference - half, difference + half, level, method).clippedTo(-1, 1));
    }

    /** Half the interval's width; where no row differs, the share of rows that may have been missed. */
    private double half(double[] moves, double level) {
        double variance = Clusters.varianceOfTotal(clusters.sums(moves));
        return variance < Roc.NOTHING
                ? Proportions.unseen(Math.min(fewest, clusters.count()), level)
                : Normal.z(level) * Math.sqrt(variance);
    }
}
