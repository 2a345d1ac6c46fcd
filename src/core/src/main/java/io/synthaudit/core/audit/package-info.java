/** One audit from tables to judgements. */
package io.synthaudit.core.audit;
