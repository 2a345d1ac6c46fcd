/** JMH benchmarks of the hot paths: nearest rows, counting, and rank statistics, over made-up tables. */
package io.synthaudit.benchmarks;
