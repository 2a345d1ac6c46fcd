/**
 * The innermost loops over numbers: floats that nominate neighbours.
 *
 * <p>{@link io.synthaudit.learn.tile.TileKernel} is a service, so that a module of its own may bring faster loops; what is found
 * in the end is the same.
 */
package io.synthaudit.learn.tile;
