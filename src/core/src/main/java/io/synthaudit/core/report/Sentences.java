package io.synthaudit.core.report;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.report.ReportFinding.ReportGame;
import io.synthaudit.core.report.ReportFinding.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * Says a finding in words: what was asked, what was found, what it is compared with, and so what. All numbers are those
 * of the report, rounded, so a sentence tells no more than the table beside it.
 */
final class Sentences {

    /** Where a question names its columns. */
    private static final String COLUMNS = "{columns}";

    static final String SIMILARITY = "Similarity metric: no adversary, no proof of privacy.";

    /**
     * A gate that judged the finding.
     *
     * @param judgement what became of the gate
     * @param decides whether this finding alone made it so; else it is one of several
     */
    record Gated(ReportJudgement judgement, boolean decides) {}

    private Sentences() {}

    /**
     * The sentence of a finding.
     *
     * @param finding the finding as it enters the report
     * @param description its evaluation
     * @param note what the evaluation says beside the number; may be empty
     * @param judged the gates that name the finding
     * @return one or more sentences in plain text
     */
    static String of(ReportFinding finding, Description description, String note, List<Gated> judged) {
        List<String> parts = new ArrayList<>();
        parts.add(asked(finding, description));
        if (finding.status() == Status.MEASURED) {
            Measure measure = description.measure(finding.measure());
            parts.add(found(finding, measure, where(finding, description)));
            compared(finding, measure, parts);
            Consequence.of(finding, measure.direction(), parts);
            for (Gated gated : judged) {
                parts.add(judged(gated));
            }
            parts.add(Words.sentence(note));
        } else {
            parts.add(missing(finding, where(finding, description)));
        }
        if (description.id().startsWith("similarity.")) {
            parts.add(SIMILARITY);
        }
        parts.removeIf(String::isEmpty);
        return String.join(" ", parts);
    }

    private static String asked(ReportFinding f, Description d) {
        return d.question().replace(COLUMNS, Words.columns(f.target().columns()));
    }

    private static String missing(ReportFinding f, String where) {
        String start = switch (f.status()) {
            case FAILED -> "The evaluation failed, which never counts as a pass: ";
            case SUPPRESSED -> "Not shown: ";
            default -> "Not measured: ";
        };
        return where
                + (where.isEmpty() ? start : lower(start))
                + lower(Words.sentence(f.reason().text()));
    }

    private static String found(ReportFinding f, Measure measure, String where) {
        String name = measure.title();
        String quantile = f.params().get("quantile");
        if (f.target().kind().isMany() && quantile != null) {
            String share = Words.number(100 * Double.parseDouble(quantile));
            return "In " + share + " % of the " + f.target().kind().word() + " the " + name + " is at most "
                    + Words.number(f.value()) + ".";
        }
        String interval = f.interval() == null ? noInterval(f) : Words.interval(f.interval()) + ".";
        return where + (where.isEmpty() ? "The " : "the ") + name + " is " + Words.number(f.value()) + interval;
    }

    private static String noInterval(ReportFinding f) {
        return f.noInterval() == null ? "." : ", without an interval: " + lower(Words.sentence(f.noInterval()));
    }

    /** {@code For "age", } or nothing for the whole table and where the question names the columns. */
    private static String where(ReportFinding f, Description d) {
        Target t = f.target();
        if (d.question().contains(COLUMNS) && t.given().isEmpty() && t.subgroup() == null) {
            return "";
        }
        String columns = t.columns().isEmpty() ? "" : "For " + Words.columns(t.columns());
        String given = t.given().isEmpty() ? "" : " given " + Words.columns(t.given());
        String group =
                t.subgroup() == null ? "" : (columns.isEmpty() ? "In " : " in ") + "the group \"" + t.subgroup() + "\"";
        String all = columns + given + group;
        return all.isEmpty() ? "" : all + ", ";
    }

    private static void compared(ReportFinding f, Measure measure, List<String> parts) {
        if (f.matched() != null && f.yardstick() != null) {
            parts.add("At " + Words.count(f.matched().rows()) + " rows a side, the synthetic table scores "
                    + Words.side(f.matched()) + " and a fresh real sample " + Words.side(f.yardstick()) + ".");
        } else if (f.yardstick() != null && !isPlayed(f, "CONTROL")) {
            parts.add(against(f) + Words.side(f.yardstick()) + ".");
        } else if (!Double.isNaN(f.bias()) && f.bias() != 0 && measure.direction() == Direction.LOWER) {
            parts.add("Chance alone makes about " + Words.number(f.bias()) + " at these sizes.");
        }
        if (f.attack() != null) {
            for (ReportGame game : f.attack().games()) {
                if (!game.game().equals("MAIN") || game.value() != f.value()) {
                    parts.add(played(game));
                }
            }
        }
    }

    private static String against(ReportFinding f) {
        if (isAttack(f)) {
            return "On people whom the generator never saw it is ";
        }
        return f.evaluation().startsWith("utility.")
                ? "With real rows in place of the synthetic ones it is "
                : "A fresh real sample scores ";
    }

    /** A similarity metric has games, but no adversary. */
    static boolean isAttack(ReportFinding f) {
        return f.attack() != null && f.attack().goal() != null;
    }

    private static boolean isPlayed(ReportFinding f, String game) {
        return f.attack() != null
                && f.attack().games().stream().anyMatch(g -> g.game().equals(game) && !Double.isNaN(g.value()));
    }

    private static String played(ReportGame game) {
        boolean known = !Double.isNaN(game.value());
        String value = known ? Words.number(game.value()) + Words.interval(game.interval()) : "";
        return switch (game.game()) {
            case "MAIN" -> known ? "Against training rows it scores " + value + "." : "";
            case "CONTROL" -> known ? "Against rows that the generator never saw it scores " + value + "." : "";
            case "BASELINE" -> known ? "Without the synthetic table it scores " + value + "." : "";
            case "PERMUTED" ->
                Double.isNaN(game.successes())
                        ? ""
                        : "With permuted labels it raised " + Words.number(game.successes()) + " false alarms in "
                                + Words.number(game.trials()) + " repetitions.";
            default -> "";
        };
    }

    private static String judged(Gated gated) {
        ReportJudgement j = gated.judgement();
        String limit = switch (j.of()) {
            case "excess" -> "excess ";
            case "point" -> "value, whatever its doubt, ";
            default -> "";
        };
        String gate = "gate " + j.gate() + " (" + limit + Words.limit(j.limit()) + ")";
        if (!gated.decides()) {
            return "It counts for " + gate + ".";
        }
        return switch (j.verdict()) {
            case PASS -> "It passes " + gate + ".";
            case FAIL -> "It fails " + gate + ".";
            case INCONCLUSIVE -> "It leaves " + gate + " inconclusive.";
            case NOT_EVALUATED -> "It does not let " + gate + " be evaluated.";
        };
    }

    /** A sentence behind a comma or colon starts small, unless its first word is a name or an abbreviation. */
    static String lower(String text) {
        boolean word =
                text.length() > 1 && Character.isUpperCase(text.charAt(0)) && !Character.isUpperCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
