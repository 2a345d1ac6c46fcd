package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * What one learner makes of a contest, fitted once per run.
 *
 * <p>Each side learns twice where the tables differ in size: from all its rows, and from k rows, k the smaller number of
 * rows, drawn by a seeded stream. Encodings are fitted on the rows learned from.
 *
 * @param training learned from all training rows
 * @param trainingEqual learned from k training rows
 * @param synthetic learned from all synthetic rows; null when nothing can be learned from them, and so the equal ones
 * @param syntheticEqual learned from k synthetic rows
 */
record Match(Predictions training, Predictions trainingEqual, Predictions synthetic, Predictions syntheticEqual) {

    /** Tables whose sizes differ by less than this share are not learned from twice by costly learners. */
    private static final double ALIKE = 0.01;

    static Match of(Run run, Contest contest, Rival rival) {
        String key = "utility.match." + contest.labels().column() + "." + rival.word(true);
        return run.shared(key, Match.class, () -> play(run, contest, rival, seed(run, contest)));
    }

    /** A seed of learners, the same on all sides, so that a copy learns what the original does. */
    static long seed(Run run, Contest contest) {
        return run.stream(contest.sides().name() + ".learners").nextLong();
    }

    private static Match play(Run run, Contest contest, Rival rival, long seed) {
        Sides sides = contest.sides();
        boolean synthetic = contest.noSynthetic() == null;
        int k = sides.k();
        boolean realTwice = synthetic && isTwice(sides.real().length, k, rival);
        boolean madeTwice = synthetic && isTwice(sides.made().length, k, rival);
        List<Supplier<Table>> tables = Arrays.asList(
                realTwice || !synthetic ? sides::allReal : null,
                synthetic ? sides::equalReal : null,
                madeTwice ? sides::allMade : null,
                synthetic ? sides::equalMade : null);
        Predictions[] results = new Predictions[4];
        run.parallel(4, i -> {
            if (tables.get(i) != null) {
                results[i] = Predictions.of(
                        rival.learner(seed), tables.get(i).get(), contest.labels(), contest.features(), contest.test());
            }
        });
        return new Match(
                results[0] == null ? results[1] : results[0],
                results[1],
                results[2] == null ? results[3] : results[2],
                results[3]);
    }

    private static boolean isTwice(int rows, int k, Rival rival) {
        return rival == Rival.LINEAR ? rows > k : rows - k > ALIKE * k;
    }
}
