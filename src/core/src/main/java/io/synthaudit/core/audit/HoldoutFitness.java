package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Tables;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether the holdout can be a control: every attack, yardstick and excess assumes that training and holdout are one
 * random split of one population.
 *
 * <p>Holdout rows of persons who are in training too are dropped and counted. The rest is unfit when a permutation test
 * of the largest column TVD rejects with p below .001 and that TVD lies more than .02 beyond its expectation; or when so
 * many more of its rows equal a training row than in random splits ({@link OverlapTest}).
 */
final class HoldoutFitness implements TableEvaluation {

    static final Measure EFFECT = new Measure("effect", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
            .called("largest difference between the two");
    static final Measure P =
            new Measure("p-value", "1", "(0, 1]", Direction.NONE, Measure.Against.OWN).called("p-value");
    static final Measure EQUAL = new Measure("equal-rows", "1", "[0, 1]", Direction.NONE, Measure.Against.OWN)
            .called("share of holdout rows that equal a training row");
    static final Measure SHARED = new Measure("shared-persons", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN)
            .called("share of the holdout's persons who are in training too");

    private static final double UNFIT_P = .001;

    private static final String OVERLAP =
            "More holdout rows equal a training row than a random split explains (validity.holdout-fitness): the holdout holds"
                    + " rows that the generator saw, and cannot be a control.";

    private static final Description DESCRIPTION = new Description(
            "validity.holdout-fitness",
            "1",
            "Fitness of the holdout",
            "Are training and holdout one random split of one population?",
            "Effect: the largest total variation distance of a column between training and holdout (20 quantile bins or"
                    + " levels, missing as a level) beyond its expectation for a random split; p-value: share of random"
                    + " re-splits, by persons, with at least that effect. Unfit: p < 0.001 and effect > 0.02, or as surely 0.02 of"
                    + " the holdout's rows more than in re-splits equal a training row.",
            "A shift that moves no single column (only joint behaviour) is not seen.",
            Scope.RELEASE,
            List.of("holdout"),
            List.of(EFFECT, P, EQUAL, SHARED),
            List.of("Good (2005), Permutation, Parametric, and Bootstrap Tests of Hypotheses"));

    private static final String SPLIT_BY_ROW =
            " The rows of persons who are in training were left out of it, and those who are left own fewer rows: split by"
                    + " person, not by row.";

    /**
     * What was measured of a holdout.
     *
     * @param split result of the permutation test
     * @param overlap holdout rows that equal a training row
     * @param rows holdout rows left
     * @param droppedRows holdout rows of persons who are in training
     * @param sharedPersons such persons
     * @param persons persons in the holdout as given
     */
    record Fitness(
            SplitTest.Result split,
            OverlapTest.Result overlap,
            int rows,
            int droppedRows,
            int sharedPersons,
            int persons) {
        boolean unfit() {
            return split.p() < UNFIT_P && split.effect() > SplitTest.EFFECT;
        }
    }

    /** Drops shared persons, tests what is left, and says whether it can be a control; {@code training} is coded already. */
    static Control check(Tables given, CodedTable training, Profile profile, RandomStreams streams, Workers workers) {
        if (given.holdout().isEmpty()) {
            return Control.none(given);
        }
        int[] trainingPerson = given.trainingEntity().orElse(null);
        int[] holdoutPerson = given.holdoutEntity().orElse(null);
        int rows = given.holdout().get().rows();
        Set<Integer> inTraining = new HashSet<>();
        Set<Integer> inHoldout = new HashSet<>();
        if (trainingPerson != null) {
            Arrays.stream(trainingPerson).forEach(inTraining::add);
        }
        if (holdoutPerson != null) {
            Arrays.stream(holdoutPerson).forEach(inHoldout::add);
        }
        int[] kept = IntStream.range(0, rows)
                .filter(row -> holdoutPerson == null || !inTraining.contains(holdoutPerson[row]))
                .toArray();
        int persons = holdoutPerson == null ? rows : inHoldout.size();
        inHoldout.retainAll(inTraining);
        Tables tables = kept.length == rows ? given : without(given, kept);
        if (kept.length == 0) {
            return new Control(
                    tables,
                    null,
                    new Reason(
                            "holdout-unfit",
                            "Every holdout row belongs to a person who is in training, so nothing is left."),
                    null);
        }
        CodedTable holdout = new CodedTable(tables.holdout().get(), profile);
        SplitTest.Result split = new SplitTest(
                        training,
                        holdout,
                        trainingPerson,
                        tables.holdoutEntity().orElse(null),
                        profile)
                .run(streams, workers);
        OverlapTest.Result overlap = new OverlapTest(
                        tables.training(),
                        tables.holdout().get(),
                        trainingPerson,
                        tables.holdoutEntity().orElse(null),
                        workers)
                .run(streams, workers);
        Fitness fitness = new Fitness(split, overlap, kept.length, rows - kept.length, inHoldout.size(), persons);
        if (overlap.unfit()) {
            return new Control(tables, null, new Reason("holdout-unfit", OVERLAP), fitness);
        }
        if (fitness.unfit()) {
            return new Control(
                    tables,
                    null,
                    new Reason(
                            "holdout-unfit",
                            "Training and holdout differ by more than a random split explains (validity.holdout-fitness), so"
                                    + " the holdout cannot be a control."
                                    + (kept.length == rows ? "" : SPLIT_BY_ROW)),
                    fitness);
        }
        return new Control(tables, tables.holdout().get(), null, fitness);
    }

    private static Tables without(Tables given, int[] kept) {
        int[] person = given.holdoutEntity().orElseThrow();
        int[] left = Arrays.stream(kept).map(row -> person[row]).toArray();
        return new Tables(
                given.training(),
                given.synthetic(),
                Optional.of(given.holdout().orElseThrow().select(kept)),
                given.trainingEntity(),
                Optional.of(left));
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        Fitness fitness = ((LocalRun) run).fitness();
        if (fitness == null) {
            return Observation.none(DESCRIPTION, Target.TABLE, run.noControl());
        }
        long n = run.tables().training().rows();
        int h = fitness.rows();
        return List.of(
                Observation.of(
                                EFFECT.id(),
                                Target.TABLE,
                                Estimate.point(fitness.split().effect(), "The permutation p-value stands beside it."),
                                n,
                                h)
                        .note(where(run.profile().schema(), fitness.split())),
                Observation.of(
                        P.id(),
                        Target.TABLE,
                        Estimate.point(fitness.split().p(), "A p-value is itself a statement of doubt."),
                        n,
                        h),
                Observation.of(
                                EQUAL.id(),
                                Target.TABLE,
                                Proportions.exactShare(fitness.overlap().equal(), h, 1, run.level()),
                                n,
                                h)
                        .note(fitness.overlap().unfit() ? OVERLAP : ""),
                Observation.of(
                                SHARED.id(),
                                Target.TABLE,
                                Proportions.exactShare(fitness.sharedPersons(), fitness.persons(), 1, run.level()),
                                n,
                                h)
                        .note(
                                fitness.droppedRows() == 0
                                        ? ""
                                        : "The holdout rows of persons who are in training were left out of everything."));
    }

    private static String where(Schema schema, SplitTest.Result split) {
        int[] content = schema.content();
        return content.length == 0
                ? "There is no column but keys, identifiers and texts, so nothing was compared."
                : "It is reached in the column \""
                        + schema.field(content[split.column()]).name() + "\".";
    }
}
