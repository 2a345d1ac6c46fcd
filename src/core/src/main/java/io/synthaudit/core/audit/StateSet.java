package io.synthaudit.core.audit;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Subgroups;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.List;

/**
 * One statistic of every table and sample, each counted once and only when something asks for it.
 *
 * @param <S> the state
 */
final class StateSet<S extends State<S>> {

    private final Statistic<S> statistic;
    private final CodedTables tables;
    private final AuditPlan.Progress progress;
    private S training;
    private S synthetic;
    private S holdout;
    private List<S> syntheticSamples;
    private List<S> holdoutSamples;

    StateSet(Statistic<S> statistic, CodedTables tables, AuditPlan.Progress progress) {
        this.statistic = statistic;
        this.tables = tables;
        this.progress = progress;
    }

    /**
     * The tables of a run as codes.
     *
     * @param training training table
     * @param synthetic synthetic table
     * @param holdout control, or null
     * @param profile training profile
     * @param draws samples of equal size
     */
    record CodedTables(CodedTable training, CodedTable synthetic, CodedTable holdout, Profile profile, Draws draws) {

        /** The tables of a run with samples of equal size; {@code holdout} is the control, or null; training is coded already. */
        static CodedTables of(
                Tables tables,
                CodedTable training,
                Table holdout,
                Profile profile,
                RandomStreams streams,
                Workers workers) {
            boolean yardstick = holdout != null && holdout.rows() >= Control.FEWEST_FOR_YARDSTICK;
            Table[] others = {tables.synthetic(), holdout};
            CodedTable[] coded = new CodedTable[others.length];
            workers.run(holdout == null ? 1 : others.length, i -> coded[i] = new CodedTable(others[i], profile));
            return new CodedTables(
                    training,
                    coded[0],
                    coded[1],
                    profile,
                    Draws.of(tables.synthetic().rows(), yardstick ? holdout.rows() : 0, streams));
        }

        /** A group's rows, with samples of equal size of its own. */
        CodedTables within(Subgroups.Group group, RandomStreams streams) {
            int[] held = group.holdout();
            boolean control = holdout != null && held.length > 0;
            boolean yardstick = control && held.length >= Control.FEWEST_FOR_YARDSTICK;
            return new CodedTables(
                    training.select(group.training()),
                    synthetic.select(group.synthetic()),
                    control ? holdout.select(held) : null,
                    profile,
                    Draws.of(group.synthetic().length, yardstick ? held.length : 0, streams));
        }
    }

    /** Name of the statistic. */
    String name() {
        return statistic.getClass().getSimpleName();
    }

    S training() {
        if (training == null) {
            training = observe(tables.training(), null);
        }
        return training;
    }

    S synthetic() {
        if (synthetic == null) {
            synthetic = observe(tables.synthetic(), null);
        }
        return synthetic;
    }

    /** State of the control, or null when there is none. */
    S holdout() {
        if (holdout == null && tables.holdout() != null) {
            holdout = observe(tables.holdout(), null);
        }
        return holdout;
    }

    List<S> syntheticSamples() {
        if (syntheticSamples == null) {
            syntheticSamples = samples(tables.synthetic(), tables.draws().synthetic(), true);
        }
        return syntheticSamples;
    }

    /** Samples of the control; empty when the yardstick has to be simulated. */
    List<S> holdoutSamples() {
        if (holdoutSamples == null) {
            holdoutSamples = samples(tables.holdout(), tables.draws().holdout(), false);
        }
        return holdoutSamples;
    }

    private List<S> samples(CodedTable table, List<int[]> rows, boolean isSynthetic) {
        List<S> states = new ArrayList<>();
        for (int[] chosen : rows) {
            states.add(chosen != null ? observe(table, chosen) : isSynthetic ? synthetic() : holdout());
        }
        return states;
    }

    private S observe(CodedTable table, int[] chosen) {
        progress.enters("counting " + name());
        try {
            return table.observe(statistic, tables.profile(), chosen);
        } finally {
            progress.leaves();
        }
    }
}
