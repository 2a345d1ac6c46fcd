package io.synthaudit.metrics.utility;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import java.util.Arrays;

/**
 * How far a table's answers are from training's, group by group: \(|a_S - a_T| / |a_T|\).
 *
 * @param value the errors
 * @param error their standard errors
 * @param absent groups that the other table lacks; their error is 1
 */
record RelativeErrors(double[] value, double[] error, int absent) {

    /** @param groups positions of the groups in training */
    static RelativeErrors of(GroupTotals training, int[] groups, GroupTotals other, boolean shares) {
        double[] value = new double[groups.length];
        double[] error = new double[groups.length];
        int absent = 0;
        for (int i = 0; i < groups.length; i++) {
            int g = groups[i];
            int at = Arrays.binarySearch(other.keys(), training.keys()[g]);
            double truth = training.answer()[g];
            double ratio = at < 0 ? 0 : other.answer()[at] / truth;
            absent += at < 0 ? 1 : 0;
            // A share of no rows is as uncertain as one of one row; a mean of no rows is no number at all.
            double variance = at >= 0
                    ? other.variance()[at]
                    : shares ? 1.0 / ((double) Math.max(1, other.rows()) * Math.max(1, other.rows())) : 0;
            value[i] = Math.abs(ratio - 1);
            error[i] =
                    Math.sqrt(variance + ratio * ratio * training.factor() * training.variance()[g]) / Math.abs(truth);
        }
        return new RelativeErrors(value, error, absent);
    }

    /**
     * The smallest error that so large a share of groups do not exceed, with bounds that hold for all groups at once, so for
     * each of their quantiles.
     */
    Estimate quantile(double share, double level) {
        double z = Normal.z(1 - (1 - level) / value.length);
        double[] lower = new double[value.length];
        double[] upper = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            lower[i] = Math.max(0, value[i] - z * error[i]);
            upper[i] = value[i] + z * error[i];
        }
        double found = at(value, share);
        double top = at(upper, share);
        return Double.isFinite(top)
                ? Estimate.of(
                        found,
                        new Interval(
                                Math.min(found, at(lower, share)),
                                Math.max(found, top),
                                level,
                                "normal, Bonferroni over groups"))
                : Estimate.point(found, "Too many groups have a single row of the other table.");
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
