/** The command line. */
package io.synthaudit.cli;
