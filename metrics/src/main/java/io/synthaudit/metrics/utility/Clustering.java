package io.synthaudit.metrics.utility;

import java.util.Arrays;

/** How much less rows of few persons tell than rows of many. */
final class Clustering {

    private Clustering() {}

    /**
     * The largest design effect, that of persons whose rows are all alike: \(\sum m_g^2 / \sum m_g\) over persons with \(m_g\)
     * rows. Too wide rather than too narrow.
     *
     * @param person the person of each row; null when each is a person of its own
     */
    static double factor(int[] person) {
        if (person == null || person.length == 0) {
            return 1;
        }
        int[] sorted = person.clone();
        Arrays.sort(sorted);
        double squares = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                squares += (double) (i - start) * (i - start);
                start = i;
            }
        }
        return squares / sorted.length;
    }
}
