/** The page report.html: views made from the report model, and the templates that lay them out. */
package io.synthaudit.reports.html;
