package io.synthaudit.cli;

import io.synthaudit.cli.run.Costs;
import io.synthaudit.cli.run.Stages;
import io.synthaudit.core.audit.Footprint;
import java.io.PrintWriter;
import java.util.Locale;

/** What {@code --explain} prints: the memory that is expected, and what everything cost. */
final class Explanation {

    private Explanation() {}

    /** The expected memory, before anything is measured. */
    static void expected(PrintWriter out, Footprint footprint, int threads) {
        out.println("  memory  " + mebibytes(footprint.bytes())
                + " of heap expected, with room for the collector; alive at a time, at most:");
        part(out, footprint.reading(), "texts, while the tables were read");
        part(out, footprint.tables(), "tables");
        part(out, footprint.codes(), "codes and ranks of all cells");
        part(
                out,
                footprint.counting(),
                threads + (threads == 1 ? " worker" : " workers") + " x largest table of cells");
        part(out, footprint.evaluation(), "the hungriest evaluation of whole tables, after the counting");
        part(out, footprint.findings(), "findings");
        part(out, footprint.report(), "report, after all that");
        out.println();
    }

    /** Wall time per stage, thread time per evaluation and statistic. */
    static void costs(PrintWriter out, Stages stages, Costs costs) {
        out.println();
        out.println("  Wall time by stage");
        for (Stages.Stage stage : stages.soFar()) {
            out.println(String.format(Locale.ROOT, "%8.2f s  %s", stage.seconds(), stage.name()));
        }
        out.println(String.format(Locale.ROOT, "%8.2f s  in all", stages.seconds()));
        out.println();
        out.println(
                "  Cost by metric: time summed over threads, and targets. Counting stands for itself; what metrics share");
        out.println("  beyond that falls to the first of them.");
        for (Costs.Cost cost : costs.soFar()) {
            out.println(String.format(Locale.ROOT, "%8.2f s %,8d  %s", cost.seconds(), cost.times(), cost.name()));
        }
    }

    private static void part(PrintWriter out, long bytes, String what) {
        out.println(String.format(Locale.ROOT, "          %8s  %s", mebibytes(bytes), what));
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", (bytes + (1 << 19)) >> 20);
    }
}
