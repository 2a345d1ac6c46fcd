package io.synthaudit.learn.neighbour;

import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.table.Table;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The nearest rows that evaluations of one run share: each pair of tables is searched once, when first asked for.
 *
 * <p>All distances are {@link Gower}'s over the content columns. What has to do with the holdout may be asked for only when
 * {@link Run#control()} is there.
 */
public final class Neighbourhood {

    private final Run run;

    private Neighbourhood(Run run) {
        this.run = run;
    }

    /** The neighbourhood of a run's tables; costs nothing by itself. */
    public static Neighbourhood of(Run run) {
        return new Neighbourhood(run);
    }

    /** Whether there is a column to measure distances by. */
    public boolean isMeasurable() {
        return run.tables().schema().content().length > 0;
    }

    /** The distance: ranges and columns of the training table. */
    public Gower gower() {
        return shared("gower", Gower.class, () -> Gower.of(training()));
    }

    /** For each synthetic row the nearest training row, with the distance to the second nearest. */
    public Nearest syntheticToTraining() {
        return search("synthetic-training", synthetic(), training(), true);
    }

    /** For each synthetic row the nearest holdout row. */
    public Nearest syntheticToHoldout() {
        return search("synthetic-holdout", synthetic(), holdout(), false);
    }

    /** For each holdout row the nearest training row, with the distance to the second nearest. */
    public Nearest holdoutToTraining() {
        return search("holdout-training", holdout(), training(), true);
    }

    /** For each training row the nearest synthetic row. */
    public Nearest trainingToSynthetic() {
        return search("training-synthetic", training(), synthetic(), false);
    }

    /** For each holdout row the nearest synthetic row. */
    public Nearest holdoutToSynthetic() {
        return search("holdout-synthetic", holdout(), synthetic(), false);
    }

    /** For each training row the nearest other training row; there must be two. */
    public Nearest trainingToItself() {
        Gower gower = gower();
        return shared(
                "training-itself",
                Nearest.class,
                () -> NearestSearch.of(gower, training(), training())
                        .exceptSelf()
                        .run(run::parallel));
    }

    /** Synthetic rows against as many training rows as holdout rows. */
    public EqualSizes equalSizes() {
        Gower gower = gower();
        return shared(
                "equal-sizes",
                EqualSizes.class,
                () -> EqualSizes.of(
                        gower, training(), holdout(), synthetic(), run.stream("neighbour/equal-sizes"), run::parallel));
    }

    /** For each synthetic row the nearest rows of training and holdout together. */
    public Pool pool() {
        Nearest ours = syntheticToTraining();
        Nearest theirs = syntheticToHoldout();
        return shared(
                "pool",
                Pool.class,
                () -> Pool.of(ours, theirs, training().rows(), holdout().rows()));
    }

    /**
     * Why nothing can be set against the holdout: there is none, or released rows side with it, so that files are swapped or
     * the generator saw it. Empty when it can; also without a column to measure by, for then nothing can be told.
     */
    public Optional<Reason> uncontrolled() {
        if (run.control().isEmpty()) {
            return Optional.of(run.noControl());
        }
        if (!isMeasurable()) {
            return Optional.empty();
        }
        Pool pool = pool();
        Nearest toTraining = holdoutToTraining();
        return shared("allegiance", Allegiance.class, () -> Allegiance.of(run, pool, toTraining))
                .reason();
    }

    /** Distances of training and holdout rows to reference halves of the holdout. */
    public CrossFit crossFit() {
        Gower gower = gower();
        return shared(
                "cross-fit",
                CrossFit.class,
                () -> CrossFit.of(
                        gower,
                        training(),
                        holdout(),
                        run.tables().trainingEntity().orElse(null),
                        run.tables().holdoutEntity().orElse(null),
                        run.stream("neighbour/cross-fit"),
                        run::parallel));
    }

    // Whatever a computation needs is asked for before it starts: no shared computation waits inside another one.
    private Nearest search(String name, Table queries, Table base, boolean withSecond) {
        Gower gower = gower();
        NearestSearch search = NearestSearch.of(gower, queries, base);
        return shared(name, Nearest.class, () -> (withSecond ? search.withSecond() : search).run(run::parallel));
    }

    private <T> T shared(String name, Class<T> type, Supplier<T> computation) {
        return run.shared("neighbour/" + name, type, computation);
    }

    private Table training() {
        return run.tables().training();
    }

    private Table synthetic() {
        return run.tables().synthetic();
    }

    private Table holdout() {
        return run.control().orElseThrow(() -> new IllegalStateException("there is no holdout to be near to"));
    }
}
