/** Reads {@code analyses.yaml}: what users of a table mean to compute. */
package io.synthaudit.io.analyses;
