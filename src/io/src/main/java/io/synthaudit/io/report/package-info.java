/** Reads and writes report.json. */
package io.synthaudit.io.report;
