package io.synthaudit.io.policy;

import io.synthaudit.core.gate.Gate.Of;
import io.synthaudit.core.gate.Limit;
import io.synthaudit.io.yaml.YamlMapping;
import io.synthaudit.io.yaml.YamlNode;
import io.synthaudit.io.yaml.YamlSequence;
import java.util.List;

/** Reads a gate's limit: exactly one of {@code at-most}, {@code at-least} and {@code within}. */
final class LimitYaml {

    private static final List<String> KEYS = List.of("at-most", "at-least", "within");

    private LimitYaml() {}

    static Limit limit(YamlMapping gate, Of of) {
        List<String> given = gate.keys().stream().filter(KEYS::contains).toList();
        if (given.size() != 1) {
            throw gate.place()
                    .error(
                            "expected exactly one of at-most, at-least and within, found "
                                    + (given.isEmpty() ? "none" : String.join(" and ", given)) + ".",
                            "A limit with two ends is written within: [-0.1, 0.1].");
        }
        YamlNode node = gate.required(given.get(0));
        Limit limit = switch (given.get(0)) {
            case "at-most" -> Limit.atMost(node.number());
            case "at-least" -> Limit.atLeast(node.number());
            default -> within(node.sequence());
        };
        refuseUnattainable(node, limit, of);
        return limit;
    }

    private static Limit within(YamlSequence sequence) {
        if (sequence.items().size() != 2) {
            throw sequence.error("expected the two ends [a, b], found a list of "
                    + sequence.items().size() + ".");
        }
        double min = sequence.items().get(0).number();
        double max = sequence.items().get(1).number();
        if (min > max) {
            throw sequence.error("the lower end is above the upper end.", "Write the lower end first.");
        }
        return new Limit(min, max);
    }

    /** A confidence bound has a width: nothing passes a limit that only the exact number could meet. */
    private static void refuseUnattainable(YamlNode node, Limit limit, Of of) {
        if (of == Of.POINT) {
            return;
        }
        if (limit.hasMin() && limit.min() == limit.max()) {
            throw node.error(
                    "no bound can meet a limit without width.", "Widen it, or judge the number with of: point.");
        }
        if (of == Of.VALUE && !limit.hasMin() && limit.max() == 0) {
            throw node.error(
                    "no bound can meet a limit of 0.",
                    "Give a limit above 0, or judge the number without its doubt with of: point.");
        }
        boolean room = (!limit.hasMax() || limit.max() > 0) && (!limit.hasMin() || limit.min() < 0);
        if (of == Of.EXCESS && !room) {
            throw node.error(
                    "a faultless table has an excess of 0, which must lie inside the limit with room on every side.",
                    "Give at-most above 0, or at-least below 0.");
        }
    }
}
