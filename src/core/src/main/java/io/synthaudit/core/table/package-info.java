/** Tables by columns, their schema, and how cells become values. */
package io.synthaudit.core.table;
