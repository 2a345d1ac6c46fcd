/** How alike the distributions of the synthetic and the training table are. */
package io.synthaudit.metrics.fidelity;
