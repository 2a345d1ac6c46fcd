package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.gate.Gate;
import io.synthaudit.core.gate.Judge;
import io.synthaudit.core.gate.Judgement;
import io.synthaudit.core.gate.Limits;
import io.synthaudit.core.gate.NamedMeasure;
import io.synthaudit.core.gate.Ruling;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Subgroups;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One audit, from tables to judgements. Nothing in it depends on the number of threads, the clock or the locale. */
public final class Audit {

    private final Catalog installed;
    private final Catalog wanted;
    private final AuditPlan plan;

    public Audit(Catalog installed, AuditPlan plan) {
        this.installed = installed;
        this.wanted = installed.only(plan.wanted());
        this.plan = plan;
    }

    /** Measures, attacks and judges. */
    public AuditResult run(Tables given) {
        Sizes sizes = new Sizes(
                given.training().rows(),
                given.synthetic().rows(),
                given.holdout().map(Table::rows).orElse(0));
        try (Workers workers = new Workers(plan.threads())) {
            plan.progress().begins("profile and holdout");
            rank(given, workers);
            Profile profile = Profile.of(given.training());
            CodedTable training = new CodedTable(given.training(), profile);
            Control control = HoldoutFitness.check(given, training, profile, plan.streams(), workers);
            StateSet.CodedTables coded = StateSet.CodedTables.of(
                    control.tables(), training, control.table(), profile, plan.streams(), workers);
            FindingBudget findings = new FindingBudget(Set.of(), whole());
            Subgroups groups = Subgroups.of(control.tables());
            states(control, coded, workers, groups, findings);
            rows(control, profile, workers, findings);
            plan.progress().begins("gates");
            return judge(control.tables(), profile, sizes, findings, groups, charts(coded));
        }
    }

    /** Sorts each column of numbers once, before anybody waits for it. */
    private static void rank(Tables tables, Workers workers) {
        List<NumberColumn> numbers = Stream.of(
                        Optional.of(tables.training()), Optional.of(tables.synthetic()), tables.holdout())
                .flatMap(table -> table.stream().flatMap(t -> t.columns().stream()))
                .filter(NumberColumn.class::isInstance)
                .map(NumberColumn.class::cast)
                .toList();
        workers.run(numbers.size(), i -> numbers.get(i).ranks());
    }

    /**
     * Whose findings are all kept until they are judged and drawn: measures that a gate names, matrices, and those that may
     * yet lose their numbers because the holdout is none.
     */
    private Predicate<Subject> whole() {
        Set<String> names = new HashSet<>();
        List<Description> descriptions = installed.descriptions();
        for (Gate gate : plan.policy().gates()) {
            NamedMeasure.find(gate.measure(), descriptions).forEach(m -> names.add(m.name()));
        }
        for (Description description : descriptions) {
            if (AuditResult.MATRICES.contains(description.id())) {
                names.add(new NamedMeasure(description, description.primary()).name());
            }
        }
        return subject -> InvalidHoldout.concerns(subject) || names.contains(subject.fullMeasure());
    }

    private void states(
            Control control, StateSet.CodedTables coded, Workers workers, Subgroups groups, FindingBudget findings) {
        int[] training = control.tables().trainingEntity().orElse(null);
        int[] holdout = control.tables().holdoutEntity().orElse(null);
        Map<String, Double> limits = excessLimits();
        StateEvaluations evaluations = evaluations(coded, limits, training, holdout);
        plan.progress().begins("columns");
        evaluations.columns(wanted.metrics(), workers, null, findings);
        plan.progress().begins("pairs");
        evaluations.pairs(wanted.metrics(), workers, holdout, findings);
        plan.progress().begins("subgroups");
        for (Subgroups.Group group : groups.measured()) {
            if (!group.isMeasurable()) {
                findings.addAll(evaluations.unmeasured(wanted.metrics(), group.name()));
                continue;
            }
            StateSet.CodedTables part = coded.within(group, plan.streams());
            int[] held = part.holdout() == null ? null : select(holdout, group.holdout());
            StateEvaluations within = evaluations(part, limits, select(training, group.training()), held);
            within.columns(wanted.metrics(), workers, group.name(), findings);
        }
    }

    private static int[] select(int[] values, int[] rows) {
        return values == null
                ? null
                : IntStream.of(rows).map(row -> values[row]).toArray();
    }

    private StateEvaluations evaluations(
            StateSet.CodedTables coded, Map<String, Double> limits, int[] trainingPerson, int[] holdoutPerson) {
        int columns = coded.profile().schema().size();
        double[] training = ClusterEffects.of(coded.training(), trainingPerson, columns);
        double[] holdout = coded.holdout() == null
                ? ClusterEffects.of(null, null, columns)
                : ClusterEffects.of(coded.holdout(), holdoutPerson, columns);
        return new StateEvaluations(
                coded, plan.streams(), plan.progress(), limits, plan.policy().confidence(), training, holdout);
    }

    private Map<String, Double> excessLimits() {
        Map<String, Double> limits = new TreeMap<>();
        for (Description description : installed.descriptions()) {
            description
                    .measures()
                    .forEach(measure -> Limits.excessLimit(plan.policy(), description, measure)
                            .ifPresent(limit -> limits.put(description.id() + "/" + measure.id(), limit)));
        }
        return limits;
    }

    private void rows(Control control, Profile profile, Workers workers, FindingBudget findings) {
        LocalRun run = new LocalRun(
                control,
                profile,
                plan.streams(),
                workers,
                plan.policy().confidence(),
                plan.analyses(),
                plan.everyTarget());
        for (TableEvaluation evaluation : wanted.evaluations()) {
            timed(evaluation.description(), () -> findings.addAll(RowEvaluations.of(evaluation, run)));
        }
        for (Attack attack : wanted.attacks()) {
            timed(attack.description(), () -> findings.addAll(RowEvaluations.of(attack, run)));
        }
    }

    private void timed(Description description, Runnable work) {
        plan.progress().begins(description.id());
        plan.progress().enters(description.id());
        try {
            work.run();
        } finally {
            plan.progress().leaves();
        }
    }

    private AuditResult judge(
            Tables tables,
            Profile profile,
            Sizes sizes,
            FindingBudget budget,
            Subgroups groups,
            List<ColumnCounts> columns) {
        List<Finding> findings = InvalidHoldout.applied(budget.kept());
        Schema schema = profile.schema();
        List<Description> catalog = installed.descriptions();
        boolean partial = !plan.only().isEmpty();
        List<Judgement> judgements = Judge.judge(plan.policy(), catalog, findings, schema, sizes, partial);
        Ruling ruling = Judge.ruling(plan.policy(), judgements, partial);
        List<Description> took = wanted.descriptions();
        return new AuditResult(
                tables,
                profile,
                sizes,
                took,
                catalog.stream()
                        .filter(d -> !took.contains(d))
                        .map(Description::id)
                        .toList(),
                findings,
                budget.dropped(),
                groups.small(),
                groups.surplus(),
                judgements,
                ruling.verdict(),
                ruling.families(),
                ruling.exitCode(),
                columns,
                plan.provenance());
    }

    private static List<ColumnCounts> charts(StateSet.CodedTables coded) {
        List<ColumnCounts> charts = new ArrayList<>();
        Profile profile = coded.profile();
        for (int c : profile.schema().content()) {
            Levels levels = new Levels(profile.schema().field(c));
            charts.add(new ColumnCounts(
                    c,
                    coded.training().observe(levels, profile, null),
                    coded.synthetic().observe(levels, profile, null),
                    coded.holdout() == null ? null : coded.holdout().observe(levels, profile, null)));
        }
        return charts;
    }
}
