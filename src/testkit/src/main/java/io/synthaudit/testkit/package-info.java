/** Contract tests and fixture tables for authors of evaluations. */
package io.synthaudit.testkit;
