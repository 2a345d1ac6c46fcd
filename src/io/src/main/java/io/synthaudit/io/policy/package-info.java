/** Policies in files: a strict reader, a check against the catalogue, and the profiles that ship. */
package io.synthaudit.io.policy;
