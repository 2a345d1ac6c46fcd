package io.synthaudit.testkit.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Coverages over many laws in short: per measure, size, and whether anything was planted, the worst law of each bound. */
public final class CoverageTable {

    /** Bounds that cover less are a finding. */
    private static final double LEAST = CoverageSimulation.LEVEL - 0.01;

    /** Standard errors that are left to chance: the worst of several hundred shares is looked at. */
    private static final double CHANCE = 3;

    private final List<Coverage> coverages = new ArrayList<>();

    /** Adds what a simulation gave. */
    public void add(List<Coverage> more) {
        coverages.addAll(more);
    }

    /** All that was added. */
    public List<Coverage> coverages() {
        return List.copyOf(coverages);
    }

    /** Prints the table that stands in src/docs/operating-characteristics.md, and requires that every bound holds its level. */
    public void check() {
        check(Map.of());
    }

    /**
     * The same where some bounds are known to cover less, which the page says.
     *
     * @param known by a pattern of measures what their bounds cover at least
     */
    public void check(Map<String, Double> known) {
        System.out.println(text());
        for (Coverage c : coverages) {
            double least = known.entrySet().stream()
                    .filter(e -> c.measure().matches(e.getKey()))
                    .mapToDouble(Map.Entry::getValue)
                    .min()
                    .orElse(LEAST);
            double error = Math.sqrt(least * (1 - least) / c.repetitions());
            if (c.worst() < least - CHANCE * error) {
                throw new AssertionError("covers too little: " + c.row());
            }
        }
    }

    /** The table in Markdown. */
    public String text() {
        TreeMap<String, List<Coverage>> groups = new TreeMap<>();
        for (Coverage c : coverages) {
            String planted = c.planted().isEmpty() ? "no" : "yes";
            String key =
                    String.format(Locale.ROOT, "| %s | %6d | %s |", withoutColumns(c.measure()), c.rows(), planted);
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(c);
        }
        StringBuilder text = new StringBuilder(
                "| measure | n | planted | laws | repetitions | shown | lower | at | upper | at | width |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|\n");
        groups.forEach((key, group) -> {
            Coverage low = group.stream()
                    .min(Comparator.comparingDouble(Coverage::lower))
                    .orElseThrow();
            Coverage high = group.stream()
                    .min(Comparator.comparingDouble(Coverage::upper))
                    .orElseThrow();
            double[] widths =
                    group.stream().mapToDouble(Coverage::width).sorted().toArray();
            text.append(String.format(
                    Locale.ROOT,
                    "%s %d | %d | %.3f | %.3f | %s | %.3f | %s | %.3g |%n",
                    key.replaceAll(" {2,}", " "),
                    group.size(),
                    group.stream().mapToInt(Coverage::repetitions).max().orElseThrow(),
                    group.stream().mapToDouble(Coverage::shown).min().orElseThrow(),
                    low.lower(),
                    place(low, low.lower()),
                    high.upper(),
                    place(high, high.upper()),
                    widths[widths.length / 2]));
        });
        return text.toString();
    }

    /** {@code fidelity.ks/distance@age excess} without the columns. */
    private static String withoutColumns(String measure) {
        String excess = measure.endsWith(" excess") ? ", excess" : "";
        return measure.replaceAll("@.*", "") + excess;
    }

    private static String place(Coverage c, double share) {
        if (share == 1) {
            return "all";
        }
        String columns =
                c.measure().replaceAll(".*@", "").replace(" excess", "").replace("|", ", ");
        return c.law() + (c.planted().isEmpty() ? "" : " " + c.planted()) + " (" + columns + ")";
    }
}
