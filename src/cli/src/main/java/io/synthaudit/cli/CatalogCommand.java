package io.synthaudit.cli;

import io.synthaudit.core.audit.Catalog;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Measure;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synthaudit catalog}. */
@Command(
        name = "catalog",
        description = "Lists every evaluation and attack: id, version, definition, measures, references.",
        usageHelpAutoWidth = true,
        footerHeading = "%n",
        footer = "Exit codes: 0 listed, 2 usage, 70 internal error.")
final class CatalogCommand implements Callable<Integer> {

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print it. Default: text.")
    private String format;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Description> catalog = Catalog.installed().descriptions();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case "json" -> out.print(Json.text(tree(catalog)));
            case "text" -> catalog.forEach(description -> print(out, description));
            default -> throw new UsageException("--format: expected text or json.");
        }
        return ExitCode.PASS;
    }

    private static void print(PrintWriter out, Description d) {
        out.println(d.id() + "  version " + d.version() + "  " + d.family());
        out.println("  " + d.title() + ". " + d.question());
        out.println("  Definition: " + d.definition());
        out.println("  Misleads: " + d.misleads());
        if (!d.needs().isEmpty()) {
            out.println("  Needs: " + String.join(", ", d.needs()));
        }
        for (Measure measure : d.measures()) {
            out.println("  Measure: " + d.id() + "/" + measure.id() + "  in " + measure.range() + ", unit "
                    + measure.unit() + ", " + direction(measure) + "; the " + measure.title());
        }
        d.references().forEach(reference -> out.println("  See: " + reference));
        out.println();
    }

    private static String direction(Measure measure) {
        return switch (measure.direction()) {
            case LOWER -> "lower is better";
            case HIGHER -> "higher is better";
            case ZERO -> "nearer zero is better";
            case NONE -> "descriptive";
        };
    }

    private static Map<String, Object> tree(List<Description> catalog) {
        List<Object> entries = new ArrayList<>();
        for (Description d : catalog) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("evaluation", d.id());
            entry.put("version", d.version());
            entry.put("title", d.title());
            entry.put("question", d.question());
            entry.put("definition", d.definition());
            entry.put("misleads", d.misleads());
            entry.put("family", d.family());
            entry.put("scope", d.scope());
            entry.put("needs", d.needs());
            entry.put(
                    "measures", d.measures().stream().map(CatalogCommand::tree).toList());
            entry.put("references", d.references());
            entry.put("rankedBy", d.rankedBy());
            entries.add(entry);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", "synthaudit-catalog/1");
        tree.put("catalog", entries);
        return tree;
    }

    private static Map<String, Object> tree(Measure measure) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("measure", measure.id());
        entry.put("title", measure.title());
        entry.put("unit", measure.unit());
        entry.put("range", measure.range());
        entry.put("direction", measure.direction());
        return entry;
    }
}
