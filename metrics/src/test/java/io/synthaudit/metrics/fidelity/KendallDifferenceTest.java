package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.TableEvaluation;

/** Its values and bounds are tested in {@link RankDifferencesTest}. */
final class KendallDifferenceTest extends SetContract {

    @Override
    protected TableEvaluation evaluation() {
        return new KendallDifference();
    }
}
