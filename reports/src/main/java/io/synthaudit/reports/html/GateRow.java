package io.synthaudit.reports.html;

import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportFinding.ReportGame;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import io.synthaudit.core.report.ReportFinding.Side;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.core.report.Shortfall;
import io.synthaudit.reports.chart.NumberLine;
import io.synthaudit.reports.chart.NumberLine.Entry;
import io.synthaudit.reports.html.Page.Fact;
import io.synthaudit.reports.text.Numbers;
import io.synthaudit.reports.text.Visible;
import io.synthaudit.reports.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One gate in the decision table.
 *
 * @param verdict its verdict
 * @param gate gate id
 * @param severity how much it weighs
 * @param remark whether the verdict is a remark and does not count for the release
 * @param title what was measured, a few words
 * @param method anchor of the method card, or the empty string
 * @param measure full measure id
 * @param columns columns of the worst finding
 * @param question what was asked
 * @param observed the judged number with its interval
 * @param bound the adverse bound, where it is no end of the interval
 * @param margin distance to the limit, or the empty string
 * @param of which number was judged, if not the value
 * @param limit the limit in words
 * @param compared what it is compared with: yardstick and value at equal size, or the control
 * @param line the glyph
 * @param reason why the verdict is so
 * @param needed what would have to change for the gate to be met, or the empty string
 * @param worst what stands in its way, the worst first
 * @param because why the limit is what it is
 * @param criteria criteria informed
 */
public record GateRow(
        Badge verdict,
        String gate,
        String severity,
        boolean remark,
        String title,
        String method,
        String measure,
        List<String> columns,
        String question,
        String observed,
        String bound,
        String margin,
        String of,
        String limit,
        List<Fact> compared,
        NumberLine line,
        String reason,
        String needed,
        List<String> worst,
        String because,
        List<String> criteria) {

    static List<GateRow> all(Index index) {
        Map<String, Shortfall> missed = new HashMap<>();
        Shortfall.of(index.report()).forEach(shortfall -> missed.put(shortfall.gate(), shortfall));
        List<GateRow> rows = new ArrayList<>();
        for (ReportJudgement judgement : Words.worstFirst(index.report().judgements())) {
            rows.add(of(judgement, missed.get(judgement.gate()), index));
        }
        return rows;
    }

    private static GateRow of(ReportJudgement judgement, Shortfall missed, Index index) {
        ReportFinding worst = judgement.findings().isEmpty()
                ? null
                : index.finding(judgement.findings().get(0));
        ReportInterval interval = interval(judgement, worst);
        String evaluation = evaluation(judgement, worst);
        Entry entry = entry(judgement, interval);
        double yardstick = yardstick(judgement, worst);
        boolean ownBound = Double.isFinite(judgement.bound())
                && (interval == null
                        || !(same(judgement.bound(), interval.lower()) || same(judgement.bound(), interval.upper())));
        return new GateRow(
                Badge.of(judgement.verdict()),
                judgement.gate(),
                judgement.severity().word(),
                !judgement.blocking() && judgement.verdict() != Verdict.PASS,
                index.title(evaluation),
                index.method(evaluation),
                judgement.measure(),
                worst == null ? List.of() : worst.target().columns(),
                worst == null ? "" : question(Visible.prose(worst.sentence())),
                observed(judgement, interval),
                ownBound ? Numbers.beside(judgement.bound(), judgement.limit()) : "",
                Double.isFinite(judgement.margin()) ? Numbers.text(judgement.margin()) : "",
                Double.isFinite(judgement.observed()) ? meaning(judgement.of()) : "",
                judgement.limit() == null ? Numbers.NONE : Numbers.limit(judgement.limit()),
                compared(worst),
                NumberLine.of(
                        List.of(entry),
                        judgement.limit(),
                        yardstick,
                        NumberLine.scale(List.of(entry), judgement.limit(), yardstick),
                        inWords(judgement, interval)),
                Visible.prose(judgement.reason()),
                missed == null ? "" : Visible.prose(missed.needed()),
                missed == null
                        ? List.of()
                        : missed.worst().stream()
                                .map(item -> Visible.prose(item.text()))
                                .toList(),
                Visible.prose(judgement.because()),
                judgement.criteria() == null ? List.of() : judgement.criteria());
    }

    /** The finding's interval, if the judged number is the finding's own and not a mean or quantile over several. */
    private static ReportInterval interval(ReportJudgement judgement, ReportFinding worst) {
        if (worst == null) {
            return null;
        }
        if (judgement.of().equals("excess")) {
            Side excess = worst.excess();
            return excess != null && same(excess.value(), judgement.observed()) ? excess.interval() : null;
        }
        return same(worst.value(), judgement.observed()) ? worst.interval() : null;
    }

    /** Equal but for the last digits of a sum that was taken in another order. */
    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
    }

    private static Entry entry(ReportJudgement judgement, ReportInterval interval) {
        if (interval == null && Double.isFinite(judgement.bound())) {
            return new Entry(
                    "value",
                    judgement.observed(),
                    Math.min(judgement.observed(), judgement.bound()),
                    Math.max(judgement.observed(), judgement.bound()));
        }
        return Entry.of("value", judgement.observed(), interval);
    }

    private static String observed(ReportJudgement judgement, ReportInterval interval) {
        if (interval == null || !Double.isFinite(judgement.observed()) || judgement.limit() == null) {
            return Numbers.text(judgement.observed());
        }
        double limit = judgement.limit().hasMax()
                ? judgement.limit().max()
                : judgement.limit().min();
        return Numbers.with(judgement.observed(), interval.lower(), interval.upper(), limit);
    }

    private static double yardstick(ReportJudgement judgement, ReportFinding worst) {
        if (worst == null || worst.yardstick() == null) {
            return Double.NaN;
        }
        return judgement.of().equals("excess") ? 0 : worst.yardstick().value();
    }

    private static List<Fact> compared(ReportFinding worst) {
        List<Fact> compared = new ArrayList<>();
        if (worst != null && worst.yardstick() != null) {
            compared.add(new Fact("yardstick", Numbers.with(worst.yardstick())));
            if (worst.matched() != null) {
                compared.add(new Fact("at equal size", Numbers.with(worst.matched())));
            }
        } else if (worst != null && worst.attack() != null) {
            for (ReportGame game : worst.attack().games()) {
                if (game.game().equals("MAIN") || game.game().equals("CONTROL")) {
                    String name = game.game().equals("MAIN") ? "main game" : "control game";
                    compared.add(new Fact(name, Numbers.with(game.value(), game.interval())));
                }
            }
        }
        return compared;
    }

    /** What a sentence asks; what was found stands beside it in figures, and in full further down. */
    private static String question(String sentence) {
        int end = sentence.indexOf("? ");
        return end < 0 ? sentence : sentence.substring(0, end + 1);
    }

    private static String meaning(String of) {
        switch (of) {
            case "excess":
                return "excess over the yardstick";
            case "point":
                return "judged without its interval";
            default:
                return "";
        }
    }

    private static String inWords(ReportJudgement judgement, ReportInterval interval) {
        if (!Double.isFinite(judgement.observed())) {
            return "No number to judge.";
        }
        String limit = judgement.limit() == null ? "" : ", allowed " + Numbers.limit(judgement.limit());
        return "Observed " + observed(judgement, interval) + limit + ": " + Words.of(judgement.verdict()) + ".";
    }

    private static String evaluation(ReportJudgement judgement, ReportFinding worst) {
        if (worst != null) {
            return worst.evaluation();
        }
        int slash = judgement.measure().indexOf('/');
        return slash < 0 ? judgement.measure() : judgement.measure().substring(0, slash);
    }
}
