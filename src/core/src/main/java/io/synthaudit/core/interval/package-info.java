/**
 * The one place of interval statistics: every bound that a gate may rest on is computed here, so that metrics and attacks
 * cannot disagree about them.
 *
 * <p>All functions are pure and deterministic: numbers in, {@link io.synthaudit.core.interval.Interval} or
 * {@link io.synthaudit.core.interval.Estimate} out, no randomness of their own. A {@code level} is always the
 * <em>one-sided</em> confidence of each bound: at 0.95 the lower and the upper bound each hold with 95 %, and the pair
 * holds with 90 %.
 *
 * <p>Sample sizes are {@code double} where a design effect may have shrunk them; see
 * {@link io.synthaudit.core.interval.DesignEffect}.
 */
package io.synthaudit.core.interval;
