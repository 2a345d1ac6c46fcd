package io.synthaudit.core.evaluation;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.statistic.State;
import java.util.List;

/**
 * Compares two tables through the states of one statistic.
 *
 * @param <S> the state
 */
public interface Compares<S extends State<S>> {

    /**
     * Compares two tables' states.
     *
     * @param reference state of the training table
     * @param candidate state of the synthetic table, of the holdout or of a sample of either
     * @param context level, effective sizes, training profile
     * @return values in the order of the description's measures; a measure without a meaning here is left out.
     *     Measures of kind MATCHED come as points: the engine resamples and makes their intervals.
     */
    List<Measured> compare(S reference, S candidate, Comparison context);

    /**
     * Why {@link #compare} leaves a measure out.
     *
     * @return the reason, or null for the engine's words: the cells that are present do not determine it
     */
    default Reason leftOut(Measure measure, S reference, S candidate) {
        return null;
    }

    /** How the number was made where the field knows variants; empty when there is one way only. */
    default String variant(S reference) {
        return "";
    }

    /**
     * Expected value of a MATCHED measure between two fresh samples of the reference's law, in closed form.
     *
     * @param measure measure id
     * @param reference the law
     * @param referenceRows effective rows of one sample
     * @param candidateRows effective rows of the other
     * @return the expectation, or NaN when there is no closed form and the engine has to resample
     */
    default double expected(String measure, S reference, double referenceRows, double candidateRows) {
        return Double.NaN;
    }

    /**
     * A MATCHED measure with an interval in closed form, where the field knows one that covers: nothing is resampled then.
     *
     * @param measure measure id
     * @param reference state of the training table
     * @param candidate state of the synthetic table
     * @param context level, effective sizes, training profile
     * @return value, bias and interval; null when there is no closed form and the engine has to resample
     */
    default Estimate closedForm(String measure, S reference, S candidate, Comparison context) {
        return null;
    }

    /**
     * Share of a state's rows that a MATCHED measure is about: those whose cells are present, where missing cells are left
     * out. A closed-form interval on all rows would be too short by its root.
     *
     * @param measure measure id
     * @param state the state of any table
     * @return in [0, 1]
     */
    default double informative(String measure, S state) {
        return 1;
    }

    /**
     * The largest distance that a share of rows can make, for MATCHED measures in [0, 1]: what rows that a table happens not to
     * hold may add to a distance of 0.
     *
     * @param measure measure id
     * @param share in [0, 1]
     * @return in [0, 1]; the share itself unless the distance grows faster
     */
    default double reach(String measure, double share) {
        return share;
    }

    /**
     * Number of cells that rows are spread over, for measures of kind MATCHED: with fewer than 5 rows a cell resampling
     * covers too little and the engine takes McDiarmid's closed form. 0 when the measure has no cells.
     */
    default long cells(S reference) {
        return 0;
    }

    /** Whether the engine also measures it within each subgroup that the schema declares. */
    default boolean isForSubgroups() {
        return false;
    }
}
