/** Whether synthetic cells could be real cells at all. */
package io.synthaudit.metrics.validity;
