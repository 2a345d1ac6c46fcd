package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.interval.SubsampleDistance;
import io.synthaudit.metrics.fidelity.MarginalCells.Chances;
import io.synthaudit.metrics.fidelity.MarginalCells.Distances;
import io.synthaudit.metrics.fidelity.MarginalCells.Sides;
import io.synthaudit.metrics.fidelity.MarginalCodes.Part;
import io.synthaudit.metrics.fidelity.MarginalCodes.Parts;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Total variation distances of many marginals of the same rows, and how sure their mean is.
 *
 * <p>The mean D over sets is a convex function of all rows' shares. A row moves it by its gradient: half the mean over sets of
 * the sign of (training share - other share) in the row's cells, over the number of rows. By the Poincare inequality of the
 * normal law the variance of D is at most the mean square of that gradient, \[ \operatorname{Var} D \le
 * \frac{\operatorname{Var}_T g}{n} + \frac{\operatorname{Var}_S g}{m} , \] at every difference, zero included; no row is
 * resampled and the marginals' dependence through their rows is in it. Where shares are level the gradient has no sign and
 * its largest value is taken. The variance over rows comes from 2,000 traced rows of each table. A sample of sets adds the
 * variance of its mean.
 *
 * @param each distances by set
 * @param subsamples sizes of all training cells
 * @param sd standard deviations of the mean over sets
 * @param factor by how much persons with several rows raise an expected distance
 * @param shrink by how much smaller samples raise it
 * @see <a href="https://doi.org/10.1214/aop/1176993727">Chen (1982), An inequality for the multivariate normal distribution</a>
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
        Gradient gradient = new Gradient(parts, each.size(), traced);
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
        double whole = gradient.variance(1, 1, 0, 0, 1);
        double ofMatched = gradient.variance(1, 0, 1, 0, 1) / m + whole * thin;
        double ofYardstick = gradient.variance(2, 0, 0, 1, 0) * (1 / h + thinHoldout);
        return new Deviations(
                deviation(gradient.variance(0, 1, 0, 0, 1) / n + whole / m, sets, each, Distances::value),
                deviation(gradient.variance(0, 0, 1, 0, 1) / n + ofMatched, sets, each, Distances::matched),
                deviation(gradient.variance(0, 0, 0, 1, 0) / n + ofYardstick, sets, each, Distances::yardstick),
                deviation(
                        gradient.variance(0, 0, 1, -1, 1) / n + ofMatched + ofYardstick,
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

    /** Gradients of the mean distance in the traced rows. */
    private record Gradient(Parts parts, int sets, long[] traced) {

        /**
         * Variance over the rows of a table of a sum of gradients.
         *
         * @param table 0 training, 1 synthetic, 2 holdout
         * @param value weight of the whole table's distance
         * @param matched weight of the samples' mean distance
         * @param yardstick weight of fresh samples' mean distance
         * @param level weight of what level shares leave open
         */
        private double variance(int table, int value, int matched, int yardstick, int level) {
            int from = 0;
            for (int i = 0; i < table; i++) {
                from += parts.traced().get(i).rows();
            }
            Part part = parts.traced().get(table);
            int rows = part.rows();
            if (rows < 2) {
                return 0.25;
            }
            boolean isWhole = parts.syntheticDraws().get(0).equals(parts.synthetic());
            double perSample = 1.0 / (isWhole ? 1 : parts.syntheticDraws().size());
            double perHoldout = 1.0 / parts.holdoutDraws().size();
            double[] gradient = new double[rows];
            double mean = 0;
            for (int i = 0; i < rows; i++) {
                long sums = traced[from + i];
                gradient[i] = (value * Sides.side(sums, sets)
                                + matched * Sides.samples(sums, sets) * perSample
                                + yardstick * Sides.holdouts(sums, sets) * perHoldout)
                        / (2 * sets);
                mean += gradient[i] / rows;
            }
            double squares = 0;
            for (int i = 0; i < rows; i++) {
                boolean counts = level > 0 && (value > 0 || isWhole);
                double open = counts ? Sides.ties(traced[from + i]) / (2.0 * sets) : 0;
                double off = Math.abs(gradient[i] - mean) + open;
                squares += off * off;
            }
            return squares / (rows - 1);
        }
    }
}
