package io.synthaudit.core.evaluation;

/**
 * Why something was not measured or not judged.
 *
 * @param code stable word: {@code kind}, {@code no-holdout}, {@code too-few}, {@code holdout-unfit}, ...
 * @param text a sentence for people, without any cell value
 */
public record Reason(String code, String text) {

    public static final Reason NO_HOLDOUT = new Reason(
            "no-holdout",
            "It needs rows that the generator never saw, and none were given; a holdout cannot be made afterwards.");

    public static final Reason NO_ANALYSES = new Reason(
            "no-analyses", "No analysis of this kind is declared: name them in a file given with --analyses.");
}
