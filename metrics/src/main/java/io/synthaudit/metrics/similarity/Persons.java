package io.synthaudit.metrics.similarity;

import io.synthaudit.core.evaluation.Run;
import java.util.Arrays;

/**
 * The person of each pooled row: training rows first, then holdout rows. Without an entity key each row is a person. No
 * person of the holdout is in training, so the two tables are numbered one after the other.
 *
 * @param of number of the person of each pooled row, from 0
 * @param training number of training persons; they have the lowest numbers
 * @param count number of persons
 */
record Persons(int[] of, int training, int count) {

    /** The persons of training alone. */
    static Persons ofTraining(Run run) {
        int n = run.tables().training().rows();
        int[] of = new int[n];
        int count = number(run.tables().trainingEntity().orElse(null), of, 0, n, 0);
        return new Persons(of, count, count);
    }

    /** The persons of training and holdout. */
    static Persons ofPool(Run run) {
        int n = run.tables().training().rows();
        int h = run.control().orElseThrow().rows();
        int[] of = new int[n + h];
        int training = number(run.tables().trainingEntity().orElse(null), of, 0, n, 0);
        int count = number(run.tables().holdoutEntity().orElse(null), of, n, h, training);
        return new Persons(of, training, count);
    }

    private static int number(int[] entity, int[] of, int from, int rows, int first) {
        if (entity == null) {
            for (int i = 0; i < rows; i++) {
                of[from + i] = first + i;
            }
            return first + rows;
        }
        int[] distinct = Arrays.stream(entity).sorted().distinct().toArray();
        for (int i = 0; i < rows; i++) {
            of[from + i] = first + Arrays.binarySearch(distinct, entity[i]);
        }
        return first + distinct.length;
    }
}
