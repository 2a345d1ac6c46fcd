/** Counts and sums that merge. */
package io.synthaudit.core.statistic;
