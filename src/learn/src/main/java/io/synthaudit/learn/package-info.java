/** Distances, nearest neighbours and models behind interfaces of ours. */
package io.synthaudit.learn;
