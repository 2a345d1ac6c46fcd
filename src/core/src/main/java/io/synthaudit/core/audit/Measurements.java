package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Findings of column and pair metrics, and numbers of attacks, with the engine's intervals, yardsticks and excesses, and nothing else
 * of an audit: the holdout is taken for fit, there are no gates, and all is done on the calling thread. Simulations of bounds need no
 * more.
 */
public final class Measurements {

    private final List<Metric> metrics;
    private final double level;

    /**
     * @param metrics metrics of columns or pairs
     * @param level one-sided confidence of each bound
     */
    public Measurements(List<Metric> metrics, double level) {
        this.metrics = List.copyOf(metrics);
        this.level = level;
    }

    /** What an attack's play on a run comes to in numbers, with their intervals. */
    public static List<Observation> of(Attack attack, Run run) {
        return RowEvaluations.observations(attack, run);
    }

    /**
     * The findings on some tables.
     *
     * @param tables the tables; without a holdout yardsticks are simulated
     * @param profile profile of the training table
     * @param streams seeded randomness
     */
    public List<Finding> of(Tables tables, Profile profile, RandomStreams streams) {
        Table holdout = tables.holdout().orElse(null);
        int columns = profile.schema().size();
        int[] person = holdout == null ? null : tables.holdoutEntity().orElse(null);
        try (Workers workers = new Workers(1)) {
            CodedTable training = new CodedTable(tables.training(), profile);
            StateSet.CodedTables coded = StateSet.CodedTables.of(tables, training, holdout, profile, streams, workers);
            StateEvaluations evaluations = new StateEvaluations(
                    coded,
                    streams,
                    AuditPlan.Progress.SILENT,
                    Map.of(),
                    level,
                    ClusterEffects.of(coded.training(), tables.trainingEntity().orElse(null), columns),
                    ClusterEffects.of(coded.holdout(), person, columns));
            FindingBudget findings = new FindingBudget(Set.of(), subject -> true);
            evaluations.columns(metrics, workers, null, findings);
            evaluations.pairs(metrics, workers, person, findings);
            return findings.kept();
        }
    }
}
