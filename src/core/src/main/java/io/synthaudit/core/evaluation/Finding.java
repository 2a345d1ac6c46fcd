package io.synthaudit.core.evaluation;

import io.synthaudit.core.interval.Estimate;
import java.util.function.Function;

/** What came of one measure at one target. */
public sealed interface Finding {

    Subject subject();

    /** One answer per kind of finding. */
    <T> T fold(Function<Measurement, T> measured, Function<NotApplicable, T> notApplicable, Function<Failed, T> failed);

    /**
     * A number was found.
     *
     * @param subject what it is about
     * @param estimate the value on the full tables
     * @param yardstick training against holdout at equal size; null when there is none
     * @param matched training against synthetic at that size; null when there is none
     * @param excess matched minus yardstick; null when there is none
     * @param matchedRows rows on the candidate side of yardstick and matched
     * @param fresh distance expected between two fresh samples at the sizes and bins of the excess; NaN if unbiased
     * @param bins most bins per column in yardstick, matched and excess; 0 when they are not binned
     * @param referenceRows real rows behind the value
     * @param candidateRows synthetic rows behind the value
     * @param note a sentence to be printed beside the number; may be empty
     * @param attack games behind it, or null
     */
    record Measurement(
            Subject subject,
            Estimate estimate,
            Estimate yardstick,
            Estimate matched,
            Estimate excess,
            long matchedRows,
            double fresh,
            int bins,
            long referenceRows,
            long candidateRows,
            String note,
            AttackDetail attack)
            implements Finding {

        /** Fewest real rows behind a number that a report shows. */
        public static final int FEWEST_ROWS = 11;

        /** Whether so few real rows stand behind it that no report shows it. */
        public boolean restsOnFew() {
            return referenceRows < FEWEST_ROWS;
        }

        @Override
        public <T> T fold(Function<Measurement, T> m, Function<NotApplicable, T> n, Function<Failed, T> f) {
            return m.apply(this);
        }
    }

    /** It has no meaning here, or something it needs is not given. */
    record NotApplicable(Subject subject, Reason reason) implements Finding {
        @Override
        public <T> T fold(Function<Measurement, T> m, Function<NotApplicable, T> n, Function<Failed, T> f) {
            return n.apply(this);
        }
    }

    /** It broke. One failed evaluation never sinks a run, and never counts as a pass. */
    record Failed(Subject subject, Reason reason) implements Finding {
        @Override
        public <T> T fold(Function<Measurement, T> m, Function<NotApplicable, T> n, Function<Failed, T> f) {
            return f.apply(this);
        }
    }
}
