package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.PairsMetric;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One metric of all pairs together. Each pair's task leaves what the metric takes from it at the pair's place; a pair that
 * breaks it breaks the whole, for a number over the other pairs would pass for one over all.
 */
final class TogetherTask<S extends State<S>, E> {

    private final PairsMetric<S, E> metric;
    private final List<PairsMetric.Gathered<E>> places;
    private final List<RuntimeException> broken;

    TogetherTask(PairsMetric<S, E> metric, int pairs) {
        this.metric = metric;
        this.places = new ArrayList<>(Collections.nCopies(pairs, null));
        this.broken = new ArrayList<>(Collections.nCopies(pairs, null));
    }

    void gather(TargetTask task, int place, Schema schema, int x, int y) {
        Field first = schema.field(x);
        Field second = schema.field(y);
        if (!metric.appliesTo(first, second).applies()) {
            return;
        }
        try {
            places.set(place, task.gather(metric, metric.statistic(first, second), x, y));
        } catch (RuntimeException e) {
            broken.set(place, e);
        }
    }

    List<Finding> findings(StateSet.CodedTables tables, int[] holdoutPerson, double level) {
        return RowEvaluations.guarded(metric.description(), () -> {
            broken.stream().filter(Objects::nonNull).findFirst().ifPresent(e -> {
                throw e;
            });
            return metric.conclude(new PairsMetric.All<>(
                    places.stream().filter(Objects::nonNull).toList(),
                    tables.training(),
                    tables.synthetic(),
                    tables.holdout(),
                    holdoutPerson,
                    level));
        });
    }
}
