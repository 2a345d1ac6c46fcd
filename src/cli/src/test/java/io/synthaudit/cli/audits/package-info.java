/** Whole audits of the real tables beside the project, in this process, against known verdicts and golden values. */
package io.synthaudit.cli.audits;
