/** Survival curves and their comparison. */
package io.synthaudit.learn.survival;
