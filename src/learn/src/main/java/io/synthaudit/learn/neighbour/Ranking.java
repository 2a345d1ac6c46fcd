package io.synthaudit.learn.neighbour;

import java.util.Arrays;

/** The k nearest of the rows offered, ranked by distance, then by row, whatever the order in which they come. */
final class Ranking {

    private final double[] distances;
    private final int[] rows;
    private int count;

    Ranking(int k) {
        this.distances = new double[k];
        this.rows = new int[k];
    }

    int k() {
        return rows.length;
    }

    void clear() {
        count = 0;
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
    }

    /** The k-th smallest distance so far; a row further away than that need not be offered. */
    double worst() {
        return distances[distances.length - 1];
    }

    void offer(double distance, int row) {
        int at = count;
        if (count == rows.length) {
            at = count - 1;
            if (!isBefore(distance, row, at)) {
                return;
            }
        } else {
            count++;
        }
        while (at > 0 && isBefore(distance, row, at - 1)) {
            distances[at] = distances[at - 1];
            rows[at] = rows[at - 1];
            at--;
        }
        distances[at] = distance;
        rows[at] = row;
    }

    private boolean isBefore(double distance, int row, int place) {
        return distance < distances[place] || distance == distances[place] && row < rows[place];
    }

    void write(Neighbours neighbours, int query) {
        neighbours.set(query, distances, rows);
    }
}
