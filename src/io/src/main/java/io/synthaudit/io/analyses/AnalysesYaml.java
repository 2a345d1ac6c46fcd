package io.synthaudit.io.analyses;

import io.synthaudit.core.analysis.Analysis;
import io.synthaudit.core.analysis.GroupedTable;
import io.synthaudit.core.analysis.HazardRegression;
import io.synthaudit.core.analysis.Regression;
import io.synthaudit.core.analysis.Regression.Family;
import io.synthaudit.core.analysis.SurvivalCurves;
import io.synthaudit.io.FormatException;
import io.synthaudit.io.yaml.YamlFile;
import io.synthaudit.io.yaml.YamlMapping;
import io.synthaudit.io.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads {@code synthaudit-analyses/1}. Nothing is ignored: unknown and duplicate keys, anchors, tags and what a formula may not
 * hold are errors with file, line, path, choices and remedy. Whether the columns exist is asked by {@link AnalysesCheck}.
 */
public final class AnalysesYaml {

    private static final String FORMAT = "synthaudit-analyses/1";
    private static final List<String> KINDS = List.of("glm", "table", "kaplan-meier", "cox");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private AnalysesYaml() {}

    /**
     * An analysis and where it stands.
     *
     * @param analysis the analysis
     * @param node its entry's value, for messages about columns
     */
    record Entry(Analysis analysis, YamlNode node) {}

    /**
     * Reads a file.
     *
     * @throws FormatException if it cannot be read or is no valid file of analyses
     */
    public static DeclaredAnalyses read(Path file) {
        return analyses(YamlFile.read(file));
    }

    /**
     * Reads a text.
     *
     * @param name what messages call the file
     * @throws FormatException if it is no valid file of analyses
     */
    public static DeclaredAnalyses parse(String name, String text) {
        return analyses(YamlFile.parse(name, text));
    }

    private static DeclaredAnalyses analyses(YamlMapping top) {
        top.allow("format", "analyses");
        top.required("format").scalar().choice(List.of(FORMAT));
        YamlNode list = top.required("analyses");
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new TreeMap<>();
        for (YamlNode item : list.sequence().items()) {
            Entry entry = entry(item.mapping());
            YamlNode id = item.mapping().required("id");
            Integer first = lines.putIfAbsent(entry.analysis().id(), id.place().line());
            if (first != null) {
                throw id.error("the analysis's id is taken; the first is on line " + first + ".");
            }
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            throw list.error("expected at least one analysis, found an empty list.");
        }
        return new DeclaredAnalyses(entries);
    }

    private static Entry entry(YamlMapping entry) {
        entry.allow("id", "glm", "family", "table", "kaplan-meier", "cox", "event-level");
        YamlNode id = entry.required("id");
        if (!ID.matcher(id.text()).matches()) {
            throw id.error("expected small letters, digits and single hyphens, found other signs.");
        }
        List<String> kinds = KINDS.stream().filter(entry.keys()::contains).toList();
        if (kinds.size() != 1) {
            throw entry.place()
                    .error("expected exactly one of glm, table, kaplan-meier and cox, found "
                            + (kinds.isEmpty() ? "none" : "several") + ".");
        }
        YamlNode node = entry.required(kinds.get(0));
        Analysis analysis = switch (kinds.get(0)) {
            case "glm" -> glm(id.text(), entry, node);
            case "table" -> table(id.text(), entry, node.mapping());
            case "cox" -> cox(id.text(), entry, node);
            default -> curves(id.text(), entry, node.mapping());
        };
        return new Entry(analysis, node);
    }

    private static Regression glm(String id, YamlMapping entry, YamlNode node) {
        List<String> families = Stream.of(Family.values())
                .map(family -> family.name().toLowerCase(Locale.ROOT))
                .toList();
        Family family = Family.values()[
                families.indexOf(entry.required("family").scalar().choice(families))];
        if (family != Family.BINOMIAL) {
            refuse(entry, "event-level", "Only family binomial has an event.");
        }
        return new Regression(id, FormulaText.formula(node), family, eventLevel(entry));
    }

    private static HazardRegression cox(String id, YamlMapping entry, YamlNode node) {
        refuse(entry, "family", "Only glm has a family.");
        FormulaText.Survival survival = FormulaText.survival(node);
        return new HazardRegression(id, survival.formula(), survival.event(), eventLevel(entry));
    }

    private static SurvivalCurves curves(String id, YamlMapping entry, YamlMapping curves) {
        refuse(entry, "family", "Only glm has a family.");
        curves.allow("time", "event", "by");
        return new SurvivalCurves(
                id,
                curves.required("time").scalar().verbatim(),
                curves.required("event").scalar().verbatim(),
                eventLevel(entry),
                curves.optional("by").map(node -> node.scalar().verbatim()).orElse(""));
    }

    private static GroupedTable table(String id, YamlMapping entry, YamlMapping table) {
        refuse(entry, "family", "Only glm has a family.");
        refuse(entry, "event-level", "A table has no event.");
        table.allow("by", "of", "statistic", "weights");
        List<String> by = new ArrayList<>();
        for (YamlNode item : table.required("by").sequence().items()) {
            if (by.contains(item.scalar().verbatim())) {
                throw item.error("the column stands here a second time.");
            }
            by.add(item.scalar().verbatim());
        }
        if (by.isEmpty()) {
            throw table.required("by").error("expected at least one column, found an empty list.");
        }
        boolean mean = table.required("statistic")
                .scalar()
                .choice(List.of("count", "mean"))
                .equals("mean");
        if (!mean) {
            refuse(table, "of", "Counts are of rows; write statistic: mean for the mean of a column.");
        }
        return new GroupedTable(
                id,
                by,
                mean ? GroupedTable.Statistic.MEAN : GroupedTable.Statistic.COUNT,
                mean ? table.required("of").scalar().verbatim() : "",
                table.optional("weights").map(node -> node.scalar().verbatim()).orElse(""));
    }

    private static String eventLevel(YamlMapping entry) {
        return entry.optional("event-level")
                .map(node -> node.scalar().verbatim())
                .orElse("");
    }

    private static void refuse(YamlMapping mapping, String key, String why) {
        mapping.optional(key).ifPresent(node -> {
            throw node.error("the key has no meaning here.", why);
        });
    }
}
