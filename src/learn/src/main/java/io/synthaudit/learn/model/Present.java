package io.synthaudit.learn.model;

import java.util.Arrays;

/**
 * The classes that occur among labels.
 *
 * @param classes they, ascending
 * @param dense each label as its number among them
 */
public record Present(int[] classes, int[] dense) {

    public static Present of(int[] labels) {
        int[] classes = Arrays.stream(labels).sorted().distinct().toArray();
        int[] dense = Arrays.stream(labels)
                .map(label -> Arrays.binarySearch(classes, label))
                .toArray();
        return new Present(classes, dense);
    }

    public int count() {
        return classes.length;
    }
}
