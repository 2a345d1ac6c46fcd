package io.synthaudit.metrics.rules;

import java.util.BitSet;

/**
 * Which rows of a table break a rule.
 *
 * @param rows those that do
 * @param asked rows of which the rule says something
 * @param unknown rows of which it says nothing because training lacks the value that it starts from
 * @param deff rows per independent breach, at least 1
 */
record Breaks(BitSet rows, int asked, int unknown, double deff) {

    int count() {
        return rows.cardinality();
    }

    double share() {
        return asked == 0 ? 0 : (double) count() / asked;
    }
}
