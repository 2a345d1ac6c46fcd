/** JMH benchmarks of the hot paths. */
package io.synthaudit.benchmarks;
