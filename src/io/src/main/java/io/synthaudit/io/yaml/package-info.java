/**
 * A strict reader of YAML 1.2 data: mappings, sequences and scalars with line numbers, nothing else. Anchors, aliases,
 * tags, merge keys, several documents and duplicate keys are errors, and so is every key that nobody asked for.
 */
package io.synthaudit.io.yaml;
