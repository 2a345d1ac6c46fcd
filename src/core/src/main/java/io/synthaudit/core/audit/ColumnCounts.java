package io.synthaudit.core.audit;

import io.synthaudit.core.statistic.Counts;

/**
 * Rows per bin of one column in every table: what charts are drawn from, once disclosure control has merged them.
 *
 * @param column position in the schema
 * @param training counts of the training table
 * @param synthetic counts of the synthetic table
 * @param holdout counts of the holdout, or null
 */
public record ColumnCounts(int column, Counts training, Counts synthetic, Counts holdout) {}
