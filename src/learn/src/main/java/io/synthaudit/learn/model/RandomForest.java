package io.synthaudit.learn.model;

import io.synthaudit.core.random.RandomStreams;
import java.util.Arrays;

/**
 * Breiman's random forest: trees grown on rows drawn with repetition, each split the best of a random choice of places, and
 * their leaves averaged.
 *
 * <p>Classes: the square root of the width is tried at each node, by Gini's impurity, down to pure leaves. Numbers: a third of
 * the width, by squared error, down to leaves of 5 rows. Numbers are read in 256 bins of equal counts; a level is split from
 * all others, as its one-hot number would be.
 *
 * <p>A tree draws as many rows as there are, up to a most: fewer make shallower trees, which cost less and differ more. Trees
 * take their randomness from streams of their own, and each is grown on one thread. Importance of a feature: the
 * impurity that its splits took away, per row and tree.
 *
 * @param trees number of trees, at least 1
 * @param mostRows rows that a tree draws at most
 * @param seed equal seeds give equal forests
 * @see <a href="https://doi.org/10.1023/A:1010933404324">Breiman (2001)</a>
 */
public record RandomForest(int trees, int mostRows, long seed) implements Learner, NumberLearner {

    private static final int SMALLEST_OF_NUMBERS = 5;

    /** A forest whose trees draw as many rows as there are. */
    public RandomForest(int trees, long seed) {
        this(trees, Integer.MAX_VALUE, seed);
    }

    @Override
    public String name() {
        return "forest";
    }

    @Override
    public Classifier fit(Design design, int[] labels, int classes) {
        design.checkAnswers(labels.length);
        Present present = Present.of(labels);
        if (present.count() == 1 || design.width() == 0) {
            return new Majority().fit(design, labels, classes);
        }
        int tried = (int) Math.max(1, Math.sqrt(design.width()));
        Answers answers = Answers.classes(present.dense(), present.count());
        return new Classes(grow(design, answers, tried, 1), present.classes(), classes);
    }

    @Override
    public Predictor fit(Design design, double[] values) {
        design.checkAnswers(values.length);
        if (design.width() == 0) {
            return new Majority().fit(design, values);
        }
        return new Numbers(grow(design, Answers.numbers(values), Math.max(1, design.width() / 3), SMALLEST_OF_NUMBERS));
    }

    private Grown grow(Design design, Answers answers, int tried, int smallest) {
        Bins bins = Bins.of(design);
        Tree[] grown = new Tree[trees];
        double[] importance = new double[bins.features()];
        RandomStreams streams = new RandomStreams(seed);
        for (int t = 0; t < trees; t++) {
            grown[t] = new ForestTree(
                            design,
                            bins,
                            answers,
                            tried,
                            smallest,
                            Math.min(mostRows, design.size()),
                            streams.stream("tree" + t),
                            importance)
                    .grow();
        }
        double[] mean = Arrays.stream(importance)
                .map(sum -> sum / trees / design.size())
                .toArray();
        return new Grown(grown, answers.outputs(), mean);
    }

    private record Grown(Tree[] trees, int outputs, double[] importance) {

        double[][] mean(Design design) {
            double[][] sums = new double[design.size()][outputs];
            for (Tree tree : trees) {
                tree.addTo(design, sums);
            }
            for (double[] row : sums) {
                for (int k = 0; k < outputs; k++) {
                    row[k] /= trees.length;
                }
            }
            return sums;
        }
    }

    private record Classes(Grown forest, int[] present, int classes) implements Classifier {

        @Override
        public double[][] probabilities(Design design) {
            double[][] means = forest.mean(design);
            double[][] all = new double[means.length][classes];
            for (int i = 0; i < all.length; i++) {
                if (forest.outputs() == 1) {
                    double second = Math.min(1, means[i][0]);
                    all[i][present[0]] = 1 - second;
                    all[i][present[1]] = second;
                } else {
                    for (int k = 0; k < present.length; k++) {
                        all[i][present[k]] = means[i][k];
                    }
                }
            }
            return all;
        }

        @Override
        public double[] importance() {
            return forest.importance().clone();
        }
    }

    private record Numbers(Grown forest) implements Predictor {

        @Override
        public double[] predict(Design design) {
            return Arrays.stream(forest.mean(design)).mapToDouble(row -> row[0]).toArray();
        }

        @Override
        public double[] importance() {
            return forest.importance().clone();
        }
    }
}
