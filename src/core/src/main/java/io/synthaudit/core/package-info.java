/** The types that every part shares: tables, statistics, evaluations, gates and the report model. */
package io.synthaudit.core;
