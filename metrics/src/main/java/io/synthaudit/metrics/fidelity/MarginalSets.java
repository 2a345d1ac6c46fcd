package io.synthaudit.metrics.fidelity;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Sets of columns whose marginals are compared: all of one order, or a seeded sample of them without replacement, in which no
 * set holds a column twice.
 *
 * @param sets positions of columns, ascending within a set, the sets in lexicographic order
 * @param order columns in a set
 * @param all how many sets there are
 */
record MarginalSets(int[][] sets, int order, long all) {

    /** Sets that are looked at, at most. */
    static final int MOST_SETS = 2_500;

    /** Rows gone through, over all sets: about a second on two cores. */
    static final long MOST_VISITS = 2_000_000_000L;

    /** However long the tables are, so many sets are looked at. */
    static final int FEWEST_SETS = 50;

    /**
     * The sets of that order within the budget.
     *
     * @param columns number of columns, at least the order
     * @param order columns in a set
     * @param visits rows gone through for one set
     * @param random draws the sample where one is needed
     */
    static MarginalSets of(int columns, int order, long visits, UniformRandomProvider random) {
        long all = choose(columns, order);
        long most = Math.min(MOST_SETS, Math.max(FEWEST_SETS, MOST_VISITS / Math.max(1, visits)));
        long[] ranks = all <= most ? first((int) all) : sample(all, (int) most, random);
        int[][] sets = new int[ranks.length][];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = unrank(ranks[i], columns, order);
        }
        return new MarginalSets(sets, order, all);
    }

    /** One set alone. */
    static MarginalSets only(int[] set) {
        return new MarginalSets(new int[][] {set}, set.length, 1);
    }

    boolean isSample() {
        return sets.length < all;
    }

    /** What the numbers rest on, as a sentence. */
    String basis(String name) {
        String most = String.format(java.util.Locale.ROOT, "%,d", sets.length);
        String count = String.format(java.util.Locale.ROOT, "%,d", all);
        return isSample()
                ? "It rests on a seeded sample of " + most + " of " + count + " " + name + "."
                : "It rests on all " + count + " " + name + ".";
    }

    private static long[] first(int count) {
        long[] ranks = new long[count];
        for (int i = 0; i < count; i++) {
            ranks[i] = i;
        }
        return ranks;
    }

    private static long[] sample(long all, int count, UniformRandomProvider random) {
        long[] drawn = new long[0];
        while (drawn.length < count) {
            int before = drawn.length;
            drawn = Arrays.copyOf(drawn, count);
            for (int i = before; i < count; i++) {
                drawn[i] = random.nextLong(all);
            }
            drawn = Arrays.stream(drawn).sorted().distinct().toArray();
        }
        return drawn;
    }

    /** The set of that number in lexicographic order. */
    private static int[] unrank(long rank, int columns, int order) {
        int[] set = new int[order];
        long left = rank;
        int next = 0;
        for (int i = 0; i < order; i++) {
            long within = choose(columns - next - 1, order - i - 1);
            while (left >= within) {
                left -= within;
                next++;
                within = choose(columns - next - 1, order - i - 1);
            }
            set[i] = next++;
        }
        return set;
    }

    private static long choose(long n, int k) {
        long result = 1;
        for (int i = 1; i <= k; i++) {
            result = result * (n - k + i) / i;
        }
        return n < k ? 0 : result;
    }
}
