/** The shipped metrics. */
package io.synthaudit.metrics;
