/** How well models learned from the synthetic table predict real rows. */
package io.synthaudit.metrics.utility;
