package io.synthaudit.metrics.conformance;

import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Compares;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * All numbers of one training and one synthetic table, under the names that a report gives them: of a metric by its states,
 * of an evaluation of whole tables by running it once. Statistics are observed once however many numbers rest on them.
 */
final class Measurements {

    private static final Map<String, Metric> METRICS = ServiceLoader.load(Metric.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(m -> m.description().id(), Function.identity()));
    private static final Map<String, TableEvaluation> EVALUATIONS = ServiceLoader.load(TableEvaluation.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(e -> e.description().id(), Function.identity()));

    private final Tables tables;
    private final Profile profile;
    private final CodedTable training;
    private final CodedTable synthetic;
    private final Map<Statistic<?>, List<?>> states = new HashMap<>();
    private final Map<String, Map<String, Double>> evaluated = new HashMap<>();
    private final Map<String, Measurements> others = new HashMap<>();

    Measurements(Tables tables) {
        this.tables = Tables.of(tables.training(), tables.synthetic(), null);
        this.profile = Profile.of(tables.training());
        this.training = new CodedTable(tables.training(), profile);
        this.synthetic = new CodedTable(tables.synthetic(), profile);
    }

    Tables tables() {
        return tables;
    }

    Schema schema() {
        return tables.schema();
    }

    Profile profile() {
        return profile;
    }

    /** The same tables told otherwise, made once per name. */
    Measurements as(String name, UnaryOperator<Tables> change) {
        return others.computeIfAbsent(name, n -> new Measurements(change.apply(tables)));
    }

    /**
     * A number as the report gives it.
     *
     * @param name evaluation and measure, such as {@code fidelity.ks/distance}
     * @param columns one column, or two in any order
     * @return NaN if it has no value there
     */
    double of(String name, String... columns) {
        String[] inOrder = columns.clone();
        Arrays.sort(
                inOrder,
                (a, b) ->
                        schema().indexOf(a).orElseThrow() - schema().indexOf(b).orElseThrow());
        String id = name.substring(0, name.indexOf('/'));
        String measure = name.substring(id.length() + 1);
        if (METRICS.get(id) instanceof ColumnMetric<?> metric) {
            return column(metric, measure, inOrder[0]);
        }
        if (METRICS.get(id) instanceof PairMetric<?> metric) {
            return pair(metric, measure, inOrder[0], inOrder[1]);
        }
        if (!EVALUATIONS.containsKey(id)) {
            throw new IllegalArgumentException("there is no evaluation " + id);
        }
        return evaluated
                .computeIfAbsent(id, this::evaluate)
                .getOrDefault(measure + "@" + String.join("|", inOrder), Double.NaN);
    }

    /** The field of that name. */
    Field field(String column) {
        return schema().field(schema().indexOf(column).orElseThrow());
    }

    /** The statistic of training and of the synthetic table. */
    @SuppressWarnings("unchecked")
    <S extends State<S>> List<S> states(Statistic<S> statistic) {
        return (List<S>) states.computeIfAbsent(
                statistic,
                s -> List.of(training.observe(statistic, profile, null), synthetic.observe(statistic, profile, null)));
    }

    private <S extends State<S>> double column(ColumnMetric<S> metric, String measure, String column) {
        Field field = field(column);
        return metric.appliesTo(field).applies() ? value(metric, metric.statistic(field), measure, column) : Double.NaN;
    }

    private <S extends State<S>> double pair(PairMetric<S> metric, String measure, String first, String second) {
        return metric.appliesTo(field(first), field(second)).applies()
                ? value(metric, metric.statistic(field(first), field(second)), measure, first)
                : Double.NaN;
    }

    private <S extends State<S>> double value(
            Compares<S> metric, Statistic<S> statistic, String measure, String column) {
        List<S> both = states(statistic);
        Comparison context = new Comparison(
                0.95, 1, 1, profile.column(schema().indexOf(column).orElseThrow()));
        for (Measured measured : metric.compare(both.get(0), both.get(1), context)) {
            if (measured.measure().id().equals(measure)) {
                return measured.estimate().value();
            }
        }
        return Double.NaN;
    }

    private Map<String, Double> evaluate(String id) {
        Map<String, Double> values = new HashMap<>();
        for (Observation observation : EVALUATIONS.get(id).evaluate(FixedRun.of(tables))) {
            if (observation.estimate() != null) {
                values.put(
                        observation.measure()
                                + "@"
                                + String.join("|", observation.target().columns()),
                        observation.estimate().value());
            }
        }
        return values;
    }
}
