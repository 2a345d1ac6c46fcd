package io.synthaudit.metrics.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * How another tool's number is had from ours, and where it differs, why.
 *
 * @param label our number and what is done to it
 * @param ours our number in the other tool's terms
 * @param reasons what may stand between both, in the order tried
 */
record Rule(String label, Reading ours, List<Explained> reasons) {

    /** A number of given columns. */
    interface Reading {
        double of(Measurements measurements, String... columns);
    }

    /** A reason for a difference, proven by doing as the other tool does and meeting its number. */
    record Explained(Reason reason, Reading theirWay) {}

    /** Our number itself. */
    static Rule is(String name) {
        return new Rule(name, (m, c) -> m.of(name, c), List.of());
    }

    /** One minus our distance. */
    static Rule complement(String name) {
        return new Rule("1 - " + name, (m, c) -> 1 - m.of(name, c), List.of());
    }

    /** One minus the size of our difference, over its largest size. */
    static Rule similarity(String name, double most) {
        String over = most == 1 ? "" : "/" + Math.round(most);
        return new Rule("1 - abs(" + name + ")" + over, (m, c) -> 1 - Math.abs(m.of(name, c)) / most, List.of());
    }

    /** Something made of our numbers. */
    static Rule of(String label, Reading reading) {
        return new Rule(label, reading, List.of());
    }

    /** The same, and where numbers differ this may be why. */
    Rule unless(Reason reason, Reading theirWay) {
        List<Explained> more = new ArrayList<>(reasons);
        more.add(new Explained(reason, theirWay));
        return new Rule(label, ours, more);
    }

    /** The same, and where numbers differ it may be for levels that training lacks, which are one level here. */
    Rule unlessLevelsStandApart() {
        return unless(Reason.UNSEEN_LEVELS, (m, c) -> ours.of(m.as("known", Retabulated::everyLevelKnown), c));
    }
}
