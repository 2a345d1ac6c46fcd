package io.synthaudit.core.report;

import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import io.synthaudit.core.report.ReportFinding.Side;
import java.util.List;

/** Says what a comparison with a fresh real sample means, by the excess and its interval. */
final class Consequence {

    private Consequence() {}

    static void of(ReportFinding f, Direction direction, List<String> parts) {
        Side excess = f.excess();
        if (excess == null || f.target().kind().isMany()) {
            if (excess != null) {
                parts.add("Their excess over a fresh sample is at most " + Words.number(excess.value()) + ".");
            }
            return;
        }
        ReportInterval i = excess.interval();
        String amount = Words.number(Math.abs(excess.value()));
        if (i == null) {
            parts.add("The excess over a fresh sample is " + Words.side(excess) + ", without an interval.");
        } else if (i.lower() <= 0 && i.upper() >= 0) {
            parts.add("The excess over a fresh sample, " + Words.side(excess) + ", may be chance.");
        } else {
            boolean more = i.lower() > 0;
            double sign = more ? 1 : -1;
            String range = " [" + Words.number(Math.min(sign * i.lower(), sign * i.upper())) + ", "
                    + Words.number(Math.max(sign * i.lower(), sign * i.upper())) + "]";
            parts.add(than(f, direction, more) + " by " + amount + range + ".");
        }
    }

    private static String than(ReportFinding f, Direction direction, boolean more) {
        boolean distance = f.measure().startsWith("distance");
        if (Sentences.isAttack(f)) {
            return more
                    ? "That is more than on people whom the generator never saw,"
                    : "That is less than on people whom the generator never saw,";
        }
        return switch (direction) {
            case LOWER ->
                distance
                        ? "The synthetic table is " + (more ? "farther from" : "closer to")
                                + " training than a fresh sample"
                        : "The synthetic table does " + (more ? "worse" : "better") + " than a fresh sample";
            case HIGHER -> "The synthetic table does " + (more ? "better" : "worse") + " than a fresh sample";
            case ZERO, NONE -> "The synthetic table lies " + (more ? "above" : "below") + " a fresh sample";
        };
    }
}
