package io.synthaudit.core.gate;

import io.synthaudit.core.audit.Sizes;
import java.util.List;

/** Says why a gate was judged as it was: numbers and names of columns, never a cell. */
final class Wording {

    private final Sizes sizes;

    Wording(Sizes sizes) {
        this.sizes = sizes;
    }

    /** The reason of a judgement, from the part that decides it. */
    String reason(Hearing hearing, List<Weighing.Weighed> ranked, int allowed, double confidence) {
        Weighing.Weighed decisive = ranked.get(allowed);
        String place = place(hearing, ranked, allowed, confidence);
        Part part = decisive.part();
        if (decisive.verdict() == Verdict.NOT_EVALUATED) {
            return place
                    + (part.error() ? "The evaluation broke: " : "")
                    + part.missing().text();
        }
        Limit limit = hearing.gate.limit();
        if (part.noInterval() != null) {
            return place + observed(part.evidence(), limit)
                    + " has no interval, so it cannot be held against the limit of " + limit(limit) + ": "
                    + sentence(part.noInterval());
        }
        String finding = switch (decisive.verdict()) {
            case PASS -> inside(part.evidence().at(confidence), limit);
            case FAIL -> outside(part.evidence(), limit);
            default -> undecided(hearing, part, limit, confidence);
        };
        return place
                + (place.endsWith(": ") ? Character.toLowerCase(finding.charAt(0)) + finding.substring(1) : finding);
    }

    private static String place(Hearing hearing, List<Weighing.Weighed> ranked, int allowed, double confidence) {
        Weighing.Weighed decisive = ranked.get(allowed);
        if (!hearing.meanOf.isEmpty()) {
            return "Mean of " + hearing.meanOf.size() + " parts. ";
        }
        if (ranked.size() == 1) {
            return "";
        }
        long alike =
                ranked.stream().filter(w -> w.verdict() == decisive.verdict()).count();
        String name = decisive.part().where();
        String worst = name.isEmpty() ? "" : ": " + name;
        if (hearing.gate.scope().subgroups() && allowed == 0 && decisive.part().missing() == null) {
            String how = switch (decisive.verdict()) {
                case FAIL -> alike + " of " + ranked.size() + " parts outside. ";
                case INCONCLUSIVE -> alike + " of " + ranked.size() + " parts undecided. ";
                default -> "";
            };
            return how + "In the worst " + name + ": ";
        }
        if (allowed > 0) {
            long beyond =
                    ranked.stream().filter(w -> w.verdict() != Verdict.PASS).count();
            return "Of " + ranked.size() + " parts " + allowed + " may exceed the limit, each bounded at "
                    + Figures.percent(confidence) + "; " + beyond + (beyond == 1 ? " does" : " do")
                    + " or may. The next worst" + worst + ". ";
        }
        return switch (decisive.verdict()) {
            case PASS -> "Worst of " + ranked.size() + " parts" + worst + ". ";
            case FAIL -> alike + " of " + ranked.size() + " parts outside, worst" + worst + ". ";
            case INCONCLUSIVE -> alike + " of " + ranked.size() + " parts undecided, worst" + worst + ". ";
            case NOT_EVALUATED -> alike + " of " + ranked.size() + " parts not measured, first" + worst + ". ";
        };
    }

    private static String inside(Evidence evidence, Limit limit) {
        if (evidence.level() == 1) {
            return observed(evidence, limit) + " is inside the limit of " + limit(limit) + ".";
        }
        boolean upper = evidence.adverseIsUpper(limit);
        double bound = evidence.adverse(limit);
        return observed(evidence, limit) + "; the " + bound(evidence, upper) + " "
                + Figures.besides(bound, end(limit, upper)) + " is inside the limit of " + limit(limit) + ".";
    }

    private static String outside(Evidence evidence, Limit limit) {
        if (evidence.level() == 1) {
            return observed(evidence, limit) + " is outside the limit of " + limit(limit) + ".";
        }
        boolean beyondMax = limit.hasMax() && evidence.lower() > limit.max();
        double bound = beyondMax ? evidence.lower() : evidence.upper();
        return observed(evidence, limit) + "; even the " + bound(evidence, !beyondMax) + " "
                + Figures.besides(bound, end(limit, beyondMax)) + " is outside the limit of " + limit(limit) + ".";
    }

    private String undecided(Hearing hearing, Part part, Limit limit, double confidence) {
        Evidence evidence = part.evidence();
        if (evidence.surelyOutside(limit)) {
            double strict = 1 - (1 - evidence.level()) / hearing.tested;
            return outside(evidence, limit) + " That may be chance among the " + hearing.tested
                    + " numbers tested together (Holm)" + more(evidence.at(strict), limit);
        }
        Evidence judged = evidence.at(confidence);
        if (judged.surelyInside(limit)) {
            double times = part.fresh() / limit.max();
            return "A table of this size cannot show a difference of " + Figures.number(limit.max())
                    + ": two fresh real samples are expected to differ by " + Figures.besides(part.fresh(), limit.max())
                    + ". It needs about " + Figures.about(part.matchedRows() * times * times)
                    + " rows of both synthetic table and holdout; " + Figures.count(part.matchedRows())
                    + " were compared.";
        }
        boolean above = limit.hasMax() && evidence.value() > limit.max();
        if (!evidence.valueInside(limit)) {
            double bound = above ? evidence.lower() : evidence.upper();
            return observed(evidence, limit) + " is itself outside the limit of " + limit(limit) + ", but the "
                    + bound(evidence, !above) + " " + Figures.besides(bound, end(limit, above)) + " is not"
                    + more(evidence, limit);
        }
        boolean upper = judged.adverseIsUpper(limit);
        return observed(evidence, limit) + " is inside the limit of " + limit(limit) + ", but the "
                + bound(judged, upper) + " " + Figures.besides(judged.adverse(limit), end(limit, upper)) + " is not"
                + more(judged, limit);
    }

    /** The rows that would decide, for widths that shrink with the root of the rows. */
    private String more(Evidence evidence, Limit limit) {
        double factor = evidence.rowsFactor(limit);
        if (!(factor < 1e6)) {
            return "; no number of rows decides a value that is the limit itself.";
        }
        String holdout =
                sizes.holdout() > 0 ? " and " + Figures.about(factor * sizes.holdout()) + " holdout rows" : " rows";
        return "; at this value it takes about " + Figures.number(Math.max(1.01, factor))
                + " times the rows to decide: " + Figures.about(factor * sizes.training()) + " training"
                + (sizes.holdout() > 0 ? ", " : " and ") + Figures.about(factor * sizes.synthetic()) + " synthetic"
                + holdout + ".";
    }

    private static String observed(Evidence evidence, Limit limit) {
        double nearest = limit.hasMax() && (!limit.hasMin() || evidence.value() > 0) ? limit.max() : limit.min();
        return "Observed " + Figures.besides(evidence.value(), nearest);
    }

    private static String bound(Evidence evidence, boolean upper) {
        return (upper ? "upper " : "lower ") + Figures.percent(evidence.level()) + " bound";
    }

    private static double end(Limit limit, boolean max) {
        return max ? limit.max() : limit.min();
    }

    static String limit(Limit limit) {
        if (limit.hasMin() && limit.hasMax()) {
            return Figures.number(limit.min()) + " to " + Figures.number(limit.max());
        }
        return limit.hasMax() ? "at most " + Figures.number(limit.max()) : "at least " + Figures.number(limit.min());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
