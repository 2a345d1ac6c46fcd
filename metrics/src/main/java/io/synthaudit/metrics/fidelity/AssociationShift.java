package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.interval.Association;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Inversion;
import io.synthaudit.core.statistic.PairCounts;
import java.util.function.DoubleFunction;

/**
 * How a pair's corrected Cramer's V moved from one table to another, and the p-values of four claims about it. Each claim is
 * of several parts: a claim that all parts hold has the largest of their p-values (intersection-union test), a claim that
 * some part fails has the least times their number (Bonferroni).
 *
 * @param difference V in the candidate minus V in the reference
 * @param isSparse whether either table has fewer than 5 rows a cell, so that no bound holds and no claim is made
 * @param invented p-value of "weak in the reference, strong in the candidate, and stronger by more than the margin"
 * @param lost the same with the tables exchanged
 * @param notInvented p-value of "not invented"
 * @param notLost p-value of "not lost"
 */
record AssociationShift(
        Estimate difference, boolean isSparse, double invented, double lost, double notInvented, double notLost) {

    /** V from which on an association is strong: Cohen's medium effect with two levels, and SDMetrics' limit. */
    static final double STRONG = 0.3;

    /** By how much more than this V must have moved. */
    static final double MARGIN = 0.2;

    /** Bins a column; so few that a few hundred rows fill the cells, and the same for tables of every size. */
    static final int BINS = 5;

    /** A part this sure need not be supported by another. */
    private static final double SURE = 1e-9;

    /** V at a level, from the counts of one table. */
    private record Strength(double v, DoubleFunction<Association> at) {

        static Strength of(Joint joint, double deff) {
            MeanSquareContingency contingency = new MeanSquareContingency(joint);
            double most = CramersVDifference.correctedMost(joint);
            double square = Math.max(0, contingency.value() - contingency.nullBias());
            return new Strength(
                    Math.min(1, Math.sqrt(square / most)),
                    level -> contingency.bounds(deff, level).root(most));
        }

        /** The p-value of being strong. */
        double strong() {
            return v <= STRONG ? 1 : Inversion.pValue(level -> at.apply(level).lower() > STRONG);
        }

        /** The p-value of being weak. */
        double weak() {
            return v >= STRONG ? 1 : Inversion.pValue(level -> at.apply(level).upper() < STRONG);
        }

        double minus(Strength other) {
            return v - other.v;
        }

        Interval minus(Strength other, double level) {
            return at.apply(level).minus(other.at.apply(level), minus(other));
        }

        /** The p-value of being above the other by more than the margin. */
        double aboveBy(Strength other) {
            return minus(other) <= MARGIN
                    ? 1
                    : Inversion.pValue(level -> minus(other, level).lower() > MARGIN);
        }

        /** The p-value of not being above the other by as much as the margin. */
        double notAboveBy(Strength other) {
            return minus(other) >= MARGIN
                    ? 1
                    : Inversion.pValue(level -> minus(other, level).upper() < MARGIN);
        }

        /** The p-value of an association that the other lacks. */
        double gainedOver(Strength other) {
            if (v <= STRONG || other.v >= STRONG || minus(other) <= MARGIN) {
                return 1;
            }
            return Math.max(aboveBy(other), Math.max(strong(), other.weak()));
        }

        /** The p-value of no such association. */
        double notGainedOver(Strength other) {
            double p = Math.min(weak(), other.strong());
            return Math.min(1, 3 * (p <= SURE ? p : Math.min(p, notAboveBy(other))));
        }
    }

    /** The shift, or null if a column has one level in either table and so no V. */
    static AssociationShift of(PairCounts reference, PairCounts candidate, Comparison context) {
        Joint before = Joint.of(reference.coarsen(BINS));
        Joint after = Joint.of(candidate.coarsen(BINS));
        if (!before.varies() || !after.varies()) {
            return null;
        }
        Strength had = Strength.of(before, context.referenceDeff());
        Strength has = Strength.of(after, context.candidateDeff());
        if (!before.isDense(context.referenceDeff()) || !after.isDense(context.candidateDeff())) {
            Interval whole = PairBins.whole(1, context.level());
            return new AssociationShift(Estimate.of(has.minus(had), whole), true, 1, 1, 1, 1);
        }
        return new AssociationShift(
                Estimate.of(has.minus(had), has.minus(had, context.level())),
                false,
                has.gainedOver(had),
                had.gainedOver(has),
                has.notGainedOver(had),
                had.notGainedOver(has));
    }
}
