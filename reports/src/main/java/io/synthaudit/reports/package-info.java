/** Renderers of the report model. */
package io.synthaudit.reports;
