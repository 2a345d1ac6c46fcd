package io.synthaudit.cli;

import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The first lines of an audit: what is judged by what, and which gates can pass at all at these sizes. */
final class Opening {

    private static final int MOST_COLUMNS = 6;

    private Opening() {}

    static void print(PrintWriter out, Request request, Policies policy, Inputs inputs, ReportProvenance provenance) {
        Table training = inputs.tables().training();
        out.println(provenance.tool() + ": may this synthetic table be released?");
        line(
                out,
                "policy",
                policy.policy().id() + (request.policy() == null ? " (the default; choose with --policy)" : ""));
        line(
                out,
                "rows",
                "training " + count(training.rows()) + ", synthetic "
                        + count(inputs.tables().synthetic().rows()) + ", holdout "
                        + inputs.tables().holdout().map(h -> count(h.rows())).orElse("none") + "; "
                        + training.columns().size() + " columns");
        roles(out, inputs.schema());
        line(
                out,
                "seed",
                provenance.seedChosen()
                        ? "seed chosen by the user: " + provenance.seed()
                        : "derived from the synthetic table, schema, policy and row counts");
        outlooks(out, provenance.attainability(), !request.only().isEmpty());
        provenance.warnings().forEach(warning -> line(out, "note", warning));
        out.println();
    }

    private static void roles(PrintWriter out, Schema schema) {
        if (!schema.declared()) {
            line(out, "roles", "kinds and roles guessed; review schema.yaml (synthaudit schema infer)");
            schema.fields().stream()
                    .filter(field -> field.review().contains("guessed"))
                    .limit(MOST_COLUMNS)
                    .forEach(field -> line(out, "", field.name() + ": " + field.review()));
            long more = schema.fields().stream()
                            .filter(field -> field.review().contains("guessed"))
                            .count()
                    - MOST_COLUMNS;
            if (more > 0) {
                line(out, "", "and " + more + " more");
            }
        }
        for (Role role : List.of(Role.TARGET, Role.SENSITIVE, Role.QUASI_IDENTIFIER, Role.ENTITY_KEY)) {
            List<String> names = schema.fields().stream()
                    .filter(field -> field.has(role))
                    .map(Field::name)
                    .toList();
            if (!names.isEmpty()) {
                line(out, "roles", role.word() + ": " + String.join(", ", names));
            }
        }
    }

    /** Prints how many gates can pass, and for the others what they would need. */
    private static void outlooks(PrintWriter out, List<GateOutlook> outlooks, boolean partial) {
        List<GateOutlook> cannot = outlooks.stream().filter(o -> !o.canPass()).toList();
        boolean all = cannot.isEmpty();
        String can = partial
                ? " could pass at these sizes in a whole audit; with --only the audit passes nothing"
                : " can pass at these sizes";
        line(
                out,
                "gates",
                all
                        ? "all " + outlooks.size() + can
                        : (outlooks.size() - cannot.size()) + " of " + outlooks.size() + can + "; not these:");
        cannot.forEach(outlook -> line(out, "", outlook.gate() + ": " + outlook.text()));
    }

    private static void line(PrintWriter out, String what, String text) {
        out.println(Visible.line(String.format(Locale.ROOT, "  %-7s %s", what, text)));
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
