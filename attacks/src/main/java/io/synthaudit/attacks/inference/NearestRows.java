package io.synthaudit.attacks.inference;

import java.util.Arrays;

/**
 * The synthetic rows tied at the smallest distance from a target, one set per secret: the secret's own column is left out
 * of the distance. Not for use by several threads; each takes its own.
 *
 * <p>All secrets are played in one pass. The distance without a secret's column is the whole distance minus that column's
 * part, which is at most 1; so a synthetic row whose whole distance exceeds every secret's smallest one by more than 1 can
 * be near for no secret, and nearly all rows do. Whole distances are looked at in float, tile by tile; rows that this lets
 * through are measured in double, columns in order, and ties are within 1e-12 of the mean over columns.
 */
final class NearestRows {

    private static final int TILE = 1024;

    private final KnownColumn[] known;
    private final int[] own;
    private final int rows;
    private final double tie;
    private final double slack;
    private final float[] totals = new float[TILE];
    private final double[] parts;
    private final Ties[] ties;

    /**
     * @param known columns of the distance
     * @param own per secret its place among the known columns, -1 if it is not known anyway
     * @param rows number of synthetic rows
     */
    NearestRows(KnownColumn[] known, int[] own, int rows) {
        this.known = known;
        this.own = own;
        this.rows = rows;
        int k = known.length;
        this.tie = 1e-12 * k;
        // Each of k float parts is off by at most 1e-6, each of k sums of at most k by half a unit in the last place.
        this.slack = 1e-6 * k + 1.2e-7 * k * k;
        this.parts = new double[k];
        this.ties = new Ties[own.length];
        Arrays.setAll(ties, s -> new Ties());
    }

    /** Synthetic rows tied at a secret's smallest distance. */
    static final class Ties {

        private double least;
        private int size;
        private double[] distances = new double[16];
        private int[] rows = new int[16];

        private void clear() {
            least = Double.POSITIVE_INFINITY;
            size = 0;
        }

        private void offer(double distance, int row, double tie) {
            if (distance > least + tie) {
                return;
            }
            if (distance < least - tie) {
                size = 0;
            }
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
                distances = Arrays.copyOf(distances, 2 * size);
            }
            least = Math.min(least, distance);
            distances[size] = distance;
            rows[size++] = row;
        }

        /** Drops rows that were tied with a smallest distance that has since become a little smaller. */
        private void settle(double tie) {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (distances[i] <= least + tie) {
                    rows[kept++] = rows[i];
                }
            }
            size = kept;
        }

        /** Number of tied rows, at least 1. */
        int size() {
            return size;
        }

        /** A tied synthetic row. */
        int row(int i) {
            return rows[i];
        }
    }

    /** Finds the nearest rows of a target; the result lives until the next call. */
    Ties[] of(int target) {
        for (Ties secret : ties) {
            secret.clear();
        }
        double bound = Double.POSITIVE_INFINITY;
        for (int from = 0; from < rows; from += TILE) {
            int n = Math.min(TILE, rows - from);
            look(target, from, n);
            for (int i = 0; i < n; i++) {
                if (totals[i] <= bound) {
                    measure(target, from + i);
                    bound = bound();
                }
            }
        }
        for (Ties secret : ties) {
            secret.settle(tie);
        }
        return ties;
    }

    /** The largest whole distance at which a row can still be nearest for some secret. */
    private double bound() {
        double bound = 0;
        for (int s = 0; s < own.length; s++) {
            bound = Math.max(bound, ties[s].least + (own[s] < 0 ? 0 : 1));
        }
        return bound + slack + tie;
    }

    private void measure(int target, int row) {
        double total = 0;
        for (int c = 0; c < known.length; c++) {
            parts[c] = known[c].part(target, row);
            total += parts[c];
        }
        for (int s = 0; s < own.length; s++) {
            ties[s].offer(own[s] < 0 ? total : total - parts[own[s]], row, tie);
        }
    }

    private void look(int target, int from, int n) {
        Arrays.fill(totals, 0, n, 0);
        int c = 0;
        for (; c + 1 < known.length; c += 2) {
            addTwo(
                    totals,
                    known[c].line(),
                    known[c].target(target),
                    known[c + 1].line(),
                    known[c + 1].target(target),
                    from,
                    n);
        }
        if (c < known.length) {
            addOne(totals, known[c].line(), known[c].target(target), from, n);
        }
    }

    private static void addOne(float[] totals, float[] line, float place, int from, int n) {
        for (int i = 0; i < n; i++) {
            totals[i] += Math.min(1f, Math.abs(line[from + i] - place));
        }
    }

    private static void addTwo(float[] totals, float[] first, float a, float[] second, float b, int from, int n) {
        for (int i = 0; i < n; i++) {
            totals[i] += Math.min(1f, Math.abs(first[from + i] - a)) + Math.min(1f, Math.abs(second[from + i] - b));
        }
    }
}
