/** Files in and out: tables, schema, policy, report.json. */
package io.synthaudit.io;
