package io.synthaudit.core.evaluation;

import io.synthaudit.core.interval.Estimate;

/**
 * One measure's value with its interval.
 *
 * @param measure a measure that the evaluation's description declares
 * @param estimate the value
 */
public record Measured(Measure measure, Estimate estimate) {}
