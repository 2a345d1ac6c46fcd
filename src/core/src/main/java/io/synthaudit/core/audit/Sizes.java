package io.synthaudit.core.audit;

/**
 * Row counts of the three tables.
 *
 * @param training training rows
 * @param synthetic synthetic rows
 * @param holdout holdout rows, 0 without a holdout
 */
public record Sizes(long training, long synthetic, long holdout) {}
