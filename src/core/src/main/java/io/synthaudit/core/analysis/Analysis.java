package io.synthaudit.core.analysis;

/** An analysis that the users of a table mean to do. It is done on each table, and the results are compared. */
public sealed interface Analysis permits Regression, GroupedTable, SurvivalCurves, HazardRegression {

    /** The name that its user gave it; unique among the analyses of a run. */
    String id();
}
