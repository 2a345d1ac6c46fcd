/**
 * Classifiers behind one interface, and the encoding of tables that they read.
 *
 * <p>Smile stays inside this package. It is the one library here whose sums depend on the number of threads, so every fit
 * runs in a pool of one thread: see {@link io.synthaudit.learn.model.LogisticRegression}.
 */
package io.synthaudit.learn.model;
