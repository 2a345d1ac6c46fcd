package io.synthaudit.core.evaluation;

import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * A metric of all pairs of columns together: it takes something small from each pair's states, which are the ones that
 * metrics of single pairs read, and when all pairs are done it says what they say together.
 *
 * @param <S> state of the statistic that it reads
 * @param <E> what it takes from a pair
 */
public non-sealed interface PairsMetric<S extends State<S>, E> extends Metric {

    Applicability appliesTo(Field first, Field second);

    Statistic<S> statistic(Field first, Field second);

    /**
     * Takes from one pair what is needed in the end.
     *
     * @param reference state of the training table
     * @param candidate state of the synthetic table or of the holdout
     * @param context level, effective sizes, training profile
     */
    E gather(S reference, S candidate, Comparison context);

    /** The numbers, or why there are none. Every declared measure appears at least once, measured or not. */
    List<Observation> conclude(All<E> all);

    /**
     * What was taken from a pair.
     *
     * @param target the pair
     * @param first column of the first
     * @param second column of the second
     * @param synthetic training against synthetic
     * @param holdout training against holdout; null when there is no control
     */
    record Gathered<E>(Target target, int first, int second, E synthetic, E holdout) {}

    /**
     * What was taken from all pairs, and the tables it was taken from.
     *
     * @param pairs the pairs to which the metric applies, in table order
     * @param training the training table
     * @param synthetic the synthetic table
     * @param holdout the control, or null
     * @param holdoutPerson the person of each of its rows, or null
     * @param level one-sided confidence of each bound
     */
    record All<E>(
            List<Gathered<E>> pairs,
            CodedTable training,
            CodedTable synthetic,
            CodedTable holdout,
            int[] holdoutPerson,
            double level) {

        public All {
            pairs = List.copyOf(pairs);
        }
    }
}
