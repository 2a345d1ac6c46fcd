/** The report model after disclosure control. */
package io.synthaudit.core.report;
