package io.synthaudit.core.gate;

import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import java.util.List;

/**
 * A number with the two one-sided bounds by which it is held against a limit.
 *
 * <p>Other levels than the interval's own are reached by scaling each bound about the value with the ratio of normal
 * quantiles. That is exact for intervals of the form value +- z sd, such as those of a matched excess. Bounds that subtract a
 * bias below become wider than need be, never shorter.
 *
 * @param value the number
 * @param lower lower bound
 * @param upper upper bound
 * @param level one-sided confidence of each bound; 1 for a number that is taken as it is
 */
record Evidence(double value, double lower, double upper, double level) {

    /** A number whose doubt is not asked for. */
    static Evidence exact(double value) {
        return new Evidence(value, value, value, 1);
    }

    /**
     * A number with its interval at a level. A finding chosen among several brings wider bounds; they are not narrowed, and
     * count as bounds at the level asked for.
     */
    static Evidence of(double value, Interval interval, double level) {
        Evidence own = new Evidence(
                value,
                Math.min(value, interval.lower()),
                Math.max(value, interval.upper()),
                Math.min(level, interval.level()));
        return own.at(level);
    }

    /** The mean of several numbers; the mean of their bounds holds at their level however they depend on one another. */
    static Evidence mean(List<Evidence> parts) {
        double value = 0;
        double lower = 0;
        double upper = 0;
        double level = 1;
        for (Evidence part : parts) {
            value += part.value / parts.size();
            lower += part.lower / parts.size();
            upper += part.upper / parts.size();
            level = Math.min(level, part.level);
        }
        return new Evidence(value, lower, upper, level);
    }

    /** The same number with bounds of a higher confidence; itself when they are at least as confident. */
    Evidence at(double confidence) {
        if (level >= confidence) {
            return this;
        }
        double ratio = Normal.z(confidence) / Normal.z(level);
        return new Evidence(value, value - ratio * (value - lower), value + ratio * (upper - value), confidence);
    }

    /** Distance from the adverse bound to the limit, not negative when the number is surely inside. */
    double margin(Limit limit) {
        double above = limit.hasMax() ? limit.max() - upper : Double.POSITIVE_INFINITY;
        double below = limit.hasMin() ? lower - limit.min() : Double.POSITIVE_INFINITY;
        return Math.min(above, below);
    }

    /** The bound that comes nearest to the limit, or lies farthest beyond it. */
    double adverse(Limit limit) {
        return adverseIsUpper(limit) ? upper : lower;
    }

    boolean adverseIsUpper(Limit limit) {
        return limit.hasMax() && (!limit.hasMin() || limit.max() - upper <= lower - limit.min());
    }

    boolean surelyInside(Limit limit) {
        return margin(limit) >= 0;
    }

    boolean surelyOutside(Limit limit) {
        return limit.hasMax() && lower > limit.max() || limit.hasMin() && upper < limit.min();
    }

    boolean valueInside(Limit limit) {
        return !(limit.hasMax() && value > limit.max()) && !(limit.hasMin() && value < limit.min());
    }

    /** One-sided p-value of the hypothesis that the limit is kept, by the scaling of this class. */
    double p(Limit limit) {
        double above = limit.hasMax() ? tail(value - limit.max(), value - lower) : 1;
        double below = limit.hasMin() ? tail(limit.min() - value, upper - value) : 1;
        return Math.min(above, below);
    }

    private double tail(double beyond, double room) {
        if (beyond <= 0) {
            return 1;
        }
        return room > 0 && level < 1 ? Normal.tail(Normal.z(level) * beyond / room) : 0;
    }

    /**
     * How many times the rows would decide if the number stayed as it is, for widths that shrink with the root of the rows.
     *
     * @return above 1 when undecided; infinite when the number is the limit itself
     */
    double rowsFactor(Limit limit) {
        double ratio;
        if (valueInside(limit)) {
            double above = limit.hasMax() ? (upper - value) / (limit.max() - value) : 0;
            double below = limit.hasMin() ? (value - lower) / (value - limit.min()) : 0;
            ratio = Math.max(above, below);
        } else if (limit.hasMax() && value > limit.max()) {
            ratio = (value - lower) / (value - limit.max());
        } else {
            ratio = (upper - value) / (limit.min() - value);
        }
        return ratio * ratio;
    }
}
