/** Guessing a column of a person's row from the other columns and the synthetic table. */
package io.synthaudit.attacks.inference;
