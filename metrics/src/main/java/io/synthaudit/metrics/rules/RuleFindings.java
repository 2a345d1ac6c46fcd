package io.synthaudit.metrics.rules;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is said of rules that training keeps: of each one that is broken the share of rows that do, and of all together how
 * many rows break any, how many rules there are, how many are broken, and the largest share.
 */
final class RuleFindings {

    static final Measure ROWS = share("broken-share").called("share of rows that break a rule of training");
    static final Measure RULES = count("rule-count", Direction.NONE).called("number of rules found in training");
    static final Measure BROKEN =
            count("broken-count", Direction.LOWER).called("number of rules of training that are broken");
    static final Measure WORST = share("worst-share").called("share of rows that break the worst rule");
    static final Measure SHARE = share("share").called("share of rows that break the rule");

    /** The measures of every evaluation of rules. */
    static final List<Measure> MEASURES = List.of(ROWS, RULES, BROKEN, WORST, SHARE);

    /** More rules are counted, and not tried. */
    static final int MOST_TRIED = 1_000;

    private static final int MOST_NAMED = 100;

    static final Reason SILENT =
            new Reason("no-value", "No synthetic row holds the values of which the rule says anything.");

    private final Run run;
    private final Table holdout;
    private final int[] holdoutPerson;
    private final List<Rule> rules;
    private final List<Breaks> synthetic;
    private final List<Breaks> control;

    RuleFindings(Run run, List<Rule> found) {
        this.run = run;
        this.holdout = run.control().orElse(null);
        this.holdoutPerson = run.tables().holdoutEntity().orElse(null);
        this.rules = found.subList(0, Math.min(found.size(), MOST_TRIED));
        this.synthetic = tried(Rule.Side.SYNTHETIC);
        this.control = holdout == null ? null : tried(Rule.Side.HOLDOUT);
    }

    static Measure share(String id) {
        return new Measure(id, "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN);
    }

    private static Measure count(String id, Direction direction) {
        return new Measure(id, "rules", "[0, inf)", direction, Measure.Against.OWN);
    }

    private List<Breaks> tried(Rule.Side side) {
        Breaks[] breaks = new Breaks[rules.size()];
        run.parallel(breaks.length, i -> {
            Breaks found = rules.get(i).on(side);
            breaks[i] = side == Rule.Side.HOLDOUT ? byPerson(found) : found;
        });
        return List.of(breaks);
    }

    /** The breaches of a person's rows are not independent. */
    private Breaks byPerson(Breaks breaks) {
        if (holdoutPerson == null) {
            return breaks;
        }
        double[] rows = new double[holdoutPerson.length];
        breaks.rows().stream().forEach(row -> rows[row] = 1);
        double deff = DesignEffect.ofClusters(rows, holdoutPerson);
        return new Breaks(breaks.rows(), breaks.asked(), breaks.unknown(), Math.max(deff, breaks.deff()));
    }

    /**
     * The observations.
     *
     * @param found number of rules found, those that were not tried among them
     * @param how how they were looked for, as a sentence
     */
    List<Observation> observations(Description description, int found, String how) {
        List<Observation> result = new ArrayList<>();
        String untried = found > rules.size() ? " The first " + rules.size() + " were tried." : "";
        result.add(observation(RULES, Target.TABLE, Estimate.point(found, "It is what training holds, a count."))
                .note(how + untried));
        if (rules.isEmpty()) {
            Reason none = new Reason("kind", "Training holds no such rule, so there is none to be broken.");
            description.measures().stream()
                    .filter(m -> m != RULES)
                    .forEach(m -> result.add(Observation.not(m.id(), Target.TABLE, none)));
            return result;
        }
        result.add(ofRows());
        result.add(ofBroken());
        result.add(ofWorst());
        for (int i : named()) {
            result.add(ofRule(i));
        }
        return result;
    }

    /** The rules that are named: those broken, the worst at most {@link #MOST_NAMED}; the first if none is broken. */
    List<Integer> named() {
        List<Integer> broken = IntStream.range(0, rules.size())
                .filter(i -> synthetic.get(i).count() > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -synthetic.get(i).share()))
                .limit(MOST_NAMED)
                .sorted()
                .toList();
        return broken.isEmpty() ? List.of(0) : broken;
    }

    Rule rule(int i) {
        return rules.get(i);
    }

    Breaks synthetic(int i) {
        return synthetic.get(i);
    }

    /** Null without a control. */
    Breaks control(int i) {
        return control == null ? null : control.get(i);
    }

    private Observation observation(Measure measure, Target target, Estimate estimate) {
        return Observation.of(
                measure.id(),
                target,
                estimate,
                run.tables().training().rows(),
                run.tables().synthetic().rows());
    }

    private Observation ofRows() {
        int m = run.tables().synthetic().rows();
        Observation rows = observation(ROWS, Target.TABLE, share(any(synthetic, m), run.level()));
        if (control == null) {
            return rows;
        }
        return against(rows, share(byPerson(any(control, holdout.rows())), run.level()), holdout.rows());
    }

    private static Breaks any(List<Breaks> all, int rows) {
        BitSet any = new BitSet();
        double deff = 1;
        for (Breaks breaks : all) {
            any.or(breaks.rows());
            deff = Math.max(deff, breaks.deff());
        }
        return new Breaks(any, rows, 0, deff);
    }

    private Observation ofBroken() {
        String why = "It is a count of this file's rules, not an estimate.";
        Observation broken = observation(BROKEN, Target.TABLE, Estimate.point(broken(synthetic), why));
        return control == null ? broken : broken.yardstick(Estimate.point(broken(control), why), holdout.rows());
    }

    private static long broken(List<Breaks> all) {
        return all.stream().filter(b -> b.count() > 0).count();
    }

    private Observation ofWorst() {
        if (synthetic.stream().allMatch(b -> b.asked() == 0)) {
            return Observation.not(WORST.id(), Target.TABLE, SILENT);
        }
        Observation worst = observation(WORST, Target.TABLE, worst(synthetic));
        return control == null || control.stream().allMatch(b -> b.asked() == 0)
                ? worst
                : worst.yardstick(worst(control), holdout.rows());
    }

    private Estimate worst(List<Breaks> all) {
        double level = 1 - (1 - run.level()) / all.size();
        double value = 0;
        double lower = 0;
        double upper = 0;
        for (Breaks breaks : all) {
            if (breaks.asked() > 0) {
                Interval bounds = share(breaks, level).interval();
                value = Math.max(value, breaks.share());
                lower = Math.max(lower, bounds.lower());
                upper = Math.max(upper, bounds.upper());
            }
        }
        return Estimate.of(
                value, new Interval(lower, upper, run.level(), "Clopper-Pearson, Bonferroni over the rules"));
    }

    private Observation ofRule(int i) {
        Rule rule = rules.get(i);
        Breaks breaks = synthetic.get(i);
        if (breaks.asked() == 0) {
            return Observation.not(SHARE.id(), rule.target(), SILENT).variant(rule.variant());
        }
        Observation share = observation(SHARE, rule.target(), share(breaks, run.level()))
                .variant(rule.variant())
                .note(rule.sentence());
        if (control == null || control.get(i).asked() == 0) {
            return share;
        }
        return against(share, share(control.get(i), run.level()), control.get(i).asked());
    }

    /** The observation with a yardstick, and the excess over it. */
    static Observation against(Observation observation, Estimate yardstick, long rows) {
        Estimate value = observation.estimate();
        Interval bounds = Proportions.mover(value.value(), value.interval(), yardstick.value(), yardstick.interval())
                .clippedTo(-1, 1);
        return observation.yardstick(yardstick, rows).excess(Estimate.of(value.value() - yardstick.value(), bounds));
    }

    private Estimate share(Breaks breaks, double level) {
        return Proportions.exactShare(breaks.count(), breaks.asked(), breaks.deff(), level);
    }
}
