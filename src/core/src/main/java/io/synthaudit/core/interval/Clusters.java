package io.synthaudit.core.interval;

import java.util.Arrays;

/**
 * Rows grouped by an owner: cluster numbers made dense, in ascending order of the numbers given, so that every sum over
 * clusters runs in one order.
 */
record Clusters(int[] index, int count) {

    /** Groups by the given numbers; null makes every row its own cluster. */
    static Clusters of(int[] numbers, int rows) {
        int[] index = new int[rows];
        if (numbers == null) {
            for (int i = 0; i < rows; i++) {
                index[i] = i;
            }
            return new Clusters(index, rows);
        }
        Arguments.sameLength(rows, numbers.length, "cluster numbers");
        int[] distinct = Arrays.stream(numbers).sorted().distinct().toArray();
        for (int i = 0; i < rows; i++) {
            index[i] = Arrays.binarySearch(distinct, numbers[i]);
        }
        return new Clusters(index, distinct.length);
    }

    /** Sum of the values of each cluster. */
    double[] sums(double[] values) {
        double[] sums = new double[count];
        for (int i = 0; i < values.length; i++) {
            sums[index[i]] += values[i];
        }
        return sums;
    }

    /** Rows of each cluster. */
    double[] sizes() {
        double[] sizes = new double[count];
        for (int cluster : index) {
            sizes[cluster]++;
        }
        return sizes;
    }

    /** Variance of a total whose clusters deviate from their expectation by these sums; 0 for a single cluster. */
    static double varianceOfTotal(double[] clusterSums) {
        int groups = clusterSums.length;
        if (groups < 2) {
            return 0;
        }
        double squares = 0;
        for (double sum : clusterSums) {
            squares += sum * sum;
        }
        return squares * groups / (groups - 1.0);
    }
}
