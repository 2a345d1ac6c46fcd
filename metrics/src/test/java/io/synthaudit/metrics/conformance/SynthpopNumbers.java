package io.synthaudit.metrics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Stream;

/** synthpop 1.9-2's utility.tables, over as many first rows of either table as both have. */
final class SynthpopNumbers implements OtherTool {

    private static final String FAMILY = "fidelity.synthpop-tables/";

    @Override
    public String name() {
        return "synthpop";
    }

    @Override
    public void compare(Place place, JsonNode golden, Findings into) {
        int rows = Integer.parseInt(golden.get("rows").asText().split(" ")[1]);
        Measurements first = place.ours().as("first " + rows, t -> Retabulated.firstRows(t, rows));
        Place equal = new Place(place.tool(), place.dataset(), place.variant(), first);
        for (String way : new String[] {"oneway", "twoway"}) {
            Golden.fields(golden.get(way))
                    .forEach((measure, table) -> Golden.fields(table)
                            .forEach((target, value) -> into.add(
                                    equal,
                                    way + " " + measure,
                                    rule(first, measure, columns(first, target)),
                                    value.isNumber() ? value.asDouble() : Double.NaN,
                                    columns(first, target))));
        }
        for (String model : new String[] {"utility_gen_logit", "utility_gen_cart"}) {
            if (golden.has(model)) {
                Golden.numbers(golden.get(model)).forEach((path, theirs) -> into.add(place, model, null, theirs));
            }
        }
    }

    /** {@code 01.Age} or {@code 01.Age:02.Race}: names are R's, so positions count. */
    private static String[] columns(Measurements m, String target) {
        return Stream.of(target.split(":(?=\\d\\d\\.)"))
                .map(part -> m.schema()
                        .field(Integer.parseInt(part.substring(0, 2)) - 1)
                        .name())
                .toArray(String[]::new);
    }

    private static Rule rule(Measurements m, String measure, String... columns) {
        return switch (measure) {
            case "df" -> m.of(FAMILY + "vw", columns) == 0 ? null : ratio("vw", "s-pmse");
            case "dfG" -> m.of(FAMILY + "g", columns) == 0 ? null : ratio("g", "s-g");
            case "S_VW" -> Rule.is(FAMILY + "s-pmse");
            default -> Rule.is(FAMILY + measure.toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }

    /** Degrees of freedom are what S-forms were divided by. */
    static Rule ratio(String measure, String standardised) {
        return Rule.of(
                measure + " over " + standardised + " of fidelity.synthpop-tables",
                (m, c) -> m.of(FAMILY + measure, c) / m.of(FAMILY + standardised, c));
    }
}
