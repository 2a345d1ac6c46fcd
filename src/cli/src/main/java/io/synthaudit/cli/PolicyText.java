package io.synthaudit.cli;

import io.synthaudit.core.gate.Gate;
import io.synthaudit.core.gate.GateScope;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A policy in words. */
final class PolicyText {

    private PolicyText() {}

    /**
     * Prints a policy.
     *
     * @param outlooks one per gate, or none
     */
    static void print(PrintWriter out, Policy policy, List<GateOutlook> outlooks) {
        out.println(Visible.line(policy.id() + (policy.title().isEmpty() ? "" : ": " + policy.title())));
        out.println("  one-sided confidence " + Closing.number(policy.confidence()) + "; inconclusive "
                + word(policy.onInconclusive()) + ", error " + word(policy.onError()) + ", not evaluated "
                + word(policy.onNotEvaluated()));
        for (int i = 0; i < policy.gates().size(); i++) {
            Gate gate = policy.gates().get(i);
            out.println();
            out.println(Visible.line(gate.id() + "  " + gate.severity().word()));
            out.println(Visible.line("  " + gate.measure()
                    + (gate.of() == Gate.Of.VALUE ? "" : " (" + word(gate.of()) + ") ").stripTrailing() + " "
                    + Closing.limit(gate.limit()) + scope(gate)));
            if (!gate.because().isEmpty()) {
                out.println(Visible.line("  because " + gate.because().strip().replaceAll("\\s+", " ")));
            }
            if (!outlooks.isEmpty()) {
                out.println("  " + (outlooks.get(i).canPass() ? "+ " : "- ")
                        + outlooks.get(i).text());
            }
        }
    }

    private static String scope(Gate gate) {
        GateScope scope = gate.scope();
        List<String> parts = new ArrayList<>();
        if (scope.role() != null) {
            parts.add("role " + scope.role().word());
        }
        if (scope.kind() != null) {
            parts.add("kind " + scope.kind().word());
        }
        if (!scope.columns().isEmpty()) {
            parts.add("columns " + String.join(", ", scope.columns()));
        }
        scope.params().forEach((name, value) -> parts.add(name + " " + value));
        parts.add(
                scope.aggregate() == GateScope.Aggregate.QUANTILE
                        ? "quantile " + Closing.number(scope.quantile())
                        : word(scope.aggregate()));
        if (gate.minHoldoutRows() > 0) {
            parts.add(String.format(Locale.ROOT, "from %,d holdout rows", gate.minHoldoutRows()));
        }
        if (gate.belowHoldoutRows() < Long.MAX_VALUE) {
            parts.add(String.format(Locale.ROOT, "below %,d holdout rows", gate.belowHoldoutRows()));
        }
        return "; " + String.join("; ", parts);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
