/**
 * Models of classes and of numbers behind one interface each, and the encoding of tables that they read.
 *
 * <p>Smile stays inside this package: the L-BFGS of {@link io.synthaudit.learn.model.LogisticRegression} is its. Its own
 * regression sums in parallel, and the last bits of its sums depend on the number of threads; so sums are made here, and every
 * fit runs on the thread that asks for it.
 */
package io.synthaudit.learn.model;
