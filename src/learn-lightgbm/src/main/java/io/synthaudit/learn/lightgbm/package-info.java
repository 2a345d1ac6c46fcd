/**
 * LightGBM among the learners.
 *
 * <p>OpenMP threads that wait for one another spin, which on a busy machine takes fifty times as long as the work: so every
 * call asks for one thread, and models are fitted side by side on the threads of the run instead.
 */
package io.synthaudit.learn.lightgbm;
