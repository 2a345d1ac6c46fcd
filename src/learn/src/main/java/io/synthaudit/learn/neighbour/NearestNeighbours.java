package io.synthaudit.learn.neighbour;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Parallel;
import io.synthaudit.learn.model.Classifier;
import io.synthaudit.learn.model.Design;
import io.synthaudit.learn.model.Feature;
import io.synthaudit.learn.model.Learner;
import io.synthaudit.learn.model.Majority;
import io.synthaudit.learn.model.NumberLearner;
import io.synthaudit.learn.model.Predictor;
import java.util.Arrays;

/**
 * The shares of classes, or the mean, among the nearest rows learned from, by squared distances of encoded rows; of equally distant
 * rows those that stand first. Rows of numbers alone are searched by {@link DesignSearch}; where there are levels every pair is
 * measured, a level being one comparison and not as many numbers as there are levels.
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

    /** Queries whose neighbours are held at once. */
    private static final int BATCH = 1_024;

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

    /** Takes the nearest rows of the base of one query after the other. */
    @FunctionalInterface
    private interface Taker {
        void take(int query, int[] rows);
    }

    private static void nearest(Design base, Design queries, int k, Taker taker) {
        if (base.features().stream().allMatch(Feature::isNumber)) {
            int[] rows = new int[k];
            DesignSearch.euclidean(queries, base, k).batches(BATCH, Parallel.NONE, batch -> {
                for (int i = 0; i < batch.queries(); i++) {
                    for (int rank = 0; rank < k; rank++) {
                        rows[rank] = batch.row(i, rank);
                    }
                    taker.take(batch.first() + i, rows);
                }
            });
            return;
        }
        double[] distances = new double[base.size()];
        int[] unlike = new int[base.size()];
        for (int query = 0; query < queries.size(); query++) {
            measure(base, queries, query, unlike, distances);
            taker.take(query, nearest(distances, k));
        }
    }

    private static int[] nearest(double[] distances, int k) {
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
        return rows;
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
            int k = Math.min(neighbours, base.size());
            nearest(base, design, k, (query, rows) -> {
                double[] counts = shares.clone();
                for (int row : rows) {
                    counts[labels[row]]++;
                }
                for (int c = 0; c < counts.length; c++) {
                    counts[c] /= k + 1;
                }
                all[query] = counts;
            });
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
            int k = Math.min(neighbours, base.size());
            nearest(base, design, k, (query, rows) -> {
                double sum = 0;
                for (int row : rows) {
                    sum += values[row];
                }
                all[query] = sum / k;
            });
            return all;
        }

        @Override
        public double[] importance() {
            return new double[0];
        }
    }
}
