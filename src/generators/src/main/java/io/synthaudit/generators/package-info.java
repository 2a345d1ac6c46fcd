/** Controls and reference generators of synthetic tables. */
package io.synthaudit.generators;
