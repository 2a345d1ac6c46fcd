/** Seeded randomness: named streams and samplers. */
package io.synthaudit.core.random;
