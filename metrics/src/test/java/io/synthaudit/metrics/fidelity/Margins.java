package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.MarginCounts;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two columns made by a test, as a metric of margins sees them. */
final class Margins {

    private final ColumnMetric<MarginCounts> metric;
    private final Field field;
    private final Profile profile;
    private final MarginCounts training;
    private final MarginCounts synthetic;

    Margins(ColumnMetric<MarginCounts> metric, Kind kind, double[] training, double... synthetic) {
        this.metric = metric;
        this.field = Field.of("x", kind);
        Table table = table(training);
        this.profile = Profile.of(table);
        this.training = observe(table);
        this.synthetic = observe(table(synthetic));
    }

    MarginCounts training() {
        return training;
    }

    Map<String, Estimate> values() {
        Map<String, Estimate> values = new TreeMap<>();
        metric.compare(training, synthetic, new Comparison(0.95, 1, 1, profile.column(0)))
                .forEach(m -> values.put(m.measure().id(), m.estimate()));
        return values;
    }

    double value(String measure) {
        return values().get(measure).value();
    }

    /** Code of the reason why a measure is left out. */
    String leftOut(String measure) {
        return metric.leftOut(metric.description().measure(measure), training, synthetic)
                .code();
    }

    private Table table(double[] values) {
        return new Table(new Schema(List.of(field), true), List.of(new NumberColumn(field, values, 0)), values.length);
    }

    private MarginCounts observe(Table table) {
        return new CodedTable(table, profile).observe(metric.statistic(field), profile, null);
    }
}
