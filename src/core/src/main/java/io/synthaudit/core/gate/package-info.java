/** Policies, gates and verdicts. */
package io.synthaudit.core.gate;
