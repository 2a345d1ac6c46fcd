package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.AttackDetail;
import io.synthaudit.core.evaluation.Game;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Outcome.ScoreSet;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Roc;
import io.synthaudit.core.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns membership scores into numbers. With several scores the finding is the largest, each bounded at an equal share of
 * the error, so that choosing the better score costs its price.
 */
final class MembershipNumbers {

    private static final int PERMUTATIONS = 200;
    private static final double FPR = 0.01;

    private final Run run;
    private final List<ScoreSet> sets;
    private final double partLevel;

    private MembershipNumbers(Run run, List<ScoreSet> sets) {
        this.run = run;
        this.sets = sets;
        this.partLevel = 1 - (1 - run.level()) / sets.size();
    }

    static List<Observation> of(Attack attack, List<ScoreSet> sets, Run run) {
        return new MembershipNumbers(run, sets).observations(attack);
    }

    private List<Observation> observations(Attack attack) {
        ScoreSet first = sets.get(0);
        long nonMembers = first.nonMembers().length;
        Game permuted = permuted(first);
        List<Observation> result = new ArrayList<>();
        result.add(observation(
                attack,
                "auc",
                each(s -> Roc.auc(s.members(), s.nonMembers(), null, null, partLevel)),
                new double[] {0, 0.5, 1},
                permuted));
        result.add(observation(
                attack,
                "advantage",
                each(s -> Roc.advantage(s.members(), s.nonMembers(), null, null, partLevel)),
                new double[] {-1, 0, 1},
                permuted));
        if (Roc.resolvable(nonMembers, FPR)) {
            result.add(observation(
                    attack,
                    "tpr-at-fpr-0.01",
                    each(s -> Roc.tprAtFpr(s.members(), s.nonMembers(), FPR, 1, 1, partLevel)),
                    new double[] {0, FPR, 1},
                    permuted));
        } else {
            result.add(Observation.not(
                    "tpr-at-fpr-0.01",
                    Target.TABLE,
                    new Reason(
                            "not-resolvable",
                            "With fewer than 3,000 holdout targets a true positive rate at 1 % false positives cannot be"
                                    + " resolved; the AUC stands in.")));
        }
        return result.stream()
                .filter(o -> attack.description().measures().stream().anyMatch(m -> m.id().equals(o.measure())))
                .toList();
    }

    /**
     * One measure with the games behind it: each score's own, a coin, and the permuted labels.
     *
     * @param range least possible value, what a coin scores, greatest possible value
     */
    private Observation observation(
            Attack attack, String measure, List<Estimate> estimates, double[] range, Game permuted) {
        int members = sets.get(0).members().length;
        int nonMembers = sets.get(0).nonMembers().length;
        List<Game> games = new ArrayList<>();
        for (Estimate e : estimates) {
            games.add(new Game(Game.Kind.MAIN, Double.NaN, Double.NaN, members, e.value(), e.interval()));
        }
        games.add(new Game(Game.Kind.BASELINE, Double.NaN, Double.NaN, members, range[1], null));
        games.add(permuted);
        String scores = sets.stream().map(ScoreSet::name).collect(Collectors.joining(", then "));
        return Observation.of(measure, Target.TABLE, largest(estimates, range[0], range[2]), members, nonMembers)
                .note("Main games: the score " + scores + "; the larger counts. The baseline is a coin.")
                .attack(new AttackDetail(attack.threatModel(), games, Double.NaN));
    }

    private List<Estimate> each(Function<ScoreSet, Estimate> number) {
        return sets.stream().map(number).toList();
    }

    /** The largest value; its bounds are the largest lower and upper bound, each at its share of the error. */
    private Estimate largest(List<Estimate> estimates, double least, double most) {
        double value = Double.NEGATIVE_INFINITY;
        double lower = least;
        double upper = least;
        double bias = Double.NaN;
        String method = "";
        for (Estimate e : estimates) {
            if (!e.hasInterval()) {
                return e;
            }
            value = Math.max(value, e.value());
            lower = Math.max(lower, e.interval().lower());
            upper = Math.max(upper, e.interval().upper());
            bias = e.bias();
            method = e.interval().method();
        }
        String how = sets.size() == 1 ? method : method + ", larger of " + sets.size();
        return Estimate.of(value, bias, new Interval(lower, Math.min(most, upper), run.level(), how));
    }

    /** The first score again with member and non-member labels permuted: a right test alarms in one of twenty. */
    private Game permuted(ScoreSet set) {
        int n = set.members().length;
        double[] pooled = java.util.Arrays.copyOf(set.members(), n + set.nonMembers().length);
        System.arraycopy(set.nonMembers(), 0, pooled, n, set.nonMembers().length);
        boolean[] alarm = new boolean[PERMUTATIONS];
        double[] areas = new double[PERMUTATIONS];
        run.parallel(PERMUTATIONS, i -> {
            int[] order = RandomStreams.permutation(pooled.length, run.stream("permuted/membership/" + i));
            double[] members = new double[n];
            double[] others = new double[pooled.length - n];
            for (int j = 0; j < pooled.length; j++) {
                if (j < n) {
                    members[j] = pooled[order[j]];
                } else {
                    others[j - n] = pooled[order[j]];
                }
            }
            Estimate area = Roc.auc(members, others, null, null, run.level());
            areas[i] = area.value();
            alarm[i] = area.interval().lower() > 0.5;
        });
        int alarms = 0;
        double sum = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            alarms += alarm[i] ? 1 : 0;
            sum += areas[i];
        }
        return new Game(Game.Kind.PERMUTED, Double.NaN, alarms, PERMUTATIONS, sum / PERMUTATIONS, null);
    }
}
