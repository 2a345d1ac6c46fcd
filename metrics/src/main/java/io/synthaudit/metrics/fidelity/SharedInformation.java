package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.Association;
import io.synthaudit.core.interval.Proportions;

/**
 * Mutual information of two columns, in nats, and what is made of it, each with its jackknife: sums of n log n over cells and
 * margins change by three terms when one row is left out.
 */
final class SharedInformation {

    /** Ways to set the mutual information I against the entropies H of the two columns. */
    enum Form {
        /** I itself. */
        NATS,
        /** I over the entropy of the first column: Theil's U of the first given the second. */
        FIRST,
        /** I over the entropy of the second column. */
        SECOND,
        /** I over the mean of both entropies. */
        MEAN;

        double of(double information, double first, double second) {
            return switch (this) {
                case NATS -> information;
                case FIRST -> information / first;
                case SECOND -> information / second;
                case MEAN -> 2 * information / (first + second);
            };
        }
    }

    private static final Form[] FORMS = Form.values();

    /** Relative to the square of the value, a variance below this is rounding: one column determines the other. */
    private static final double EXACT = 1e-10;

    private final Joint joint;
    private final double information;
    private final double first;
    private final double second;
    private final double[] sums = new double[FORMS.length];
    private final double[] squares = new double[FORMS.length];

    SharedInformation(Joint joint) {
        this.joint = joint;
        double n = joint.n();
        double rows = sum(joint.rowTotals());
        double columns = sum(joint.columnTotals());
        double cells = 0;
        for (int i = 0; i < joint.height(); i++) {
            for (int j = 0; j < joint.width(); j++) {
                cells += joint.isOccupied(i, j) ? term(joint.count(i, j)) : 0;
            }
        }
        double logN = StrictMath.log(n);
        this.first = Math.max(0, logN - rows / n);
        this.second = Math.max(0, logN - columns / n);
        this.information = Math.max(0, logN + (cells - rows - columns) / n);
        jackknife(rows, columns, cells);
    }

    private void jackknife(double rows, double columns, double cells) {
        double left = joint.n() - 1;
        double logLeft = StrictMath.log(left);
        double[] rowChanges = changes(joint.rowTotals());
        double[] columnChanges = changes(joint.columnTotals());
        for (int i = 0; i < joint.height(); i++) {
            for (int j = 0; j < joint.width(); j++) {
                if (joint.isOccupied(i, j)) {
                    double count = joint.count(i, j);
                    double rowsLeft = rows + rowChanges[i];
                    double columnsLeft = columns + columnChanges[j];
                    double cellsLeft = cells + term(count - 1) - term(count);
                    double x = logLeft - rowsLeft / left;
                    double y = logLeft - columnsLeft / left;
                    add(count, logLeft + (cellsLeft - rowsLeft - columnsLeft) / left, x, y);
                }
            }
        }
    }

    private void add(double count, double i, double x, double y) {
        for (Form form : FORMS) {
            double change = x > 0 && y > 0 ? form.of(i, x, y) - value(form) : 0;
            sums[form.ordinal()] += count * change;
            squares[form.ordinal()] += count * change * change;
        }
    }

    private static double[] changes(double[] totals) {
        double[] changes = new double[totals.length];
        for (int i = 0; i < totals.length; i++) {
            changes[i] = totals[i] > 0 ? term(totals[i] - 1) - term(totals[i]) : 0;
        }
        return changes;
    }

    private static double sum(double[] totals) {
        double sum = 0;
        for (double total : totals) {
            sum += term(total);
        }
        return sum;
    }

    private static double term(double count) {
        return count <= 1 ? 0 : count * StrictMath.log(count);
    }

    /** The plug-in; in nats or a share of an entropy. */
    double value(Form form) {
        return form.of(information, first, second);
    }

    /** The bounds, rows counting as n / deff independent ones. */
    Association bounds(Form form, double deff, double level) {
        double n = joint.n();
        double scale = form.of(1, first, second);
        double effective = n / deff;
        double nullBias = joint.degrees() / (2 * effective) * scale;
        double nullVariance = joint.degrees() / (2 * effective * effective) * scale * scale;
        double sum = sums[form.ordinal()];
        double variance = Math.max(0, (n - 1) / n * (squares[form.ordinal()] - sum * sum / n));
        double bias = (n - 1) / n * sum * deff;
        double missing = 1 - information / Math.min(first, second);
        double broad = Association.ofFewRows(variance * deff, effective, missing);
        double unbroken = variance <= EXACT * value(form) * value(form) ? scale * blended(effective, level) : 0;
        return Association.of(
                new Association.Plugin(
                        value(form), bias, nullBias, nullVariance, broad, Math.min(value(form), unbroken)),
                level);
    }

    /** Information left if the share of rows that may have been missed were of independent columns. */
    private double blended(double effective, double level) {
        double missed = Proportions.unseen(effective, level);
        double n = joint.n();
        double left = 0;
        for (int i = 0; i < joint.height(); i++) {
            for (int j = 0; j < joint.width(); j++) {
                double independent = joint.rowTotals()[i] * joint.columnTotals()[j] / n / n;
                if (independent > 0) {
                    double share = (1 - missed) * joint.count(i, j) / n + missed * independent;
                    left += share * StrictMath.log(share / independent);
                }
            }
        }
        return Math.max(0, left);
    }
}
