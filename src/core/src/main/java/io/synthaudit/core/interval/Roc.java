package io.synthaudit.core.interval;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Intervals of the ROC curve of a membership score: members should score higher than non-members.
 *
 * <p>Scores may be infinite but not NaN. Ties count half in the area, and go together at a threshold. No point of the curve
 * is interpolated.
 */
public final class Roc {

    /** Outside [0.1, 0.9] the area's law is skewed and its normal interval would leave [0, 1]. */
    private static final double LOGIT_ABOVE = 0.9;

    /** Below this a variance is rounding: the smallest real one is far larger. */
    static final double NOTHING = 1e-26;

    private Roc() {}

    /**
     * The area under the ROC curve: P(member &gt; non-member) + P(equal) / 2.
     *
     * @param members scores of members, at least one
     * @param nonMembers scores of non-members, at least one
     * @return in [0, 1]
     */
    public static double area(double[] members, double[] nonMembers) {
        return Placements.of(members, nonMembers).area();
    }

    /**
     * The area under the ROC curve with DeLong's interval.
     *
     * <ul>
     *   <li>Variance: that of the placement values of each side; with clusters, of their sums per cluster (Obuchowski).
     *       Cluster numbers belong to their side: the same number on both sides is two clusters.
     *   <li>Above 0.9 and below 0.1 on the logit scale.
     *   <li>Exactly 1 (or 0): Clopper-Pearson of no miss in as many trials as the smaller side has rows or clusters.
     *   <li>A side whose placement values are all equal has variance 0 although unseen rows may differ. It then contributes
     *       the share u of rows that may have been missed ({@link Proportions#unseen}), each at its worst: u times the area
     *       downwards, u times (1 - area) upwards.
     * </ul>
     *
     * @param members scores of members, at least one
     * @param nonMembers scores of non-members, at least one
     * @param memberCluster a cluster number per member, or null if rows are independent
     * @param nonMemberCluster a cluster number per non-member, or null if rows are independent
     * @param level one-sided confidence of each bound
     * @return value in [0, 1], bias 0.5
     * @see <a href="https://doi.org/10.2307/2531595">DeLong, DeLong and Clarke-Pearson (1988)</a>
     * @see <a href="https://doi.org/10.1109/LSP.2014.2337313">Sun and Xu (2014)</a>
     * @see <a href="https://doi.org/10.2307/2533958">Obuchowski (1997)</a>
     */
    public static Estimate auc(
            double[] members, double[] nonMembers, int[] memberCluster, int[] nonMemberCluster, double level) {
        // in order, neighbouring scores look up neighbouring places, twice as fast; clusters need the order of
        // rows
        Placements placements = Placements.of(
                memberCluster == null ? Placements.sorted(members) : members,
                nonMemberCluster == null ? Placements.sorted(nonMembers) : nonMembers);
        double area = placements.area();
        Clusters ours = Clusters.of(memberCluster, members.length);
        Clusters theirs = Clusters.of(nonMemberCluster, nonMembers.length);
        if (area == 1 || area == 0) {
            int n = Math.min(ours.count(), theirs.count());
            return Estimate.of(area, 0.5, Proportions.clopperPearson(area * n, n, level));
        }
        double z = Normal.z(level);
        double below = 0;
        double above = 0;
        for (int side = 0; side < 2; side++) {
            Clusters clusters = side == 0 ? ours : theirs;
            double variance = variance(side == 0 ? placements.members() : placements.nonMembers(), area, clusters);
            double unseen = variance < NOTHING ? Proportions.unseen(clusters.count(), level) : 0;
            below += z * z * variance + square(unseen * area);
            above += z * z * variance + square(unseen * (1 - area));
        }
        String method = memberCluster == null && nonMemberCluster == null ? "DeLong" : "DeLong, cluster-robust";
        return Estimate.of(area, 0.5, bounds(area, Math.sqrt(below), Math.sqrt(above), level, method));
    }

    private static double variance(double[] placements, double area, Clusters clusters) {
        double[] deviations = new double[placements.length];
        for (int i = 0; i < placements.length; i++) {
            deviations[i] = placements[i] - area;
        }
        double n = placements.length;
        return Clusters.varianceOfTotal(clusters.sums(deviations)) / (n * n);
    }

    static Interval bounds(double area, double below, double above, double level, String method) {
        if (area <= LOGIT_ABOVE && area >= 1 - LOGIT_ABOVE) {
            return new Interval(area - below, area + above, level, method).clippedTo(0, 1);
        }
        double logit = StrictMath.log(area / (1 - area));
        double slope = 1 / (area * (1 - area));
        double lower = 1 / (1 + StrictMath.exp(-(logit - below * slope)));
        double upper = 1 / (1 + StrictMath.exp(-(logit + above * slope)));
        return new Interval(Math.min(area, lower), Math.max(area, upper), level, method + ", logit");
    }

    /**
     * The difference of two areas under the ROC curve on the same rows: area of A minus area of B, paired DeLong.
     *
     * <p>A class in which every row has the same difference of placement values would give variance 0; it then contributes the
     * share of rows that may have been missed, each at its worst (a difference of 1).
     *
     * @param scoresA scores of A, one per row
     * @param scoresB scores of B, same rows
     * @param positive which rows should score high; at least one row of each kind
     * @param cluster a cluster number per row, over both kinds, or null if rows are independent
     * @param level one-sided confidence of each bound
     * @return value in [-1, 1], no bias
     * @see <a href="https://doi.org/10.2307/2531595">DeLong, DeLong and Clarke-Pearson (1988)</a>
     */
    public static Estimate pairedAucDifference(
            double[] scoresA, double[] scoresB, boolean[] positive, int[] cluster, double level) {
        int rows = positive.length;
        Arguments.sameLength(rows, scoresA.length, "scores of A");
        Arguments.sameLength(rows, scoresB.length, "scores of B");
        Placements a = Placements.of(select(scoresA, positive, true), select(scoresA, positive, false));
        Placements b = Placements.of(select(scoresB, positive, true), select(scoresB, positive, false));
        double value = a.area() - b.area();
        double[] ofPositive = new double[rows];
        double[] ofNegative = new double[rows];
        int p = 0;
        int q = 0;
        for (int i = 0; i < rows; i++) {
            if (positive[i]) {
                ofPositive[i] = (a.members()[p] - b.members()[p] - value) / a.members().length;
                p++;
            } else {
                ofNegative[i] = (a.nonMembers()[q] - b.nonMembers()[q] - value) / a.nonMembers().length;
                q++;
            }
        }
        double half = pairedHalfWidth(ofPositive, ofNegative, positive, cluster, level);
        String method = cluster == null ? "DeLong, paired" : "DeLong, paired, cluster-robust";
        return Estimate.of(value, new Interval(value - half, value + half, level, method).clippedTo(-1, 1));
    }

    private static double pairedHalfWidth(
            double[] ofPositive, double[] ofNegative, boolean[] positive, int[] cluster, double level) {
        double variance;
        double[] each = new double[2];
        double[] units = new double[2];
        for (int kind = 0; kind < 2; kind++) {
            boolean wanted = kind == 0;
            Clusters clusters =
                    Clusters.of(cluster == null ? null : select(cluster, positive, wanted), count(positive, wanted));
            each[kind] =
                    Clusters.varianceOfTotal(clusters.sums(select(wanted ? ofPositive : ofNegative, positive, wanted)));
            units[kind] = clusters.count();
        }
        if (cluster == null) {
            variance = each[0] + each[1];
        } else {
            double[] both = new double[positive.length];
            for (int i = 0; i < both.length; i++) {
                both[i] = ofPositive[i] + ofNegative[i];
            }
            variance =
                    Clusters.varianceOfTotal(Clusters.of(cluster, both.length).sums(both));
        }
        double squares = square(Normal.z(level)) * variance;
        for (int kind = 0; kind < 2; kind++) {
            squares += each[kind] < NOTHING ? square(Proportions.unseen(units[kind], level)) : 0;
        }
        return Math.sqrt(squares);
    }

    /**
     * The largest true positive rate at a false positive rate of at most {@code maxFpr}.
     *
     * <p>Interval by the rank rectangle: the non-members above the true threshold are Binomial(h, maxFpr); its bounds, at half
     * the error, give a stricter and a laxer threshold, and the members above these give Clopper-Pearson bounds with the other
     * half. Clopper-Pearson at the observed threshold alone covers .49 to .75, for it takes that threshold as known.
     *
     * @param members scores of members, at least one
     * @param nonMembers scores of non-members, at least one
     * @param maxFpr the false positive rate allowed, in (0, 1)
     * @param effMembersDeff design effect of members, at least 1
     * @param effNonMembersDeff design effect of non-members, at least 1
     * @param level one-sided confidence of each bound
     * @return value in [0, 1], bias {@code maxFpr}
     * @see #resolvable(long, double)
     */
    public static Estimate tprAtFpr(
            double[] members,
            double[] nonMembers,
            double maxFpr,
            double effMembersDeff,
            double effNonMembersDeff,
            double level) {
        double[] above = Placements.sorted(Arguments.scores(members, "members"));
        double[] below = Placements.sorted(Arguments.scores(nonMembers, "non-members"));
        openShare(maxFpr);
        int n = above.length;
        int h = below.length;
        double half = 1 - (1 - Arguments.level(level)) / 2;
        int effective = (int) Math.max(1, Math.floor(DesignEffect.effective(h, effNonMembersDeff) + 1e-9));
        BinomialDistribution ranks = BinomialDistribution.of(effective, maxFpr);
        long fewest = (long) ranks.inverseCumulativeProbability(1 - half) * h / effective;
        long most = ((long) ranks.inverseCumulativeProbability(half) * h + effective - 1) / effective;
        long allowed = (long) Math.floor(maxFpr * h + 1e-9);
        double nEffective = DesignEffect.effective(n, effMembersDeff);
        double least = membersAbove(above, below, fewest - 1) * nEffective / n;
        double largest = membersAbove(above, below, most) * nEffective / n;
        double lower = Proportions.clopperPearson(Math.min(nEffective, least), nEffective, half)
                .lower();
        double upper = Proportions.clopperPearson(Math.min(nEffective, largest), nEffective, half)
                .upper();
        double value = membersAbove(above, below, allowed) / (double) n;
        return Estimate.of(
                value, maxFpr, new Interval(Math.min(value, lower), Math.max(value, upper), level, "rank rectangle"));
    }

    /** Members strictly above the non-member that has {@code rank} others before it, so that at most {@code rank} are above. */
    private static int membersAbove(double[] members, double[] nonMembers, long rank) {
        if (rank < 0) {
            return 0;
        }
        if (rank >= nonMembers.length) {
            return members.length;
        }
        double threshold = nonMembers[(int) (nonMembers.length - 1 - rank)];
        return members.length - Placements.countUpTo(members, threshold);
    }

    /**
     * Whether a false positive rate can be resolved: at least 30 non-members are expected above the threshold.
     *
     * @param nonMembers number of non-members
     * @param fpr the false positive rate, in (0, 1)
     * @return true from 3,000 non-members at 1 %, from 30,000 at 0.1 %
     */
    public static boolean resolvable(long nonMembers, double fpr) {
        return nonMembers * openShare(fpr) >= 30 - 1e-6;
    }

    /**
     * True positive rate minus false positive rate at a threshold chosen on other targets.
     *
     * <p>The largest advantage over all thresholds of the same targets is optimistic. Here targets are split in two folds by
     * the parity of their index (with clusters: of the order in which their cluster first appears), each fold is judged at the
     * threshold that is best for the other one, and hits are pooled. A target is a hit if its score reaches the threshold; of
     * equally good thresholds the strictest is used, "call nobody a member" included. Interval: Newcombe on effective sizes, divided by
     * 1.2 for the dependence of the folds.
     *
     * @param members scores of members, at least two independent ones
     * @param nonMembers scores of non-members, at least two independent ones
     * @param memberCluster a cluster number per member, or null if rows are independent
     * @param nonMemberCluster a cluster number per non-member, or null if rows are independent
     * @param level one-sided confidence of each bound
     * @return value in [-1, 1], bias 0
     */
    public static Estimate advantage(
            double[] members, double[] nonMembers, int[] memberCluster, int[] nonMemberCluster, double level) {
        return Advantage.of(members, nonMembers, memberCluster, nonMemberCluster, level);
    }

    private static double openShare(double fpr) {
        if (!(fpr > 0 && fpr < 1)) {
            throw new IllegalArgumentException("a false positive rate is strictly between 0 and 1, not " + fpr);
        }
        return fpr;
    }

    static double[] select(double[] values, boolean[] positive, boolean wanted) {
        double[] selected = new double[count(positive, wanted)];
        int next = 0;
        for (int i = 0; i < positive.length; i++) {
            if (positive[i] == wanted) {
                selected[next++] = values[i];
            }
        }
        return selected;
    }

    private static int[] select(int[] values, boolean[] positive, boolean wanted) {
        int[] selected = new int[count(positive, wanted)];
        int next = 0;
        for (int i = 0; i < positive.length; i++) {
            if (positive[i] == wanted) {
                selected[next++] = values[i];
            }
        }
        return selected;
    }

    private static int count(boolean[] positive, boolean wanted) {
        int count = 0;
        for (boolean entry : positive) {
            count += entry == wanted ? 1 : 0;
        }
        return count;
    }

    private static double square(double x) {
        return x * x;
    }
}
