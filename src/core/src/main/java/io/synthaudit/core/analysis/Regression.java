package io.synthaudit.core.analysis;

/**
 * A generalised linear model with its usual link.
 *
 * @param id its name
 * @param formula what is explained by what
 * @param family how the response varies about its mean
 * @param eventLevel for {@link Family#BINOMIAL} the level whose probability is modelled; empty for the second of two
 */
public record Regression(String id, Formula formula, Family family, String eventLevel) implements Analysis {

    /** A response's law and link. */
    public enum Family {
        /** Normal, identity link. */
        GAUSSIAN,
        /** One of two outcomes, logit link. */
        BINOMIAL,
        /** Counts, log link. */
        POISSON
    }
}
