/** Faster loops for the search for neighbours, by Java's incubating vector module. */
package io.synthaudit.learn.vector;
