package io.synthaudit.metrics.rules;

import java.util.Arrays;

/** A set of pairs of numbers that are not negative, by open addressing; it grows with what it holds. */
final class Combinations {

    private static final long EMPTY = -1;

    private long[] keys = new long[64];
    private int[] order = new int[64];
    private int size;

    /** An empty set; it starts small, for most searches end soon. */
    Combinations() {
        Arrays.fill(keys, EMPTY);
    }

    /** Adds a pair: minus one if it is new, else how many different ones came before it. */
    int add(int first, int second) {
        long key = (long) first << 32 | second;
        int at = place(key);
        if (keys[at] == key) {
            return order[at];
        }
        if (2 * size >= keys.length) {
            grow();
            at = place(key);
        }
        keys[at] = key;
        order[at] = size++;
        return -1;
    }

    int size() {
        return size;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (keys[at] != EMPTY && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldOrder = order;
        keys = new long[2 * oldKeys.length];
        order = new int[keys.length];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                order[at] = oldOrder[i];
            }
        }
    }
}
