package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;

/** How often each bound of many intervals holds. */
record Coverage(double lower, double upper, double width) {

    static Coverage of(int repetitions, double truth, IntFunction<Interval> interval) {
        int lower = 0;
        int upper = 0;
        double width = 0;
        for (int i = 0; i < repetitions; i++) {
            Interval bounds = interval.apply(i);
            lower += bounds.lower() <= truth ? 1 : 0;
            upper += bounds.upper() >= truth ? 1 : 0;
            width += bounds.width();
        }
        return new Coverage((double) lower / repetitions, (double) upper / repetitions, width / repetitions);
    }

    /** Both bounds hold at least as often as stated, less three Monte Carlo errors. */
    void holdsAt(double level, int repetitions) {
        double least = level - 3 * Math.sqrt(level * (1 - level) / repetitions);
        assertThat(lower).as("coverage of the lower bound").isGreaterThanOrEqualTo(least);
        assertThat(upper).as("coverage of the upper bound").isGreaterThanOrEqualTo(least);
    }
}
