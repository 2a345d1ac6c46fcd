package io.synthaudit.attacks.inference;

import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;

/**
 * One column's part of Gower's distance, in double for the decision and in float for a first look.
 *
 * <p>Number or instant: |a - b| over the training range, at most 1; a training range of 0: 0 if equal, else 1. Level: 0 if
 * equal, else 1. Both missing: 0; one missing: 1.
 *
 * <p>In float every column is a line on which the part is min(1, |a - b|): levels stand at their codes and missing cells far
 * from all others. Numbers are held to [-2, 3], which can only make the part smaller, so a first look that lets through all
 * that might be near loses nobody.
 *
 * @see <a href="https://doi.org/10.2307/2528823">Gower (1971)</a>
 */
final class KnownColumn {

    private static final float FAR = 100;

    private final double[] synthetic;
    private final double[] targets;
    private final float[] line;
    private final float[] targetLine;
    private final double range;

    KnownColumn(ColumnProfile profile, Column synthetic, Column targets) {
        double min = profile.min();
        double max = profile.max();
        boolean numbers = synthetic instanceof NumberColumn;
        this.range = numbers ? (max > min ? max - min : 0) : Double.NaN;
        this.synthetic = values(synthetic);
        this.targets = values(targets);
        this.line = line(this.synthetic, min);
        this.targetLine = line(this.targets, min);
    }

    private static double[] values(Column column) {
        if (column instanceof NumberColumn numbers) {
            return numbers.values();
        }
        int[] codes = ((CodeColumn) column).codes();
        double[] values = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            values[i] = codes[i] < 0 ? Double.NaN : codes[i];
        }
        return values;
    }

    private float[] line(double[] values, double min) {
        float[] places = new float[values.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(values[i], min);
        }
        return places;
    }

    private float place(double value, double min) {
        if (Double.isNaN(range)) {
            return Double.isNaN(value) ? -FAR : (float) value;
        }
        if (Double.isNaN(value)) {
            return FAR;
        }
        return range == 0 ? 0 : (float) Math.max(-2, Math.min(3, (value - min) / range));
    }

    /** Places of the synthetic cells. Shared, not copied. */
    float[] line() {
        return line;
    }

    /** Place of a target's cell. */
    float target(int target) {
        return targetLine[target];
    }

    /** The part of the distance between a target and a synthetic row, in [0, 1]. */
    double part(int target, int row) {
        double a = targets[target];
        double b = synthetic[row];
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(a) && Double.isNaN(b) ? 0 : 1;
        }
        if (range > 0) {
            return Math.min(1, Math.abs(a - b) / range);
        }
        return a == b ? 0 : 1;
    }
}
