package io.synthaudit.reports.html;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportFinding.ReportAttack;
import io.synthaudit.core.report.ReportFinding.ReportGame;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.reports.chart.NumberLine;
import io.synthaudit.reports.chart.NumberLine.Entry;
import io.synthaudit.reports.chart.Scale;
import io.synthaudit.reports.text.Numbers;
import io.synthaudit.reports.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One measured finding.
 *
 * @param measure measure id with its variant and parameters
 * @param columns columns that it is about
 * @param parameters what tells it apart from others of its columns; may be empty
 * @param given some of the columns that were known beside them; where measures stand side by side only in rows told in words
 * @param subgroup value of a subgroup, or the empty string
 * @param value the value with its interval
 * @param noInterval why there is no interval, or the empty string where the sentence says so
 * @param yardstick what a fresh real sample scores
 * @param matched the value at equal size
 * @param excess matched minus yardstick
 * @param beside other measures of the same target
 * @param games main, control and baseline game, in this order; empty when nothing was played
 * @param alarms the permuted control, or the empty string where the sentence tells of it
 * @param planted what became of planted copies, one sentence per share
 * @param detectable smallest planted share that is found, or the empty string
 * @param sentence asked, found, compared with, so what; empty where the row above says the same
 * @param verdict verdict of the gate on it, or null
 * @param line the glyph, or null
 */
public record MeasureRow(
        String measure,
        List<String> columns,
        String parameters,
        String given,
        String subgroup,
        String value,
        String noInterval,
        String yardstick,
        String matched,
        String excess,
        List<String> beside,
        List<GameCell> games,
        String alarms,
        List<String> planted,
        String detectable,
        String sentence,
        Badge verdict,
        NumberLine line) {

    private static final List<String> GAMES = List.of("MAIN", "CONTROL", "BASELINE");
    private static final int FEW = 4;

    /** One game: its number and what it is made of. */
    public record GameCell(String value, String made) {}

    /**
     * Makes a row.
     *
     * @param finding a measured finding
     * @param beside other measures of the same target
     * @param index the report
     * @param scale where numbers stand on the glyph
     * @param drawn whether the row has a glyph
     * @param told whether the row says in words what its figures say
     */
    static MeasureRow of(
            ReportFinding finding, List<String> beside, Index index, Scale scale, boolean drawn, boolean told) {
        ReportJudgement gate = index.judgement(finding);
        String sentence = told ? Visible.prose(finding.sentence()) : "";
        return new MeasureRow(
                measure(finding),
                finding.target().columns(),
                parameters(finding),
                told || beside.isEmpty() ? given(finding.target().given()) : "",
                finding.target().subgroup() == null ? "" : finding.target().subgroup(),
                Numbers.with(finding.value(), finding.interval()),
                sentence.contains("without an interval") ? "" : Visible.prose(finding.noInterval()),
                Numbers.with(finding.yardstick()),
                Numbers.with(finding.matched()),
                Numbers.with(finding.excess()),
                beside,
                games(finding),
                sentence.contains("permuted labels") ? "" : alarms(finding),
                planted(finding.attack()),
                detectable(finding.attack()),
                sentence,
                gate == null ? null : Badge.of(gate.verdict()),
                drawn ? line(finding, index, scale) : null);
    }

    /** What the glyph of a finding shows: its games, or its excess, or its value. */
    static List<Entry> entries(ReportFinding finding) {
        List<Entry> entries = new ArrayList<>();
        if (finding.attack() != null) {
            for (String name : GAMES) {
                ReportGame game = game(finding, name);
                if (game != null) {
                    entries.add(Entry.of(name.toLowerCase(Locale.ROOT), game.value(), game.interval()));
                }
            }
        }
        if (entries.isEmpty() && finding.excess() != null) {
            entries.add(
                    Entry.of("value", finding.excess().value(), finding.excess().interval()));
        }
        if (entries.isEmpty()) {
            entries.add(Entry.of("value", finding.value(), finding.interval()));
        }
        return entries;
    }

    /** The limit that a glyph may show: only if the gate judged the number that is drawn. */
    static Limit limit(ReportFinding finding, Index index) {
        ReportJudgement gate = index.judgement(finding);
        if (gate == null || played(finding)) {
            return null;
        }
        return gate.of().equals("excess") == (finding.excess() != null) ? gate.limit() : null;
    }

    /** Where the yardstick stands on the glyph. */
    static double yardstick(ReportFinding finding) {
        if (finding.yardstick() == null || played(finding)) {
            return Double.NaN;
        }
        return finding.excess() != null ? 0 : finding.yardstick().value();
    }

    /** The glyph, or null where there is nothing to compare the value with. */
    private static NumberLine line(ReportFinding finding, Index index, Scale scale) {
        if (!played(finding)
                && finding.interval() == null
                && limit(finding, index) == null
                && Double.isNaN(yardstick(finding))) {
            return null;
        }
        String words = finding.excess() == null
                ? "Value " + Numbers.with(finding.value(), finding.interval())
                : "Excess " + Numbers.with(finding.excess());
        return NumberLine.of(entries(finding), limit(finding, index), yardstick(finding), scale, words + ".");
    }

    static boolean played(ReportFinding finding) {
        return game(finding, "MAIN") != null;
    }

    private static String measure(ReportFinding finding) {
        StringBuilder text = new StringBuilder(finding.measure());
        if (finding.variant() != null && !finding.variant().isEmpty()) {
            text.append(" (").append(finding.variant()).append(')');
        }
        String parameters = parameters(finding);
        return text.append(parameters.isEmpty() ? "" : ", ").append(parameters).toString();
    }

    private static String parameters(ReportFinding finding) {
        return finding.params() == null
                ? ""
                : finding.params().entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String given(List<String> columns) {
        return columns.size() <= FEW
                ? String.join(", ", columns)
                : String.join(", ", columns.subList(0, FEW)) + " and others";
    }

    private static List<GameCell> games(ReportFinding finding) {
        List<GameCell> cells = new ArrayList<>();
        boolean any = false;
        for (String name : GAMES) {
            ReportGame game = game(finding, name);
            any |= game != null;
            cells.add(game == null ? new GameCell(Numbers.NONE, "") : cell(game));
        }
        return any ? cells : List.of();
    }

    private static GameCell cell(ReportGame game) {
        boolean counted = Double.isFinite(game.successes()) && Double.isFinite(game.trials());
        return new GameCell(
                Numbers.with(game.value(), game.interval()),
                counted ? Numbers.count(game.successes()) + " of " + Numbers.count(game.trials()) : "");
    }

    private static String alarms(ReportFinding finding) {
        ReportGame permuted = game(finding, "PERMUTED");
        return permuted == null
                ? ""
                : Numbers.count(permuted.successes()) + " alarms in " + Numbers.count(permuted.trials());
    }

    private static List<String> planted(ReportAttack attack) {
        List<String> planted = new ArrayList<>();
        if (attack != null) {
            for (ReportGame game : attack.games()) {
                if (game.game().equals("SPIKE")) {
                    planted.add("Planted copies, share " + Numbers.exact(game.share()) + ": found in "
                            + Numbers.count(game.successes()) + " of " + Numbers.count(game.trials()) + ".");
                }
            }
        }
        return planted;
    }

    private static String detectable(ReportAttack attack) {
        return attack == null || !Double.isFinite(attack.minimumDetectable())
                ? ""
                : Numbers.text(attack.minimumDetectable());
    }

    /** The game of that name, or null; of several scores the one that became the value. */
    private static ReportGame game(ReportFinding finding, String name) {
        ReportGame first = null;
        if (finding.attack() != null) {
            for (ReportGame game : finding.attack().games()) {
                if (game.game().equals(name) && (first == null || game.value() == finding.value())) {
                    first = game;
                }
            }
        }
        return first;
    }
}
