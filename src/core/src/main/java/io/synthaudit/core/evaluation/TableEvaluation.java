package io.synthaudit.core.evaluation;

import java.util.List;

/**
 * An evaluation that needs rows, neighbours or models. It fills its own yardstick or says why none has a meaning.
 * Registered with {@code @AutoService(TableEvaluation.class)}.
 */
public interface TableEvaluation {

    Description description();

    /** The numbers, or why there are none. Every declared measure appears at least once, measured or not. */
    List<Observation> evaluate(Run run);
}
