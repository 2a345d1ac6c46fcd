/** Membership inference: was this person's row in the training table? */
package io.synthaudit.attacks.membership;
