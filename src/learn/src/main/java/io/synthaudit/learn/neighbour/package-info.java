/**
 * Exact nearest rows, under the mixed distance of Gower and under distances of rows of numbers, and what the audit asks of them.
 *
 * <p>{@link io.synthaudit.learn.neighbour.Neighbourhood} is the way in: it searches each pair of tables once per run. {@link io.synthaudit.learn.neighbour.NearestNeighbours} is a learner.
 */
package io.synthaudit.learn.neighbour;
