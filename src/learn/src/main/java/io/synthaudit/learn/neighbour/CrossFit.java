package io.synthaudit.learn.neighbour;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Distances of training and holdout rows to a reference sample of the population that never holds the row itself.
 *
 * <p>The persons of the holdout are split in two halves by chance. A holdout row is measured against the other half, a
 * training row against one of the two by a coin per person. So every holdout row serves, all references have about one size
 * (exactly one where each row is a person: of an odd number one row is in no reference), and members and non-members are
 * treated alike.
 */
public final class CrossFit {

    private final double[] training;
    private final double[] holdout;

    private CrossFit(double[] training, double[] holdout) {
        this.training = training;
        this.holdout = holdout;
    }

    /**
     * Measures.
     *
     * @param gower the distance
     * @param training members
     * @param holdout non-members, at least two persons
     * @param trainingPerson person of each training row, or null where each row is one
     * @param holdoutPerson person of each holdout row, or null where each row is one
     * @param random decides on halves and coins
     * @param parallel where the searches run
     */
    public static CrossFit of(
            Gower gower,
            Table training,
            Table holdout,
            int[] trainingPerson,
            int[] holdoutPerson,
            UniformRandomProvider random,
            Parallel parallel) {
        Persons theirs = Persons.of(holdoutPerson, holdout.rows());
        if (theirs.count() < 2) {
            throw new IllegalArgumentException("halves need at least two holdout persons");
        }
        int half = theirs.count() / 2;
        int[] side = new int[theirs.count()];
        int[] order = RandomStreams.permutation(theirs.count(), random);
        for (int k = 0; k < order.length; k++) {
            side[order[k]] = k < half ? 0 : k < 2 * half ? 1 : 2;
        }
        Persons ours = Persons.of(trainingPerson, training.rows());
        int[] coin = new int[ours.count()];
        for (int k = 0; k < coin.length; k++) {
            coin[k] = random.nextBoolean() ? 1 : 0;
        }
        double[] ofTraining = new double[training.rows()];
        double[] ofHoldout = new double[holdout.rows()];
        for (int reference = 0; reference < 2; reference++) {
            int r = reference;
            Table rows = holdout.select(theirs.rowsWhere(person -> side[person] == r));
            // The person left over in an odd number is in no reference, and measured against the first.
            measure(
                    gower,
                    holdout,
                    theirs.rowsWhere(person -> r == 0 ? side[person] != 0 : side[person] == 0),
                    rows,
                    ofHoldout,
                    parallel);
            measure(gower, training, ours.rowsWhere(person -> coin[person] == r), rows, ofTraining, parallel);
        }
        return new CrossFit(ofTraining, ofHoldout);
    }

    private static void measure(
            Gower gower, Table table, int[] rows, Table reference, double[] into, Parallel parallel) {
        if (rows.length == 0) {
            return;
        }
        Nearest nearest = NearestSearch.of(gower, table.select(rows), reference).run(parallel);
        for (int i = 0; i < rows.length; i++) {
            into[rows[i]] = nearest.distance(i);
        }
    }

    /** Distance of a training row to its reference. */
    public double training(int row) {
        return training[row];
    }

    /** Distance of a holdout row to its reference. */
    public double holdout(int row) {
        return holdout[row];
    }

    /** Persons by number, ascending. */
    private record Persons(int[] index, int count) {

        static Persons of(int[] person, int rows) {
            if (person == null) {
                return new Persons(IntStream.range(0, rows).toArray(), rows);
            }
            int[] distinct = Arrays.stream(person).sorted().distinct().toArray();
            int[] index = Arrays.stream(person)
                    .map(p -> Arrays.binarySearch(distinct, p))
                    .toArray();
            return new Persons(index, distinct.length);
        }

        int[] rowsWhere(java.util.function.IntPredicate chosen) {
            return IntStream.range(0, index.length)
                    .filter(row -> chosen.test(index[row]))
                    .toArray();
        }
    }
}
