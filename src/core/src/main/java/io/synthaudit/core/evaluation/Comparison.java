package io.synthaudit.core.evaluation;

import io.synthaudit.core.profile.ColumnProfile;

/**
 * What a metric needs to know beside the two states.
 *
 * @param level one-sided confidence of each bound
 * @param referenceDeff rows per independent draw in the reference table, at least 1
 * @param candidateDeff the same for the candidate table
 * @param profile training profile of the column; of the first column for pairs
 */
public record Comparison(double level, double referenceDeff, double candidateDeff, ColumnProfile profile) {}
