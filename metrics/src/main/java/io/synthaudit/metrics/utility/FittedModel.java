package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.learn.regression.Fit;

/**
 * A declared model, fitted to each table.
 *
 * @param analysis its id
 * @param target what it explains by what
 * @param unfit why it could not be fitted at all; else null
 * @param names name of each coefficient, without any label that may not be shown
 * @param bearers training rows, or persons, behind each coefficient
 * @param first the first coefficient that counts: 1 where the model has no intercept
 * @param training the fit to training
 * @param synthetic the fit to the synthetic table
 * @param holdout the fit to the holdout, or null
 */
record FittedModel(
        String analysis,
        Target target,
        Reason unfit,
        String[] names,
        long[] bearers,
        int first,
        Fit training,
        Fit synthetic,
        Fit holdout) {

    static FittedModel unfit(String analysis, Target target, Reason reason) {
        return new FittedModel(analysis, target, reason, null, null, 0, null, null, null);
    }
}
