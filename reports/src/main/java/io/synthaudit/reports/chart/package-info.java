/** Geometry of the charts: pure records from numbers to coordinates, drawn by the page's templates. */
package io.synthaudit.reports.chart;
