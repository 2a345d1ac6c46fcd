/** Generators of synthetic tables: controls whose faults are known, and a plain model good enough for demonstrations. */
package io.synthaudit.generators;
