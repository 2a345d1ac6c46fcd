/** Simulated coverage of bounds: laws whose true values are known, and how often bounds hold them. */
package io.synthaudit.testkit.simulation;
