package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.statistic.Counts;

/**
 * Which of some training levels a candidate holds, each level with a weight; and what a fresh sample of its size would hold.
 *
 * @param total sum of the weights
 * @param held weight of the levels that the candidate holds
 * @param expected weight that a sample of the training law with the candidate's effective rows holds in expectation
 * @param variance variance of the weight held by samples of the candidate's law; a level without a cell counts as having
 *     half a cell, for it may be rare and not impossible
 */
record Occupancy(double total, double held, double expected, double variance) {

    /** Weight of a level, by its number of training cells; 0 leaves the level out. */
    interface Weight {
        double of(long cells);
    }

    /** Both tables hold at least one present cell. */
    static Occupancy of(Counts training, Counts candidate, double candidateDeff, Weight weight) {
        double present = training.rows() - training.missing();
        double cells = candidate.rows() - candidate.missing();
        double rows = cells / candidateDeff;
        double total = 0;
        double held = 0;
        double expected = 0;
        double variance = 0;
        for (int k = 0; k < training.size(); k++) {
            long t = training.cells()[k];
            double w = t == 0 ? 0 : weight.of(t);
            if (w > 0) {
                long c = candidate.cells()[k];
                total += w;
                held += c > 0 ? w : 0;
                expected += w * (1 - absent(t / present, rows));
                double absent = absent(Math.max(c, 0.5) / cells, rows);
                variance += w * w * absent * (1 - absent);
            }
        }
        return new Occupancy(total, held, expected, variance);
    }

    private static double absent(double share, double rows) {
        return share >= 1 ? 0 : StrictMath.exp(rows * StrictMath.log1p(-share));
    }
}
