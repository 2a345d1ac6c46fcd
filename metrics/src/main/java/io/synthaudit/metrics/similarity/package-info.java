/**
 * Similarity metrics: how near released rows lie to real ones. They know no adversary and prove no privacy; what they can
 * do is to show that a generator copied.
 */
package io.synthaudit.metrics.similarity;
