package io.synthaudit.core.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The bars of a chart while they are being merged: a name, and the rows of each table. Two numbers are never apart
 * here: whatever merges training rows merges those of the other tables too.
 */
final class Bars {

    /** Most bars of a chart. */
    static final int MOST = 20;

    /**
     * One bar.
     *
     * @param label its place on the axis
     * @param training rows of the training table
     * @param synthetic rows of the synthetic table
     * @param holdout rows of the holdout, 0 without one
     * @param trainingOwners owners of the training rows; null where each row is a person of its own
     * @param holdoutOwners the same for the holdout
     */
    record Bar(String label, long training, long synthetic, long holdout, Owners trainingOwners, Owners holdoutOwners) {

        /** Persons of the training table: what the rule of 11 counts. */
        long trainingPersons() {
            return trainingOwners == null ? training : trainingOwners.count();
        }

        /** Persons of the holdout. */
        long holdoutPersons() {
            return holdoutOwners == null ? holdout : holdoutOwners.count();
        }

        Bar called(String name) {
            return new Bar(name, training, synthetic, holdout, trainingOwners, holdoutOwners);
        }

        Bar and(Bar other, String newLabel) {
            return new Bar(
                    newLabel,
                    training + other.training,
                    synthetic + other.synthetic,
                    holdout + other.holdout,
                    trainingOwners == null ? null : trainingOwners.and(other.trainingOwners),
                    holdoutOwners == null ? null : holdoutOwners.and(other.holdoutOwners));
        }
    }

    private Bars() {}

    /** The bars' labels, with a number behind those that stand there twice. */
    static List<String> axis(List<Bar> bars) {
        List<String> labels = bars.stream().map(Bar::label).toList();
        List<String> axis = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            long all = labels.stream().filter(label::equals).count();
            long upToHere =
                    labels.subList(0, i + 1).stream().filter(label::equals).count();
            axis.add(all == 1 ? label : label + " (" + upToHere + " of " + all + ")");
        }
        return axis;
    }
}
