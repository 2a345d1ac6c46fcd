package io.synthaudit.core.random;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent streams of random numbers, each named by what it is used for.
 *
 * <p>A stream depends on the seed and its name alone, so neither the order of work, nor the number of threads, nor a
 * new metric changes any other number. The generator is XoShiRo256++ seeded with SHA-256 of seed and name.
 */
public final class RandomStreams {

    private final byte[] seed;

    /** @param seed any bytes; equal bytes give equal streams */
    public RandomStreams(byte[] seed) {
        this.seed = seed.clone();
    }

    public RandomStreams(long seed) {
        this(Long.toString(seed).getBytes(StandardCharsets.US_ASCII));
    }

    /** A fresh stream at its start. */
    public UniformRandomProvider stream(String name) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
        digest.update(seed);
        digest.update((byte) 0);
        byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
        return RandomSource.XO_SHI_RO_256_PP.create(hash);
    }

    /** A seeded permutation of 0 .. n-1 (Fisher and Yates). */
    public static int[] permutation(int n, UniformRandomProvider random) {
        int[] order = ascending(n);
        shuffleLast(order, n, random);
        return order;
    }

    /** {@code k} of the numbers 0 .. n-1 without repetition, ascending. */
    public static int[] sample(int n, int k, UniformRandomProvider random) {
        int[] order = ascending(n);
        shuffleLast(order, k, random);
        return ascending(order, n - k, n);
    }

    /**
     * Different whole numbers in ascending order: a mark each, which is quicker than to sort them.
     *
     * @param different the numbers, none of which is negative
     * @param from where they begin in their array
     * @param below above all of them
     */
    public static int[] ascending(int[] different, int from, int below) {
        int[] ascending = new int[different.length - from];
        long[] marks = new long[(below >>> 6) + 1];
        for (int i = from; i < different.length; i++) {
            marks[different[i] >>> 6] |= 1L << different[i];
        }
        int at = 0;
        for (int word = 0; word < marks.length; word++) {
            for (long bits = marks[word]; bits != 0; bits &= bits - 1) {
                ascending[at++] = (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return ascending;
    }

    /** Puts a random choice of all numbers, without repetition, into the last k places; the others keep no order. */
    public static void shuffleLast(int[] order, int k, UniformRandomProvider random) {
        for (int i = order.length - 1; i >= Math.max(1, order.length - k); i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }

    private static int[] ascending(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }
}
