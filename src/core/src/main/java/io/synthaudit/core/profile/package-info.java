/** What a first pass learns of the training table. */
package io.synthaudit.core.profile;
