package io.synthaudit.learn.neighbour;

/**
 * The nearest rows of each synthetic row in training and holdout taken together: the pool.
 *
 * <p>Pooled rows are numbered training first: row i of training is i, row i of the holdout is n + i. Where training and
 * holdout rows are tied (to {@link Gower#TIE}), the first is a training row, and the share of training is
 * \(k_T / (k_T + k_H)\).
 */
public final class Pool {

    private final int training;
    private final int holdout;
    private final double[] distance;
    private final int[] first;
    private final int[] trainingTies;
    private final int[] holdoutTies;
    private final Nearest toTraining;
    private final Nearest toHoldout;

    private Pool(Nearest toTraining, Nearest toHoldout, int training, int holdout) {
        int m = toTraining.queries();
        this.training = training;
        this.holdout = holdout;
        this.toTraining = toTraining;
        this.toHoldout = toHoldout;
        this.distance = new double[m];
        this.first = new int[m];
        this.trainingTies = new int[m];
        this.holdoutTies = new int[m];
        for (int s = 0; s < m; s++) {
            double t = toTraining.distance(s);
            double h = toHoldout.distance(s);
            distance[s] = Math.min(t, h);
            trainingTies[s] = t <= distance[s] + Gower.TIE ? toTraining.ties(s) : 0;
            holdoutTies[s] = h <= distance[s] + Gower.TIE ? toHoldout.ties(s) : 0;
            first[s] = trainingTies[s] > 0 ? toTraining.row(s) : training + toHoldout.row(s);
        }
    }

    /**
     * Joins two searches of the same queries.
     *
     * @param toTraining synthetic rows searched in training
     * @param toHoldout the same rows searched in the holdout
     * @param training number of training rows
     * @param holdout number of holdout rows
     */
    public static Pool of(Nearest toTraining, Nearest toHoldout, int training, int holdout) {
        if (toTraining.queries() != toHoldout.queries()) {
            throw new IllegalArgumentException("both searches must be of the same rows");
        }
        return new Pool(toTraining, toHoldout, training, holdout);
    }

    /** Number of synthetic rows. */
    public int queries() {
        return distance.length;
    }

    /** Number of training rows. */
    public int training() {
        return training;
    }

    /** Number of holdout rows. */
    public int holdout() {
        return holdout;
    }

    /** Number of pooled rows. */
    public int rows() {
        return training + holdout;
    }

    /** Distance of a synthetic row to the nearest pooled row. */
    public double distance(int query) {
        return distance[query];
    }

    /** The first of the nearest pooled rows. */
    public int first(int query) {
        return first[query];
    }

    /** Share of training rows among the nearest pooled rows. */
    public double trainingShare(int query) {
        return trainingTies[query] / ((double) trainingTies[query] + holdoutTies[query]);
    }

    /** The nearest pooled rows, ascending, at most {@link Nearest#LISTED} of each table. */
    public int[] tied(int query) {
        int[] ours = trainingTies[query] == 0 ? new int[0] : toTraining.tied(query);
        int[] theirs = holdoutTies[query] == 0 ? new int[0] : toHoldout.tied(query);
        int[] all = java.util.Arrays.copyOf(ours, ours.length + theirs.length);
        for (int i = 0; i < theirs.length; i++) {
            all[ours.length + i] = training + theirs[i];
        }
        return all;
    }
}
