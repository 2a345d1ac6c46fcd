package io.synthaudit.core.analysis;

/**
 * Kaplan and Meier's curves.
 *
 * @param id its name
 * @param time the column with the time
 * @param event the column that says whether the event happened
 * @param eventLevel its level that says so; empty for the second of two
 * @param by the column with the groups, one curve each; empty for one curve of all
 */
public record SurvivalCurves(String id, String time, String event, String eventLevel, String by) implements Analysis {}
