/** Numbers, verdicts and untrusted text as readers see them, the same in every output. */
package io.synthaudit.reports.text;
