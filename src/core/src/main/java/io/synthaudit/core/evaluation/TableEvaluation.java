package io.synthaudit.core.evaluation;

import io.synthaudit.core.table.Tables;
import java.util.List;

/**
 * An evaluation that needs rows, neighbours or models. It fills its own yardstick or says why none has a meaning.
 * Registered with {@code @AutoService(TableEvaluation.class)}.
 */
public interface TableEvaluation {

    Description description();

    /**
     * Bytes of heap that the evaluation takes beside what every audit holds, about; 0 where they do not count.
     *
     * @param tables the tables of a run
     * @param threads the run's threads
     */
    default long heap(Tables tables, int threads) {
        return 0;
    }

    /** The numbers, or why there are none. Every declared measure appears at least once, measured or not. */
    List<Observation> evaluate(Run run);
}
