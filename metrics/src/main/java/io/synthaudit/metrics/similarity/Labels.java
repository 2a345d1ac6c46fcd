package io.synthaudit.metrics.similarity;

import io.synthaudit.core.evaluation.AttackDetail;
import io.synthaudit.core.evaluation.Game;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.random.RandomStreams;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Labels of pooled rows, training or holdout, dealt out anew to persons: what the tables would look like if nothing were to
 * be found.
 */
final class Labels {

    /** Enough to tell an error of 5 % from one of 10 %. */
    static final int REPETITIONS = 200;

    private final boolean[] isTraining;
    private final int training;

    private Labels(boolean[] isTraining, int training) {
        this.isTraining = isTraining;
        this.training = training;
    }

    private static Labels deal(Persons persons, UniformRandomProvider random) {
        int[] order = RandomStreams.permutation(persons.count(), random);
        boolean[] isTraining = new boolean[persons.of().length];
        int training = 0;
        for (int row = 0; row < isTraining.length; row++) {
            isTraining[row] = order[persons.of()[row]] < persons.training();
            training += isTraining[row] ? 1 : 0;
        }
        return new Labels(isTraining, training);
    }

    /**
     * The control with permuted labels: how often a method that finds nothing raises an alarm.
     *
     * @param run gives streams and threads
     * @param evaluation id of the evaluation that is controlled; names the streams
     * @param alarm whether the method raises an alarm under given labels
     */
    static AttackDetail control(Run run, String evaluation, Predicate<Labels> alarm) {
        Persons persons = Persons.ofPool(run);
        boolean[] alarms = new boolean[REPETITIONS];
        run.parallel(
                REPETITIONS, i -> alarms[i] = alarm.test(deal(persons, run.stream(evaluation + "/permuted/" + i))));
        int count = 0;
        for (boolean raised : alarms) {
            count += raised ? 1 : 0;
        }
        double rate = count / (double) REPETITIONS;
        Game game = new Game(Game.Kind.PERMUTED, Double.NaN, count, REPETITIONS, rate, null);
        return new AttackDetail(null, List.of(game), Double.NaN);
    }

    /** Number of rows now called training. */
    int training() {
        return training;
    }

    /** Number of rows now called holdout. */
    int holdout() {
        return isTraining.length - training;
    }

    /** Share of the given pooled rows that is now called training. */
    double trainingShare(int[] rows) {
        int ours = 0;
        for (int row : rows) {
            ours += isTraining[row] ? 1 : 0;
        }
        return ours / (double) rows.length;
    }
}
