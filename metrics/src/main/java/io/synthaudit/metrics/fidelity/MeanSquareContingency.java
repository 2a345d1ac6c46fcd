package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.interval.Association;
import io.synthaudit.core.interval.Proportions;

/**
 * Mean square contingency of two columns, chi-square over n: \(\phi^2 = \sum_{ij} n_{ij}^2/(n_{i.} n_{.j}) - 1\), with its
 * jackknife. Leaving out one row of a cell changes the terms of its row and column only, so the whole jackknife costs
 * little more than the value.
 */
final class MeanSquareContingency {

    private final Joint joint;
    private final double value;
    private final double bias;
    private final double variance;

    MeanSquareContingency(Joint joint) {
        this.joint = joint;
        int height = joint.height();
        int width = joint.width();
        double[] rowSums = new double[height];
        double[] columnSums = new double[width];
        double total = 0;
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                if (joint.isOccupied(i, j)) {
                    double square = joint.count(i, j) * joint.count(i, j);
                    rowSums[i] += square / joint.columnTotals()[j];
                    columnSums[j] += square / joint.rowTotals()[i];
                    total += square / joint.rowTotals()[i] / joint.columnTotals()[j];
                }
            }
        }
        this.value = Math.max(0, total - 1);
        double n = joint.n();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                if (joint.isOccupied(i, j)) {
                    double change = change(i, j, rowSums[i], columnSums[j]);
                    sum += joint.count(i, j) * change;
                    squares += joint.count(i, j) * change * change;
                }
            }
        }
        this.bias = (n - 1) / n * sum;
        this.variance = Math.max(0, (n - 1) / n * (squares - sum * sum / n));
    }

    /** By how much the sum of terms changes when one row of the cell is left out. */
    private double change(int i, int j, double rowSum, double columnSum) {
        double r = joint.rowTotals()[i];
        double c = joint.columnTotals()[j];
        double count = joint.count(i, j);
        double own = count * count / r / c;
        double rowLeft = r > 1 ? (rowSum - count * count / c) / (r - 1) : 0;
        double columnLeft = c > 1 ? (columnSum - count * count / r) / (c - 1) : 0;
        double ownLeft = r > 1 && c > 1 ? (count - 1) * (count - 1) / (r - 1) / (c - 1) : 0;
        return rowLeft + columnLeft + ownLeft - rowSum / r - columnSum / c + own;
    }

    double value() {
        return value;
    }

    /** Its expectation if the columns are independent, given their margins. */
    double nullBias() {
        return joint.degrees() / (joint.n() - 1);
    }

    /** The bounds, rows counting as n / deff independent ones. */
    Association bounds(double deff, double level) {
        double n = joint.n() / deff;
        double most = Math.max(1, Math.min(joint.levels(), joint.otherLevels()) - 1);
        double kept = 1 - Proportions.unseen(n, level);
        return Association.of(
                new Association.Plugin(
                        value,
                        bias * deff,
                        nullBias() * deff,
                        2 * joint.degrees() / (n * n),
                        Association.ofFewRows(variance * deff, n, 1 - value / most),
                        value * kept * kept),
                level);
    }
}
