/** The shipped attacks. */
package io.synthaudit.attacks;
