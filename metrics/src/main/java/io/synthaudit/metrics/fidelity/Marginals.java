package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.interval.SubsampleDistance;
import io.synthaudit.metrics.fidelity.MarginalCells.Chances;
import io.synthaudit.metrics.fidelity.MarginalCells.Changes;
import io.synthaudit.metrics.fidelity.MarginalCells.Distances;
import io.synthaudit.metrics.fidelity.MarginalCodes.Parts;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Total variation distances of many marginals of the same rows, and how sure their mean is.
 *
 * <p>The mean D over sets is one statistic of all rows, so its standard deviation is the jackknife's, with \(D_{(i)}\) the mean
 * without row i, \[ s^2 = \sum_{\text{tables}} \frac{n-1}{n} \sum_i (D_{(i)} - D_{(\cdot)})^2 . \] By Efron and Stein it is
 * never too small in expectation, at no difference either; no row is resampled, and the marginals' dependence through their
 * rows is in it. Leaving out a row changes one cell of each marginal, so a row's number is a sum over sets of a number by cell;
 * 2,000 traced rows of each table give the sum over all. A sample of sets adds the variance of its mean. Where the tables agree
 * to the row, as in a copy, the deviation of fresh samples stands in.
 *
 * @param each distances by set
 * @param subsamples sizes of all training cells
 * @param sd standard deviations of the mean over sets
 * @param factor by how much persons with several rows raise an expected distance
 * @param shrink by how much smaller samples raise it
 * @see <a href="https://doi.org/10.1214/aos/1176345462">Efron and Stein (1981), The jackknife estimate of variance</a>
 */
record Marginals(List<Distances> each, SubsampleDistance subsamples, Deviations sd, double factor, double shrink) {

    /** Fixed, so that the work falls apart in the same way for any number of threads. */
    private static final int CHUNKS = 48;

    /**
     * Standard deviations of means over sets.
     *
     * @param value of the distance of the whole synthetic table
     * @param matched of the distance of its samples
     * @param yardstick of the distance of fresh samples
     * @param excess of the difference of the last two, in which training is shared
     */
    record Deviations(double value, double matched, double yardstick, double excess) {}

    /** Compares all sets on the run's threads. */
    static Marginals of(Run run, MarginalCodes codes, MarginalSets sets) {
        Chances chances = chances(codes);
        int size = sets.sets().length;
        int chunks = Math.min(CHUNKS, size);
        Distances[] each = new Distances[size];
        MarginalCells[] cells = new MarginalCells[chunks];
        run.parallel(chunks, chunk -> {
            cells[chunk] = new MarginalCells(codes, chances);
            for (int i = start(chunk, chunks, size); i < start(chunk + 1, chunks, size); i++) {
                each[i] = cells[chunk].compare(sets.sets()[i]);
            }
            cells[chunk].end();
        });
        return of(codes, sets, each, cells);
    }

    /** Compares one set on the calling thread. */
    static Marginals of(MarginalCodes codes, int[] set) {
        MarginalCells cells = new MarginalCells(codes, chances(codes));
        Distances[] each = {cells.compare(set)};
        return of(codes, MarginalSets.only(set), each, new MarginalCells[] {cells});
    }

    private static Chances chances(MarginalCodes codes) {
        return Chances.of(
                codes.parts().training().rows(), codes.parts().synthetic().rows());
    }

    private static int start(int chunk, int chunks, int size) {
        return (int) ((long) chunk * size / chunks);
    }

    private static Marginals of(MarginalCodes codes, MarginalSets sets, Distances[] each, MarginalCells[] cells) {
        SubsampleDistance subsamples = cells[0].subsamples();
        long[] traced = cells[0].traced();
        for (int chunk = 1; chunk < cells.length; chunk++) {
            subsamples.add(cells[chunk].subsamples());
            for (int row = 0; row < traced.length; row++) {
                traced[row] += cells[chunk].traced()[row];
            }
        }
        List<Distances> all = List.of(each);
        Parts parts = codes.parts();
        double effect = parts.samples().trainingEffect();
        double n = parts.training().rows();
        double m = parts.synthetic().rows();
        double factor = Math.sqrt((effect / n + 1 / m) / (1 / n + 1 / m));
        double k = parts.samples().rows();
        double shrink = Math.sqrt((effect / n + 1 / k) / (effect / n + 1 / m));
        return new Marginals(all, subsamples, deviations(parts, sets, all, traced), factor, shrink);
    }

    private static Deviations deviations(Parts parts, MarginalSets sets, List<Distances> each, long[] traced) {
        Jackknife jackknife = new Jackknife(parts, each.size(), traced);
        double n = parts.training().rows() / parts.samples().trainingEffect();
        double m = parts.synthetic().rows();
        double h = parts.holdoutRows() / parts.samples().holdoutEffect();
        int draws = parts.syntheticDraws().size();
        int holdoutDraws =
                parts.samples().isSimulated() ? 1 : parts.holdoutDraws().size();
        double k = parts.samples().rows();
        // What a few draws of k rows leave of the noise of drawing them.
        double thin = Math.max(0, 1 / k - 1 / m) / draws;
        double thinHoldout = Math.max(0, 1 / k - 1.0 / parts.holdoutRows()) / holdoutDraws;
        double ofSynthetic = jackknife.variance(1, 1, 0, 0);
        double ofMatched = jackknife.variance(1, 0, 1, 0) / m + ofSynthetic * thin;
        double ofYardstick = jackknife.variance(2, 0, 0, 1) * (1 / h + thinHoldout);
        double value = jackknife.variance(0, 1, 0, 0) / n + ofSynthetic / m;
        double yardstick = jackknife.variance(0, 0, 0, 1) / n + ofYardstick;
        double copy = yardstick * (1 / n + 1 / m) / (1 / n + 1 / Math.min(h, k));
        return new Deviations(
                deviation(Math.max(value, copy), sets, each, Distances::value),
                deviation(jackknife.variance(0, 0, 1, 0) / n + ofMatched, sets, each, Distances::matched),
                deviation(yardstick, sets, each, Distances::yardstick),
                deviation(
                        jackknife.variance(0, 0, 1, -1) / n + ofMatched + ofYardstick,
                        sets,
                        each,
                        d -> d.matched() - d.yardstick()));
    }

    private static double deviation(
            double ofRows, MarginalSets sets, List<Distances> each, ToDoubleFunction<Distances> number) {
        return Math.sqrt(ofRows + ofSets(sets, each, number));
    }

    /** Variance of the mean of a sample of sets without replacement; 0 for all sets. */
    private static double ofSets(MarginalSets sets, List<Distances> each, ToDoubleFunction<Distances> number) {
        if (!sets.isSample()) {
            return 0;
        }
        double mean = mean(each, number);
        double squares = 0;
        for (Distances d : each) {
            double off = number.applyAsDouble(d) - mean;
            squares += off * off;
        }
        double size = each.size();
        return squares / (size - 1) / size * (1 - size / sets.all());
    }

    static double mean(List<Distances> each, ToDoubleFunction<Distances> number) {
        double sum = 0;
        for (Distances d : each) {
            sum += number.applyAsDouble(d);
        }
        return sum / each.size();
    }

    /** A number's mean over all sets. */
    double mean(ToDoubleFunction<Distances> number) {
        return mean(each, number);
    }

    /** Expected mean distance of two samples of one law in the place of training and synthetic table. */
    double fresh() {
        return factor * mean(Distances::fresh);
    }

    /** The same at the size of the samples. */
    double freshOfSamples() {
        return fresh() * shrink;
    }

    /** Changes of the mean distance without each of the traced rows. */
    private record Jackknife(Parts parts, int sets, long[] traced) {

        /**
         * Variance over the rows of a table of a sum of changes, times the rows.
         *
         * @param table 0 training, 1 synthetic, 2 holdout
         * @param value weight of the whole table's distance
         * @param matched weight of the samples' mean distance
         * @param yardstick weight of fresh samples' mean distance
         */
        private double variance(int table, int value, int matched, int yardstick) {
            int from = 0;
            for (int i = 0; i < table; i++) {
                from += parts.traced().get(i).rows();
            }
            int rows = parts.traced().get(table).rows();
            if (rows < 2) {
                return 1;
            }
            double[] change = new double[rows];
            double mean = 0;
            for (int i = 0; i < rows; i++) {
                long sums = traced[from + i];
                change[i] = (value * Changes.mean(sums, 0, sets)
                                + matched * Changes.mean(sums, 1, sets)
                                + yardstick * Changes.mean(sums, 2, sets))
                        / 2;
                mean += change[i] / rows;
            }
            double squares = 0;
            for (double c : change) {
                squares += (c - mean) * (c - mean);
            }
            return squares / (rows - 1);
        }
    }
}
