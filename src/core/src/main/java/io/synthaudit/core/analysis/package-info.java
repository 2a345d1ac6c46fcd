/** Analyses that a user declares: what is to be computed on each table, without any cell of them. */
package io.synthaudit.core.analysis;
