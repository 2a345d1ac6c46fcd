package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.PairsMetric;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.List;

/** A metric of all pairs run on a test's tables as the engine runs it, one pair after the other. */
public final class Together<S extends State<S>, E> implements TableEvaluation {

    private final PairsMetric<S, E> metric;

    public Together(PairsMetric<S, E> metric) {
        this.metric = metric;
    }

    @Override
    public Description description() {
        return metric.description();
    }

    @Override
    public List<Observation> evaluate(Run run) {
        Profile profile = run.profile();
        Schema schema = profile.schema();
        CodedTable training = new CodedTable(run.tables().training(), profile);
        CodedTable synthetic = new CodedTable(run.tables().synthetic(), profile);
        Table control = run.control().orElse(null);
        CodedTable holdout = control == null ? null : new CodedTable(control, profile);
        List<PairsMetric.Gathered<E>> pairs = new ArrayList<>();
        int[] content = schema.content();
        for (int i = 0; i < content.length; i++) {
            for (int j = i + 1; j < content.length; j++) {
                int x = content[i];
                int y = content[j];
                Comparison context = new Comparison(run.level(), 1, 1, profile.column(x));
                Statistic<S> statistic = metric.statistic(schema.field(x), schema.field(y));
                S reference = training.observe(statistic, profile, null);
                pairs.add(new PairsMetric.Gathered<>(
                        Target.pair(schema.field(x).name(), schema.field(y).name()),
                        x,
                        y,
                        metric.gather(reference, synthetic.observe(statistic, profile, null), context),
                        holdout == null
                                ? null
                                : metric.gather(reference, holdout.observe(statistic, profile, null), context)));
            }
        }
        return metric.conclude(new PairsMetric.All<>(
                pairs,
                training,
                synthetic,
                holdout,
                run.tables().holdoutEntity().orElse(null),
                run.level()));
    }
}
