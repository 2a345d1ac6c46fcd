package io.synthaudit.core.analysis;

/**
 * Cox's proportional hazards.
 *
 * @param id its name
 * @param formula the time, and what explains the hazard
 * @param event the column that says whether the event happened
 * @param eventLevel its level that says so; empty for the second of two
 */
public record HazardRegression(String id, Formula formula, String event, String eventLevel) implements Analysis {}
