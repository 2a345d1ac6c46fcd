package io.synthaudit.attacks.inference;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Outcome;
import io.synthaudit.core.evaluation.Outcome.RareValue;
import io.synthaudit.core.evaluation.Outcome.SecretGuesses;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.evaluation.ThreatModel;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.neighbour.Neighbourhood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much better an attacker who holds the synthetic table and some columns of a person's row guesses another column when
 * the person was in training than when not.
 *
 * <p>All synthetic rows tied at the smallest Gower distance on the known columns vote; success is the probability of the true
 * value under the vote: \[ a = \frac1n \sum_i \frac{|\{ j \in N_i : s_j = t_i \}|}{|N_i|} . \] A number counts as right within
 * 5 % of the training column's interquartile range (equal if that is 0). {@code excess} is a on training targets minus a on
 * holdout targets: what the table gives away of its own people beyond what it teaches about everybody.
 *
 * <ul>
 *   <li><b>Range</b>: \([-1, 1]\), a difference of proportions; 0 is no leak.
 *   <li><b>Applies to</b>: declared sensitive columns, else every content column that is no declared quasi-identifier, in
 *       turn. Known are the declared quasi-identifiers, else all other content columns.
 *   <li><b>Missing cells</b>: as a known cell a value of its own; a target whose secret is missing is skipped; a missing
 *       guess is wrong.
 *   <li><b>Interval</b>: Newcombe on effective n, made by the engine.
 *   <li><b>Cost</b>: targets x synthetic rows x columns, all secrets in one pass; at most 2,000 targets a side.
 * </ul>
 *
 * <p>All targets answer: groups chosen by a hit on the key would differ between training and holdout. A leak of a few rows
 * drowns in the mean over targets, which is why near copies are counted apart.
 *
 * @see <a href="https://doi.org/10.56553/popets-2023-0055">Giomi et al. (2023), Anonymeter</a>
 */
@AutoService(Attack.class)
public final class AttributeInference implements Attack {

    private static final int FEWEST_ROWS = 50;

    private static final Description DESCRIPTION = new Description(
            "attack.inference",
            "1",
            "Attribute inference",
            "Can a secret of people in training be guessed better than that of people who were not?",
            "All synthetic rows tied at the smallest Gower distance on the known columns vote for the secret; success is the"
                    + " probability of the true value under the vote (numbers: within 5 % of the training interquartile"
                    + " range); excess is success on training targets minus success on holdout targets.",
            "A leak of a few rows drowns in the mean over all targets.",
            Scope.RELEASE,
            List.of("holdout"),
            List.of(
                    measure("excess", "[-1, 1]", Direction.LOWER)
                            .called("rate of right guesses beyond that on the holdout"),
                    measure("success", "[0, 1]", Direction.NONE).called("rate of right guesses"),
                    measure("over-baseline", "[-1, 1]", Direction.NONE)
                            .called("rate of right guesses beyond that without the synthetic table"),
                    measure("rare-precision", "[-1, 1]", Direction.LOWER)
                            .called("precision of guessed rare values beyond that on the holdout"),
                    measure("rare-recall", "[-1, 1]", Direction.LOWER)
                            .called("recall of rare values beyond that on the holdout")),
            List.of("Giomi et al. (2023), doi:10.56553/popets-2023-0055", "Gower (1971), doi:10.2307/2528823"));

    private static final ThreatModel THREAT_MODEL = new ThreatModel(
            "guess the value of a column of a person's row",
            "synthetic-only",
            List.of("the person's quasi-identifiers, or all other columns where none are declared"),
            "at most 2,000 rows of training and as many of the holdout");

    private static Measure measure(String id, String range, Direction direction) {
        return new Measure(id, "1", range, direction, Measure.Against.OWN);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public ThreatModel threatModel() {
        return THREAT_MODEL;
    }

    @Override
    public Outcome play(Run run) {
        Optional<Table> control = run.control();
        if (control.isEmpty()) {
            return new Outcome.NotPlayed(run.noControl());
        }
        Optional<Reason> uncontrolled = Neighbourhood.of(run).uncontrolled();
        if (uncontrolled.isPresent()) {
            return new Outcome.NotPlayed(uncontrolled.get());
        }
        Table training = run.tables().training();
        if (Math.min(training.rows(), control.get().rows()) < FEWEST_ROWS) {
            return new Outcome.NotPlayed(new Reason("too-few", "Fewer than 50 rows of training or holdout to attack."));
        }
        int[] known = known(run);
        int[] secrets = secrets(run, known);
        if (secrets.length == 0 || run.tables().synthetic().rows() == 0) {
            return new Outcome.NotPlayed(new Reason("kind", "There is no column to guess from others."));
        }
        Side members = Side.draw(training, run.tables().trainingEntity(), run.stream("attack.inference.training"));
        Side others = Side.draw(control.get(), run.tables().holdoutEntity(), run.stream("attack.inference.holdout"));
        Answers main = Answers.of(run, members, known, secrets);
        Answers checks = Answers.of(run, others, known, secrets);
        List<SecretGuesses> guesses = new ArrayList<>();
        for (int s = 0; s < secrets.length; s++) {
            guesses.add(guesses(target(training.schema(), known, secrets[s]), s, members, main, others, checks));
        }
        // A declared secret beside which nothing is known has no targets: it is said so, not left out in silence.
        for (int declared : run.secrets()) {
            if (!contains(secrets, declared)) {
                guesses.add(SecretGuesses.ofNobody(target(training.schema(), known, declared)));
            }
        }
        return new Outcome.Guesses(guesses);
    }

    private static int[] known(Run run) {
        List<Integer> declared = run.quasiIdentifiers();
        return declared.isEmpty()
                ? run.tables().schema().content()
                : declared.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Secrets beside which at least one column is known. */
    private static int[] secrets(Run run, int[] known) {
        boolean all = run.quasiIdentifiers().isEmpty();
        int[] candidates = run.secrets().isEmpty()
                ? Arrays.stream(run.tables().schema().content())
                        .filter(c -> all || !contains(known, c))
                        .toArray()
                : run.secrets().stream().mapToInt(Integer::intValue).sorted().toArray();
        return Arrays.stream(candidates)
                .filter(s -> known.length > (contains(known, s) ? 1 : 0))
                .toArray();
    }

    private static boolean contains(int[] columns, int column) {
        return IntStream.of(columns).anyMatch(c -> c == column);
    }

    private static Target target(Schema schema, int[] known, int secret) {
        List<String> given = Arrays.stream(known)
                .filter(c -> c != secret)
                .mapToObj(c -> schema.field(c).name())
                .toList();
        return Target.given(schema.field(secret).name(), given);
    }

    private static SecretGuesses guesses(
            Target target, int s, Side members, Answers main, Side others, Answers checks) {
        int[] in = main.answered(s);
        int[] out = checks.answered(s);
        double[] a = main.rare(s);
        double[] b = checks.rare(s);
        boolean rare = main.hasRare(s);
        return new SecretGuesses(
                target,
                select(main.success()[s], in),
                select(main.baseline()[s], in),
                select(checks.success()[s], out),
                select(checks.baseline()[s], out),
                select(members.person(), in),
                select(others.person(), out),
                rare ? new RareValue(a[0], a[1], a[2], b[0], b[1], b[2]) : null);
    }

    private static double[] select(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    private static int[] select(int[] values, int[] rows) {
        return values == null ? null : Arrays.stream(rows).map(i -> values[i]).toArray();
    }
}
