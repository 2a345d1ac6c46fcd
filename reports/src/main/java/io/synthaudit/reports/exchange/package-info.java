/** Files that other tools read: JUnit XML, SARIF and the Markdown summary. */
package io.synthaudit.reports.exchange;
