/** What varies between equal runs: the clock, the machine, the terminal. Nothing here reaches report.json. */
package io.synthaudit.cli.run;
