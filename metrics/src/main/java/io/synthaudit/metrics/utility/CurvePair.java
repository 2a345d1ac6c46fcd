package io.synthaudit.metrics.utility;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.learn.survival.LogRank;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Training's curve beside that of another table, up to the last time at which both have 11 rows at risk.
 *
 * @param first training
 * @param second the other table
 * @param until that time
 */
record CurvePair(SurvivalRows first, SurvivalRows second, double until) {

    static CurvePair of(SurvivalRows first, SurvivalRows second) {
        return new CurvePair(first, second, Math.min(first.horizon(), second.horizon()));
    }

    /** The largest difference of the curves; Hall and Wellner's band around each bounds it. */
    Estimate distance(double level) {
        double each = 1 - (1 - level) / 2;
        double[] times = DoubleStream.concat(
                        DoubleStream.of(0),
                        DoubleStream.concat(
                                Arrays.stream(first.curve().times()),
                                Arrays.stream(second.curve().times())))
                .filter(t -> t <= until)
                .sorted()
                .distinct()
                .toArray();
        double largest = 0;
        double lower = 0;
        double upper = 0;
        for (double t : times) {
            double apart = Math.abs(first.curve().at(t) - second.curve().at(t));
            double band = first.band(t, each) + second.band(t, each);
            largest = Math.max(largest, apart);
            lower = Math.max(lower, apart - band);
            upper = Math.max(upper, apart + band);
        }
        return Estimate.of(
                largest, new Interval(lower, Math.max(largest, Math.min(1, upper)), level, "Hall-Wellner bands"));
    }

    /** The difference of the areas under the curves: of the mean times survived up to the horizon. */
    Estimate area(double level) {
        double difference = second.curve().area(until) - first.curve().area(until);
        double variance = first.factor() * first.curve().areaVariance(until)
                + second.factor() * second.curve().areaVariance(until);
        double margin = Normal.z(level) * Math.sqrt(variance);
        return Estimate.of(
                difference,
                new Interval(difference - margin, difference + margin, level, "normal, Greenwood's variance"));
    }

    /** The log-rank difference in its standard deviations: positive when the other table has more events than training. */
    Estimate logRank(double level) {
        double factor = Math.max(first.factor(), second.factor());
        double z = LogRank.of(first.time(), first.event(), second.time(), second.event())
                        .z()
                / Math.sqrt(factor);
        double margin = Normal.z(level);
        return Estimate.of(z, new Interval(z - margin, z + margin, level, "normal"));
    }
}
