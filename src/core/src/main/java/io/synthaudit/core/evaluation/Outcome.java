package io.synthaudit.core.evaluation;

import java.util.List;

/** What came out of an attack's games, before statistics. */
public sealed interface Outcome {

    /**
     * A score per target, higher = more likely a member.
     *
     * @param sets one or more scores of the same targets; the first is played again with permuted labels
     */
    record Scores(List<ScoreSet> sets) implements Outcome {
        public Scores {
            sets = List.copyOf(sets);
        }
    }

    /**
     * Scores of one kind.
     *
     * @param name such as {@code raw} or {@code log-ratio}
     * @param members scores of training rows (one per person where persons own several rows)
     * @param nonMembers scores of holdout rows, likewise
     */
    record ScoreSet(String name, double[] members, double[] nonMembers) {}

    /**
     * Guesses of secrets.
     *
     * @param secrets one entry per secret column
     */
    record Guesses(List<SecretGuesses> secrets) implements Outcome {
        public Guesses {
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * Guesses of one secret column, one number per target in [0, 1]: the probability that the guess is right.
     *
     * @param target the secret and what was known
     * @param main success on training targets
     * @param mainBaseline success of the attacker without the synthetic table on the same targets
     * @param control success on holdout targets
     * @param controlBaseline success without the synthetic table on holdout targets
     * @param mainPerson person of each training target, or null
     * @param controlPerson person of each holdout target, or null
     * @param rare precision and recall of guessing the secret's rare value; null when there is no such value
     */
    record SecretGuesses(
            Target target,
            double[] main,
            double[] mainBaseline,
            double[] control,
            double[] controlBaseline,
            int[] mainPerson,
            int[] controlPerson,
            RareValue rare) {

        /** A secret that nobody's row could be asked for: too few targets, which counts as not measured. */
        public static SecretGuesses ofNobody(Target target) {
            double[] none = new double[0];
            return new SecretGuesses(target, none, none, none, none, null, null, null);
        }
    }

    /**
     * How well the rarest value with at least 50 training rows is guessed: sums over targets of guess weights.
     *
     * @param mainHits weight on the value where it is true, training targets
     * @param mainGuessed weight on the value
     * @param mainTrue targets that have the value
     * @param controlHits the same for holdout targets
     * @param controlGuessed the same
     * @param controlTrue the same
     */
    record RareValue(
            double mainHits,
            double mainGuessed,
            double mainTrue,
            double controlHits,
            double controlGuessed,
            double controlTrue) {}

    /** The attack could not be played. */
    record NotPlayed(Reason reason) implements Outcome {}
}
