/** Rules that hold in every training row, and whether synthetic rows keep them. */
package io.synthaudit.metrics.rules;
