/** Generators of synthetic tables. */
package io.synthaudit.core.generator;
