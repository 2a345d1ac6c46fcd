package io.synthaudit.io.policy;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.gate.Gate;
import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.NamedMeasure;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.io.FormatException;
import io.synthaudit.io.yaml.Nearest;
import io.synthaudit.io.yaml.Place;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds a policy against the catalogue: every gate must name something that can be measured, and a limit it can meet. */
public final class PolicyCheck {

    private static final Pattern RANGE = Pattern.compile("[\\[(]\\s*([-+.0-9eE]+)\\s*,\\s*([-+.0-9eE]+)\\s*[\\])]");

    /** Ranges with an end that depends on the tables, such as [-n/h, 1], too. */
    private static final Pattern ENDS = Pattern.compile("[\\[(]\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*[\\])]");

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private PolicyCheck() {}

    /**
     * Checks every gate.
     *
     * @param policy a policy as read
     * @param file what messages call its file
     * @param catalog all evaluations
     * @throws FormatException at the first gate that names nothing, or whose limit no bound can meet
     */
    public static void check(Policy policy, String file, List<Description> catalog) {
        for (int i = 0; i < policy.gates().size(); i++) {
            Gate gate = policy.gates().get(i);
            Place place = new Place(file, Math.max(1, gate.line()), "gates[" + i + "].measure");
            List<NamedMeasure> measures = NamedMeasure.find(gate.measure(), catalog);
            if (measures.isEmpty()) {
                throw place.error(
                        "the catalogue has no \"" + gate.measure() + "\".",
                        Nearest.question(gate.measure(), names(gate.measure(), catalog)),
                        "A gate that names nothing is an error, so that a typing mistake cannot pass an audit.");
            }
            for (NamedMeasure measure : measures) {
                refuseUnattainable(place, gate, measure);
                refuseEmpty(place, gate, measure);
            }
        }
    }

    /** Names of the kind that was written: full names for one with a slash, else the evaluations'. */
    private static List<String> names(String written, List<Description> catalog) {
        Stream<String> full = NamedMeasure.all(catalog).stream().map(NamedMeasure::name);
        Stream<String> bare = catalog.stream().map(Description::id);
        return (written.indexOf('/') >= 0 ? full : Stream.concat(bare, full)).toList();
    }

    /** {@code at-most: 5} where 5 % was meant would pass whatever is found. */
    private static void refuseEmpty(Place place, Gate gate, NamedMeasure measure) {
        Matcher range = ENDS.matcher(measure.measure().range());
        if (!range.matches() || gate.severity() == Severity.INFO) {
            return;
        }
        double least = end(range.group(1), Double.NEGATIVE_INFINITY);
        double most = end(range.group(2), Double.POSITIVE_INFINITY);
        boolean excess = gate.of() == Gate.Of.EXCESS;
        double lower = excess ? least - most : least;
        double upper = excess ? most - least : most;
        Limit limit = gate.limit();
        boolean excludes = limit.hasMax() && limit.max() < upper || limit.hasMin() && limit.min() > lower;
        if (!excludes) {
            throw place.error(
                    measure.name() + (excess ? ", as an excess," : "")
                            + " cannot leave the limit, whatever is found: it lies in "
                            + measure.measure().range() + ".",
                    "Give a limit inside the range; 5 % is written 0.05.");
        }
    }

    private static double end(String written, double otherwise) {
        return NUMBER.matcher(written).matches() ? Double.parseDouble(written) : otherwise;
    }

    private static void refuseUnattainable(Place place, Gate gate, NamedMeasure measure) {
        Matcher range = RANGE.matcher(measure.measure().range());
        if (gate.of() != Gate.Of.VALUE || !range.matches()) {
            return;
        }
        Limit limit = gate.limit();
        boolean none = limit.hasMax() && limit.max() <= Double.parseDouble(range.group(1))
                || limit.hasMin() && limit.min() >= Double.parseDouble(range.group(2));
        if (none) {
            throw place.error(
                    measure.name() + " lies in " + measure.measure().range()
                            + ", and no bound can meet a limit at the end of that range.",
                    "Give a limit inside the range, or judge the number without its doubt with of: point.");
        }
    }
}
