package io.synthaudit.learn.regression;

import io.synthaudit.core.evaluation.Reason;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A fitted model, or why there is none.
 *
 * @param estimates the coefficients; null when a reason is given
 * @param reason why nothing could be estimated, or null
 * @param rows rows fitted
 * @param incomplete rows left out because a cell is missing
 * @param unseen rows left out because training lacks one of their levels
 */
public record Fit(Estimates estimates, Reason reason, int rows, int incomplete, int unseen) {

    /** How to tell that no finite coefficients exist. */
    static final Reason SEPARATED = new Reason(
            "separated", "The model tells the outcomes apart without error, so its coefficients are infinite.");

    static final Reason NOT_CONVERGED =
            new Reason("not-converged", "The fit did not settle, so its coefficients mean nothing.");

    static final Reason TOO_FEW =
            new Reason("too-few", "There are no more complete rows, or no more events, than coefficients.");

    static Fit of(ModelMatrix x, Estimates estimates) {
        return new Fit(estimates, null, x.rows().length, x.incomplete(), x.unseen());
    }

    /** A table to which the model cannot be fitted. */
    public static Fit none(ModelMatrix x, Reason reason) {
        return new Fit(null, reason, x.rows().length, x.incomplete(), x.unseen());
    }

    /** The same with standard errors so many times as large. */
    public Fit widened(double factor) {
        if (estimates == null || factor == 1) {
            return this;
        }
        double[] error = Arrays.stream(estimates.error).map(e -> factor * e).toArray();
        return new Fit(
                new Estimates(estimates.value, error, estimates.state, estimates.entangled, estimates.degrees),
                null,
                rows,
                incomplete,
                unseen);
    }

    /** What is known of a coefficient. */
    public enum State {
        /** A finite number with a standard error. */
        ESTIMATED,
        /** Its column depends on the columns before it, or is empty. */
        ALIASED,
        /** It grows without end: a level without events, for one. */
        INFINITE,
        /** The model fits without any error, so there is no standard error. */
        EXACT
    }

    /**
     * Coefficients with their standard errors.
     *
     * @param value the coefficients, NaN where aliased
     * @param error their standard errors, NaN where aliased
     * @param state what is known of each
     * @param entangled per coefficient the aliased columns beside which alone it has a meaning
     * @param degrees degrees of freedom of Student's law; infinite for the normal law
     */
    public record Estimates(double[] value, double[] error, State[] state, BitSet[] entangled, double degrees) {}
}
