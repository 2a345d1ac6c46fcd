package io.synthaudit.testkit.simulation;

import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Compares;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * True values of column and pair metrics: the metric's own value on the populations, in the bins of the drawn training table
 * and in the units of the whole population. States are merged with themselves until they stand for millions of rows, so that
 * corrections for small tables vanish.
 */
final class Truth {

    private static final int DOUBLINGS = 10;

    private final List<Metric> metrics;
    private final Profile population;
    private final Predicate<String> isGivenTraining;

    Truth(List<Metric> metrics, Law law, Predicate<String> isGivenTraining) {
        this.metrics = metrics;
        this.population = Profile.of(law.real());
        this.isGivenTraining = isGivenTraining;
    }

    /**
     * True values by full measure and columns.
     *
     * @param made of synthetic rows
     * @param fresh of fresh real rows in their place
     */
    record Values(Map<String, Double> made, Map<String, Double> fresh) {}

    Values values(Law.Drawn drawn, Profile profile) {
        Coded coded = new Coded(
                new CodedTable(drawn.tables().training(), profile),
                new CodedTable(drawn.real(), profile),
                new CodedTable(drawn.made(), profile),
                profile,
                new HashMap<>(),
                new Values(new TreeMap<>(), new TreeMap<>()));
        Schema schema = profile.schema();
        for (Metric metric : metrics) {
            for (int i = 0; i < schema.size(); i++) {
                Field first = schema.field(i);
                if (metric instanceof ColumnMetric<?> column
                        && column.appliesTo(first).applies()) {
                    column(column, first, i, coded);
                }
                for (int j = i + 1; j < schema.size() && metric instanceof PairMetric<?>; j++) {
                    PairMetric<?> pair = (PairMetric<?>) metric;
                    if (pair.appliesTo(first, schema.field(j)).applies()) {
                        pair(pair, first, schema.field(j), i, coded);
                    }
                }
            }
        }
        return coded.values;
    }

    private record Coded(
            CodedTable training,
            CodedTable real,
            CodedTable made,
            Profile profile,
            Map<Statistic<?>, States<?>> states,
            Values values) {

        @SuppressWarnings("unchecked")
        <S extends State<S>> States<S> states(Statistic<S> statistic) {
            // Equal statistics have equal state types.
            return (States<S>) states.computeIfAbsent(
                    statistic,
                    s -> new States<>(
                            training.observe(statistic, profile, null),
                            law(statistic, real, profile),
                            law(statistic, made, profile)));
        }
    }

    private record States<S extends State<S>>(S training, S real, S made) {}

    private <S extends State<S>> void column(ColumnMetric<S> metric, Field field, int at, Coded coded) {
        compare(metric, metric, coded.states(metric.statistic(field)), "@" + field.name(), at, coded.values);
    }

    private <S extends State<S>> void pair(PairMetric<S> metric, Field first, Field second, int at, Coded coded) {
        String suffix = "@" + first.name() + "|" + second.name();
        compare(metric, metric, coded.states(metric.statistic(first, second)), suffix, at, coded.values);
    }

    private <S extends State<S>> void compare(
            Metric metric, Compares<S> compares, States<S> states, String suffix, int at, Values into) {
        Comparison context = new Comparison(CoverageSimulation.LEVEL, 1, 1, population.column(at));
        String id = metric.description().id() + "/";
        put(compares.compare(states.real, states.made, context), id, suffix, false, into.made);
        put(compares.compare(states.real, states.real, context), id, suffix, false, into.fresh);
        if (metric.description().measures().stream().anyMatch(m -> isGivenTraining.test(id + m.id()))) {
            put(compares.compare(states.training, states.made, context), id, suffix, true, into.made);
            put(compares.compare(states.training, states.real, context), id, suffix, true, into.fresh);
        }
    }

    private void put(List<Measured> values, String id, String suffix, boolean given, Map<String, Double> into) {
        for (Measured m : values) {
            if (!given || isGivenTraining.test(id + m.measure().id())) {
                into.put(id + m.measure().id() + suffix, m.estimate().value());
            }
        }
    }

    private static <S extends State<S>> S law(Statistic<S> statistic, CodedTable population, Profile profile) {
        S state = population.observe(statistic, profile, null);
        for (int i = 0; i < DOUBLINGS; i++) {
            state = state.merge(state);
        }
        return state;
    }
}
