package io.synthaudit.core.interval;

import java.util.Arrays;

/**
 * Placement values of DeLong: for every score, the share of the other side that it beats, ties half.
 *
 * <p>Sorting one side and looking the other up costs O((n + h) log h), as the midrank form of Sun and Xu does, and keeps the
 * order of rows, which clusters need.
 *
 * @param members per member the share of non-members scoring lower
 * @param nonMembers per non-member the share of members scoring higher
 * @param area the area under the ROC curve, exact to the last bit
 */
record Placements(double[] members, double[] nonMembers, double area) {

    static Placements of(double[] members, double[] nonMembers) {
        Arguments.scores(members, "members");
        Arguments.scores(nonMembers, "non-members");
        double[] above = sorted(members);
        double[] below = sorted(nonMembers);
        double[] beaten = new double[members.length];
        long twiceWins = 0;
        for (int i = 0; i < members.length; i++) {
            long twice = (long) countBelow(below, members[i]) + countUpTo(below, members[i]);
            twiceWins += twice;
            beaten[i] = twice / (2.0 * below.length);
        }
        double[] lost = new double[nonMembers.length];
        for (int j = 0; j < nonMembers.length; j++) {
            long twice = (long) countBelow(above, nonMembers[j]) + countUpTo(above, nonMembers[j]);
            lost[j] = (2.0 * above.length - twice) / (2.0 * above.length);
        }
        return new Placements(beaten, lost, twiceWins / (2.0 * members.length * nonMembers.length));
    }

    static double[] sorted(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Entries strictly below a score; -0.0 and 0.0 are equal, unlike in {@link Arrays#binarySearch(double[], double)}. */
    static int countBelow(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Entries at or below a score. */
    static int countUpTo(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
