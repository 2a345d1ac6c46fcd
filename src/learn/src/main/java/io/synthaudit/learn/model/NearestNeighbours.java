package io.synthaudit.learn.model;

import io.synthaudit.core.random.RandomStreams;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The shares of classes, or the mean, among the nearest rows learned from: squared distances of encoded rows, every pair
 * measured; of equally distant rows those that stand first.
 *
 * <p>Among the nearest of classes stands one more row that has each class by its share of all rows, so that no class that
 * occurs is impossible. More rows than {@code most} are sampled down to that number. It has no importance of its own.
 *
 * @param neighbours how many rows answer, at least 1
 * @param most rows kept
 * @param seed of the sample
 * @see <a href="https://doi.org/10.1109/TIT.1967.1053964">Cover and Hart (1967)</a>
 */
public record NearestNeighbours(int neighbours, int most, long seed) implements Learner, NumberLearner {

    @Override
    public String name() {
        return "neighbours";
    }

    @Override
    public Classifier fit(Design design, int[] labels, int classes) {
        design.checkAnswers(labels.length);
        if (design.width() == 0) {
            return new Majority().fit(design, labels, classes);
        }
        int[] kept = kept(labels.length);
        double[] shares = new double[classes];
        for (int label : labels) {
            shares[label] += 1.0 / labels.length;
        }
        return new Classes(design.select(kept), neighbours, select(labels, kept), shares);
    }

    @Override
    public Predictor fit(Design design, double[] values) {
        design.checkAnswers(values.length);
        if (design.width() == 0) {
            return new Majority().fit(design, values);
        }
        int[] kept = kept(values.length);
        return new Numbers(
                design.select(kept),
                neighbours,
                Arrays.stream(kept).mapToDouble(row -> values[row]).toArray());
    }

    private int[] kept(int rows) {
        return RandomStreams.sample(rows, Math.min(rows, most), new RandomStreams(seed).stream("neighbours"));
    }

    private static int[] select(int[] values, int[] rows) {
        return Arrays.stream(rows).map(row -> values[row]).toArray();
    }

    /** Calls {@code use} with each of the k nearest rows of the base. */
    private static void nearest(double[] distances, int k, IntConsumer use) {
        double[] best = new double[k];
        int[] rows = new int[k];
        int size = 0;
        for (int row = 0; row < distances.length; row++) {
            double d = distances[row];
            if (size < k || d < best[size - 1]) {
                int at = size < k ? size++ : k - 1;
                while (at > 0 && best[at - 1] > d) {
                    best[at] = best[at - 1];
                    rows[at] = rows[at - 1];
                    at--;
                }
                best[at] = d;
                rows[at] = row;
            }
        }
        for (int i = 0; i < size; i++) {
            use.accept(rows[i]);
        }
    }

    /**
     * Squared distances of one row to all rows of the base: of numbers that of the encoding; levels that differ, or a level
     * and none, add 2, marks of missing cells 1.
     */
    private static void measure(Design base, Design queries, int query, int[] unlike, double[] distances) {
        Arrays.fill(unlike, 0);
        for (int f = 0; f < base.features().size(); f++) {
            Feature to = base.features().get(f);
            if (!to.isNumber()) {
                int slot = queries.features().get(f).slots()[query];
                // Without a branch, so that several rows are compared at once.
                int[] slots = to.slots();
                int shift = to.places() > 1 ? 1 : 0;
                for (int i = 0; i < unlike.length; i++) {
                    int x = slots[i] ^ slot;
                    unlike[i] += ((x | -x) >>> 31) << shift;
                }
            }
        }
        for (int i = 0; i < unlike.length; i++) {
            distances[i] = unlike[i];
        }
        for (int f = 0; f < base.features().size(); f++) {
            Feature to = base.features().get(f);
            if (to.isNumber()) {
                double value = queries.features().get(f).values()[query];
                double[] values = to.values();
                for (int i = 0; i < distances.length; i++) {
                    double gap = value - values[i];
                    distances[i] += gap * gap;
                }
            }
        }
    }

    private record Classes(Design base, int neighbours, int[] labels, double[] shares) implements Classifier {

        @Override
        public double[][] probabilities(Design design) {
            double[][] all = new double[design.size()][];
            double[] distances = new double[base.size()];
            int[] unlike = new int[base.size()];
            int k = Math.min(neighbours, base.size());
            for (int i = 0; i < all.length; i++) {
                measure(base, design, i, unlike, distances);
                double[] counts = shares.clone();
                nearest(distances, k, row -> counts[labels[row]]++);
                for (int c = 0; c < counts.length; c++) {
                    counts[c] /= k + 1;
                }
                all[i] = counts;
            }
            return all;
        }

        @Override
        public double[] importance() {
            return new double[0];
        }
    }

    private record Numbers(Design base, int neighbours, double[] values) implements Predictor {

        @Override
        public double[] predict(Design design) {
            double[] all = new double[design.size()];
            double[] distances = new double[base.size()];
            int[] unlike = new int[base.size()];
            int k = Math.min(neighbours, base.size());
            for (int i = 0; i < all.length; i++) {
                measure(base, design, i, unlike, distances);
                double[] sum = new double[1];
                nearest(distances, k, row -> sum[0] += values[row]);
                all[i] = sum[0] / k;
            }
            return all;
        }

        @Override
        public double[] importance() {
            return new double[0];
        }
    }
}
