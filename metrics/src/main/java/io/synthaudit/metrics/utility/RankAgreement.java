package io.synthaudit.metrics.utility;

/** Kendall's tau-b of short lists: pairs in the same order minus pairs in the opposite one, ties discounted. */
final class RankAgreement {

    private RankAgreement() {}

    /** In [-1, 1]; NaN if either list is constant. */
    static double of(double[] first, double[] second) {
        long agreeing = 0;
        long unequalFirst = 0;
        long unequalSecond = 0;
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                int a = Double.compare(first[i] + 0.0, first[j] + 0.0);
                int b = Double.compare(second[i] + 0.0, second[j] + 0.0);
                agreeing += (long) a * b;
                unequalFirst += a == 0 ? 0 : 1;
                unequalSecond += b == 0 ? 0 : 1;
            }
        }
        return agreeing / Math.sqrt((double) unequalFirst * unequalSecond);
    }
}
