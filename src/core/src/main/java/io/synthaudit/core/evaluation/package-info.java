/** Metrics, table evaluations and attacks, and what they find. */
package io.synthaudit.core.evaluation;
