package io.synthaudit.learn.model;

import io.synthaudit.core.random.RandomStreams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Grows one tree of a random forest: rows drawn with repetition, and at each node a random choice of places, of which the one
 * that takes most impurity away splits it. Places that are constant within a node are not counted among those chosen.
 */
final class ForestTree {

    /** Deeper nodes are leaves. */
    private static final int MOST_DEPTH = 60;

    /** A smaller share of a node's impurity is rounding. */
    private static final double NOTHING = 1e-10;

    private final Design design;
    private final Bins bins;
    private final Answers answers;
    private final int tried;
    private final int smallest;
    private final UniformRandomProvider random;
    private final double[] importance;

    private final Tree tree = new Tree();
    private final int[] weight;
    private final int[] rows;
    private final int[] spare;
    private final int[] places;
    private final int[] featureOf;
    private final double[] histogram;
    private final double[] total;
    private final double[] beside;

    private double bestGain;
    private int bestFeature;
    private int bestBin;

    /**
     * @param tried places tried at each node
     * @param smallest rows that either side of a split has at least
     * @param draws rows drawn, with repetition
     * @param importance gets, per feature, the impurity taken away
     */
    ForestTree(
            Design design,
            Bins bins,
            Answers answers,
            int tried,
            int smallest,
            int draws,
            UniformRandomProvider random,
            double[] importance) {
        this.design = design;
        this.bins = bins;
        this.answers = answers;
        this.tried = tried;
        this.smallest = smallest;
        this.random = random;
        this.importance = importance;
        this.weight = new int[design.size()];
        for (int i = 0; i < draws; i++) {
            weight[random.nextInt(weight.length)]++;
        }
        int[] drawn = new int[weight.length];
        int n = 0;
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0) {
                drawn[n++] = i;
            }
        }
        this.rows = Arrays.copyOf(drawn, n);
        this.spare = new int[n];
        this.places = RandomStreams.permutation(design.width(), random);
        this.featureOf = new int[design.width()];
        for (int f = 0; f < bins.features(); f++) {
            Feature feature = design.features().get(f);
            Arrays.fill(featureOf, feature.first(), feature.first() + feature.places(), f);
        }
        this.histogram = new double[bins.most() * (1 + answers.outputs())];
        this.total = new double[1 + answers.outputs()];
        this.beside = new double[1 + answers.outputs()];
    }

    Tree grow() {
        grow(tree.leaf(), 0, rows.length, 0, 0);
        return tree;
    }

    private void grow(int node, int from, int to, int constant, int depth) {
        Arrays.fill(total, 0);
        answers.add(total, rows, from, to, weight, null, -1);
        double[] mean = Arrays.copyOfRange(total, 1, total.length);
        double squares = 0;
        for (int k = 0; k < mean.length; k++) {
            squares += mean[k] * mean[k] / total[0];
            mean[k] /= total[0];
        }
        int known = constant;
        double weightHere = total[0];
        if (to - from > 1 && weightHere >= 2 * smallest && depth < MOST_DEPTH && isMixed(from, to)) {
            known = search(from, to, constant, squares);
        } else {
            bestGain = 0;
        }
        if (!(bestGain > NOTHING * weightHere)) {
            tree.set(node, mean);
            return;
        }
        int feature = bestFeature;
        int bin = bestBin;
        importance[feature] += bestGain;
        boolean number = design.features().get(feature).isNumber();
        int middle = bins.partition(feature, number, bin, rows, spare, from, to);
        int left = tree.leaf();
        int right = tree.leaf();
        tree.split(node, feature, bin - 1, number ? bins.edges()[feature][bin] : 0, left, right);
        grow(left, from, middle, known, depth + 1);
        grow(right, middle, to, known, depth + 1);
    }

    /** Whether the answers of the rows differ. */
    private boolean isMixed(int from, int to) {
        for (int r = from + 1; r < to; r++) {
            boolean same = answers.values() != null
                    ? answers.values()[rows[r]] == answers.values()[rows[from]]
                    : answers.labels()[rows[r]] == answers.labels()[rows[from]];
            if (!same) {
                return true;
            }
        }
        return false;
    }

    /** Sets the best split among the places tried; places 0 .. constant-1 are known to be constant, and so is the result. */
    private int search(int from, int to, int constant, double squares) {
        bestGain = 0;
        int known = constant;
        int visited = constant;
        int left = tried;
        while (left > 0 && visited < places.length) {
            int at = visited + random.nextInt(places.length - visited);
            int place = places[at];
            places[at] = places[visited];
            places[visited] = place;
            int feature = featureOf[place];
            boolean varies = design.features().get(feature).isNumber()
                    ? number(feature, from, to, squares)
                    : level(feature, place - design.features().get(feature).first() + 1, from, to, squares);
            if (varies) {
                left--;
            } else {
                places[visited] = places[known];
                places[known++] = place;
            }
            visited++;
        }
        return known;
    }

    private boolean level(int feature, int bin, int from, int to, double squares) {
        char[] of = bins.of()[feature];
        Arrays.fill(beside, 0);
        answers.add(beside, rows, from, to, weight, of, bin);
        if (beside[0] == 0 || beside[0] == total[0]) {
            return false;
        }
        offer(feature, bin, squares);
        return true;
    }

    private boolean number(int feature, int from, int to, double squares) {
        char[] of = bins.of()[feature];
        int stride = total.length;
        int least = of[rows[from]];
        int most = least;
        for (int r = from; r < to; r++) {
            int row = rows[r];
            int bin = of[row];
            least = Math.min(least, bin);
            most = Math.max(most, bin);
        }
        if (least == most) {
            return false;
        }
        answers.add(histogram, rows, from, to, weight, of, -1);
        Arrays.fill(beside, 0);
        for (int bin = least; bin < most; bin++) {
            if (histogram[bin * stride] > 0) {
                for (int k = 0; k < stride; k++) {
                    beside[k] += histogram[bin * stride + k];
                }
                offer(feature, bin, squares);
            }
        }
        Arrays.fill(histogram, least * stride, (most + 1) * stride, 0);
        return true;
    }

    private void offer(int feature, int bin, double squares) {
        double inside = beside[0];
        double outside = total[0] - inside;
        if (inside < smallest || outside < smallest) {
            return;
        }
        double a = 0;
        double b = 0;
        for (int k = 1; k < beside.length; k++) {
            a += beside[k] * beside[k];
            double rest = total[k] - beside[k];
            b += rest * rest;
        }
        double gain = a / inside + b / outside - squares;
        if (gain > bestGain) {
            bestGain = gain;
            bestFeature = feature;
            bestBin = bin;
        }
    }
}
