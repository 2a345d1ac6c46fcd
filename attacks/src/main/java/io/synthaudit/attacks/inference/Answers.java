package io.synthaudit.attacks.inference;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Guesses of all secrets of one side's targets.
 *
 * @param success per secret and target the probability of a right guess, NaN where the truth is missing
 * @param baseline per secret and target 1 or 0, NaN likewise
 * @param rareShare per secret and target the weight on the rare level, NaN likewise and for secrets without one
 * @param isRare per secret and target whether it has the rare level
 */
record Answers(double[][] success, double[][] baseline, double[][] rareShare, boolean[][] isRare) {

    private static final int TARGETS_PER_TASK = 32;

    static Answers of(Run run, Side side, int[] knownColumns, int[] secretColumns) {
        Table synthetic = run.tables().synthetic();
        Table targets = side.targets();
        KnownColumn[] known = Arrays.stream(knownColumns)
                .mapToObj(c -> new KnownColumn(run.profile().column(c), synthetic.column(c), targets.column(c)))
                .toArray(KnownColumn[]::new);
        int[] own = Arrays.stream(secretColumns)
                .map(s -> IntStream.range(0, knownColumns.length)
                        .filter(k -> knownColumns[k] == s)
                        .findFirst()
                        .orElse(-1))
                .toArray();
        Secret[] secrets = Arrays.stream(secretColumns)
                .mapToObj(s -> Secret.of(run.tables().training().column(s), synthetic.column(s)))
                .toArray(Secret[]::new);
        Column[] truths = Arrays.stream(secretColumns).mapToObj(targets::column).toArray(Column[]::new);
        int n = targets.rows();
        Answers answers = empty(secrets.length, n);
        int tasks = (n + TARGETS_PER_TASK - 1) / TARGETS_PER_TASK;
        run.parallel(tasks, task -> {
            NearestRows nearest = new NearestRows(known, own, synthetic.rows());
            int end = Math.min(n, (task + 1) * TARGETS_PER_TASK);
            for (int target = task * TARGETS_PER_TASK; target < end; target++) {
                NearestRows.Ties[] ties = nearest.of(target);
                for (int s = 0; s < secrets.length; s++) {
                    answers.judge(s, target, secrets[s], truths[s], ties[s]);
                }
            }
        });
        return answers;
    }

    private static Answers empty(int secrets, int targets) {
        Answers answers = new Answers(
                new double[secrets][targets],
                new double[secrets][targets],
                new double[secrets][targets],
                new boolean[secrets][targets]);
        for (int s = 0; s < secrets; s++) {
            Arrays.fill(answers.success[s], Double.NaN);
            Arrays.fill(answers.baseline[s], Double.NaN);
            Arrays.fill(answers.rareShare[s], Double.NaN);
        }
        return answers;
    }

    private void judge(int s, int target, Secret secret, Column truth, NearestRows.Ties ties) {
        if (truth.isMissing(target)) {
            return;
        }
        success[s][target] = secret.success(truth, target, ties);
        baseline[s][target] = secret.baseline(truth, target);
        if (secret.rare() != Secret.NONE) {
            rareShare[s][target] = secret.rareShare(ties);
            isRare[s][target] = secret.isRare(truth, target);
        }
    }

    /** Targets whose true value of a secret is present. */
    int[] answered(int secret) {
        return IntStream.range(0, success[secret].length)
                .filter(i -> !Double.isNaN(success[secret][i]))
                .toArray();
    }

    /** Whether the secret has a rare level. */
    boolean hasRare(int secret) {
        return Arrays.stream(rareShare[secret]).anyMatch(share -> !Double.isNaN(share));
    }

    /** Sums over targets: weight on the rare level where it is true, weight on it, targets that have it. */
    double[] rare(int secret) {
        double[] sums = new double[3];
        for (int i = 0; i < success[secret].length; i++) {
            double share = rareShare[secret][i];
            if (!Double.isNaN(share)) {
                sums[0] += isRare[secret][i] ? share : 0;
                sums[1] += share;
                sums[2] += isRare[secret][i] ? 1 : 0;
            }
        }
        return sums;
    }
}
