package io.synthaudit.metrics.conformance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page {@code src/docs/conformance.md}, made of numbers alone. Nothing below the tolerance is printed, so it is stable. */
final class ConformancePage {

    private static final String NONE = "none";

    private final StringBuilder page = new StringBuilder();
    private final List<Compared> compared;
    private final List<Compared> vectors;
    private final Map<Unmeasured, Integer> unmeasured;

    private ConformancePage(List<Compared> compared, List<Compared> vectors, Map<Unmeasured, Integer> unmeasured) {
        this.compared = compared;
        this.vectors = vectors;
        this.unmeasured = unmeasured;
    }

    static String of(List<Compared> compared, List<Compared> vectors, Map<Unmeasured, Integer> unmeasured) {
        ConformancePage made = new ConformancePage(compared, vectors, unmeasured);
        made.opening();
        made.summary();
        made.reasons();
        made.vectors();
        made.unmeasured();
        return made.page.toString();
    }

    private void opening() {
        long equal = compared.stream().filter(Compared::isEqual).count();
        long unexplained = compared.stream().filter(Compared::isUnexplained).count();
        line("# Conformance");
        line("");
        line(
                "What other tools say of real tables, beside what Synthaudit says. This page is generated; a test fails when it"
                        + " differs from what is computed. To write it anew:");
        line("");
        line("```");
        line("mvn -pl metrics test -Dtest=ConformancePageTest -Dconformance.write=true");
        line("```");
        line("");
        line("Of " + compared.size()
                + " values of scipy 1.10.1, SDMetrics 0.29.0, synthpop 1.9-2 and SynthEval 1.7.1 on the"
                + " data sets adult, breast_cancer_seer and nist_ma2019, " + equal
                + " are equal to 1e-9 (relative to values"
                + " above 1), " + (compared.size() - equal - unexplained)
                + " differ by design, and for each of these our code, given their"
                + " bins, levels or conventions, meets their value to 1e-9 as well. Values that differ for an unknown reason: "
                + (unexplained == 0 ? "none." : unexplained + "."));
        line("");
        line(
                "Differences are absolute, divided by their value where that is above 1. For associations of pairs the golden"
                        + " values are of one table each; the difference of both tables is compared, for that is what is reported"
                        + " here.");
        line("");
    }

    private void summary() {
        line("## Summary");
        line("");
        row("tool", "their metric", "our measure", "data set", "values", "equal", "largest difference", "verdict");
        row("---", "---", "---", "---", "---:", "---:", "---:", "---");
        groups(compared, c -> c.tool() + "\n" + c.metric() + "\n" + c.label() + "\n" + c.dataset())
                .forEach(group -> {
                    Compared first = group.get(0);
                    long equal = group.stream().filter(Compared::isEqual).count();
                    row(
                            first.tool(),
                            first.metric(),
                            first.label(),
                            first.dataset(),
                            group.size(),
                            equal,
                            difference(worst(group)),
                            equal == group.size() ? "equal" : "by design: " + titles(group));
                });
        line("");
    }

    private static String titles(List<Compared> group) {
        return group.stream()
                .filter(c -> !c.isEqual())
                .map(c -> c.reason() == null ? "UNEXPLAINED" : c.reason().title())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void reasons() {
        line("## Where values differ by design");
        line("");
        line(
                "The largest difference of each metric and data set; the last column is what our code gives on their terms.");
        line("");
        for (Reason reason : Reason.values()) {
            List<Compared> of =
                    compared.stream().filter(c -> c.reason() == reason).toList();
            if (of.isEmpty()) {
                continue;
            }
            line("### " + reason.title());
            line("");
            line(reason.text() + " (" + of.size() + (of.size() == 1 ? " value)" : " values)"));
            line("");
            row("tool", "their metric", "data set", "columns", "ours", "theirs", "difference", "ours, their way");
            row("---", "---", "---", "---", "---:", "---:", "---:", "---:");
            groups(of, c -> c.tool() + "\n" + c.metric() + "\n" + c.dataset()).forEach(group -> {
                Compared worst = worst(group);
                row(
                        worst.tool(),
                        worst.metric(),
                        worst.dataset() + " " + worst.variant(),
                        worst.target(),
                        number(worst.ours()),
                        number(worst.theirs()),
                        difference(worst),
                        number(worst.theirWay()));
            });
            line("");
        }
    }

    private void vectors() {
        line("## Golden vectors");
        line("");
        line(
                "Two small tables of 200 and 150 rows, x and y numbers, c and d levels, on which the field's formulas were worked"
                        + " out by numpy and scipy, utility.tab by synthpop. R is the real table, S the synthetic one.");
        line("");
        row("metric", "columns", "our measure", "ours", "theirs", "difference", "verdict");
        row("---", "---", "---", "---:", "---:", "---:", "---");
        for (Compared c : vectors) {
            row(
                    c.metric(),
                    c.target(),
                    c.label(),
                    number(c.ours()),
                    number(c.theirs()),
                    difference(c),
                    c.isEqual() ? "equal" : "by design: " + titles(List.of(c)));
        }
        line("");
    }

    private void unmeasured() {
        line("## Not measured");
        line("");
        line("Every other number in the golden files, so that none is passed over in silence.");
        line("");
        row("tool", "their metric", "values", "why");
        row("---", "---", "---:", "---");
        unmeasured.forEach((u, count) -> row(u.tool(), u.metric(), count, u.reason()));
        for (Unmeasured u : Unmeasured.values()) {
            if (u.tool().equals("vectors")) {
                row(u.tool(), u.metric(), 1, u.reason());
            }
        }
    }

    private static List<List<Compared>> groups(List<Compared> values, Function<Compared, String> key) {
        Map<String, List<Compared>> groups = new LinkedHashMap<>();
        List<Compared> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparing(Compared::tool).thenComparing(Compared::metric));
        sorted.forEach(c ->
                groups.computeIfAbsent(key.apply(c), k -> new ArrayList<>()).add(c));
        return List.copyOf(groups.values());
    }

    private static Compared worst(List<Compared> group) {
        return group.stream()
                .max(Comparator.comparingDouble(c -> Double.isNaN(c.difference()) ? -1 : rounded(c.difference())))
                .orElseThrow();
    }

    /** Rounded as printed, so that the choice among nearly equal values does not hang on the last bit. */
    private static double rounded(double value) {
        return value < Compared.TOLERANCE
                ? 0
                : new BigDecimal(value).round(new MathContext(6)).doubleValue();
    }

    private static String difference(Compared c) {
        double difference = c.difference();
        if (Double.isNaN(difference)) {
            return NONE;
        }
        return difference <= Compared.TOLERANCE ? "< 1e-9" : significant(difference, 2);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? NONE : Math.abs(value) < Compared.TOLERANCE ? "0" : significant(value, 6);
    }

    private static String significant(double value, int digits) {
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        return Math.abs(value) < 1e-4
                ? String.format(Locale.ROOT, "%." + (digits - 1) + "e", value)
                : rounded.toPlainString();
    }

    private void row(Object... cells) {
        for (Object cell : cells) {
            page.append("| ").append(cell.toString().replace("|", "\\|")).append(' ');
        }
        page.append("|\n");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
