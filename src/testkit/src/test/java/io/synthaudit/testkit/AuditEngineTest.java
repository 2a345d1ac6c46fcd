package io.synthaudit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.audit.Audit;
import io.synthaudit.core.audit.AuditPlan;
import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.audit.Catalog;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Game;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Outcome;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.ThreatModel;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.statistic.Slice;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

final class AuditEngineTest {

    private static final AtomicInteger OBSERVED = new AtomicInteger();

    @Test
    void a_statistic_that_several_metrics_read_is_observed_once_per_table() {
        Tables tables = FixtureTables.fresh(400, 300, 200, 31);
        OBSERVED.set(0);
        run(tables, 2, new Distance("fidelity.one", false));
        int alone = OBSERVED.get();
        OBSERVED.set(0);
        run(tables, 2, new Distance("fidelity.one", false), new Distance("fidelity.two", false));
        // Training, synthetic, holdout and five samples of the larger of the two, for each of six columns.
        assertThat(alone).isEqualTo(6 * 8);
        assertThat(OBSERVED.get()).isEqualTo(alone);
    }

    @Test
    void a_metric_that_breaks_sinks_neither_the_run_nor_others_and_tells_no_cell() {
        AuditResult result = run(
                FixtureTables.fresh(300, 300, 300, 32),
                1,
                new Distance("fidelity.broken", true),
                new Distance("fidelity.whole", false));
        assertThat(result.findings())
                .filteredOn(f -> f.subject().description().id().equals("fidelity.broken"))
                .hasSize(6)
                .allSatisfy(f -> assertThat(f).isInstanceOf(Finding.Failed.class));
        assertThat(result.findings().toString()).doesNotContain("cell-123456789");
        assertThat(result.findings())
                .filteredOn(f -> f.subject().description().id().equals("fidelity.whole"))
                .allSatisfy(f -> assertThat(f).isInstanceOf(Finding.Measurement.class));
    }

    @Test
    void threads_change_nothing() {
        Tables tables = FixtureTables.fresh(700, 500, 400, 33);
        List<Finding> one = run(tables, 1, new Distance("fidelity.one", false)).findings();
        assertThat(run(tables, 2, new Distance("fidelity.one", false)).findings())
                .isEqualTo(one);
        assertThat(run(tables, 8, new Distance("fidelity.one", false)).findings())
                .isEqualTo(one);
    }

    @Test
    void a_fresh_sample_has_no_excess_and_a_shifted_one_has() {
        Distance metric = new Distance("fidelity.one", false);
        Tables fresh = FixtureTables.fresh(3_000, 2_000, 1_000, 34);
        Tables shifted = Tables.of(
                fresh.training(),
                FixtureTables.people(2_000, 99, 1),
                fresh.holdout().orElseThrow());
        Finding.Measurement calm = measurement(run(fresh, 2, metric), "fidelity.one/distance@pressure");
        Finding.Measurement moved = measurement(run(shifted, 2, metric), "fidelity.one/distance@pressure");
        assertThat(calm.excess().interval().contains(0)).isTrue();
        assertThat(moved.excess().interval().lower()).isGreaterThan(0.1);
        assertThat(moved.estimate().interval().lower()).isGreaterThan(0.1);
        assertThat(calm.matchedRows()).isEqualTo(1_000);
    }

    @Test
    void without_a_holdout_the_yardstick_is_simulated_and_says_so() {
        Tables tables = Tables.of(FixtureTables.people(2_000, 35), FixtureTables.people(2_000, 36), null);
        Finding.Measurement found =
                measurement(run(tables, 2, new Distance("fidelity.one", false)), "fidelity.one/distance@age");
        assertThat(found.note()).contains("simulated");
        assertThat(found.yardstick().value()).isEqualTo(found.fresh(), within(0.5 * found.fresh()));
    }

    @Test
    void holdout_rows_of_persons_who_are_in_training_are_dropped_and_counted() {
        Tables plain = FixtureTables.fresh(400, 300, 200, 37);
        int[] training = IntStream.range(0, 400).map(i -> i / 2).toArray();
        int[] holdout = IntStream.range(0, 200).map(i -> i < 50 ? i : 1_000 + i).toArray();
        AuditResult result = run(
                new Tables(
                        plain.training(),
                        plain.synthetic(),
                        plain.holdout(),
                        Optional.of(training),
                        Optional.of(holdout)),
                2);
        assertThat(result.tables().holdout().orElseThrow().rows()).isEqualTo(150);
        assertThat(measurement(result, "validity.holdout-fitness/shared-persons")
                        .estimate()
                        .value())
                .isEqualTo(0.25);
    }

    @Test
    void a_holdout_of_another_population_is_unfit_and_then_there_is_no_control() {
        Tables fresh = FixtureTables.fresh(2_000, 500, 1_000, 38);
        Tables shifted = Tables.of(fresh.training(), fresh.synthetic(), FixtureTables.people(1_000, 39, 0.6));
        AuditResult result = run(shifted, 2, new Distance("fidelity.one", false));
        assertThat(measurement(result, "validity.holdout-fitness/p-value")
                        .estimate()
                        .value())
                .isLessThan(.001);
        assertThat(measurement(result, "fidelity.one/distance@age").note()).contains("simulated");
        assertThat(run(fresh, 2).findings())
                .filteredOn(f -> f.subject().key().endsWith("p-value"))
                .allSatisfy(f ->
                        assertThat(((Finding.Measurement) f).estimate().value()).isGreaterThan(.001));
    }

    @Test
    void membership_scores_become_numbers_and_permuted_labels_stay_calm() {
        AuditResult result = run(FixtureTables.fresh(800, 500, 600, 40), new Scoring(1.0));
        Finding.Measurement auc = measurement(result, "attack.scoring/auc");
        // Normal scores one standard deviation apart: AUC = Phi(1 / sqrt 2) = .7602.
        assertThat(auc.estimate().interval().contains(.7602)).isTrue();
        Game permuted = auc.attack().games().stream()
                .filter(g -> g.kind() == Game.Kind.PERMUTED)
                .findFirst()
                .orElseThrow();
        assertThat(permuted.trials()).isEqualTo(200);
        assertThat(auc.attack().criesWolf()).isFalse();
        assertThat(permuted.value()).isEqualTo(.5, within(.01));
        assertThat(finding(result, "attack.scoring/tpr-at-fpr-0.01")).isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void metrics_that_declare_it_are_measured_in_each_subgroup_of_enough_rows() {
        Tables tables = Tables.of(
                bySubgroup(FixtureTables.people(2_000, 42)),
                bySubgroup(FixtureTables.people(1_500, 43)),
                bySubgroup(FixtureTables.people(1_500, 44)));
        AuditResult result = run(tables, 2, new Distance("fidelity.one", false));
        Finding.Measurement east = measurement(result, "fidelity.one/distance@age#ward=east");
        long inEast = java.util.stream.IntStream.of(
                        ((io.synthaudit.core.table.CodeColumn) tables.training().column(3)).codes())
                .filter(code -> code == 0)
                .count();
        assertThat(east.referenceRows()).isEqualTo(inEast);
        assertThat(east.excess().interval().contains(0)).isTrue();
        assertThat(result.findings())
                .noneMatch(f -> f instanceof Finding.Failed)
                .anyMatch(f -> f.subject().key().endsWith("@income#ward=west"));
    }

    private static Table bySubgroup(Table table) {
        List<Field> fields = new java.util.ArrayList<>(table.schema().fields());
        fields.set(3, fields.get(3).withRoles(java.util.Set.of(io.synthaudit.core.table.Role.SUBGROUP)));
        return new Table(new io.synthaudit.core.table.Schema(fields, true), table.columns(), table.rows());
    }

    private static Finding finding(AuditResult result, String key) {
        return result.findings().stream()
                .filter(f -> f.subject().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Finding.Measurement measurement(AuditResult result, String key) {
        return (Finding.Measurement) finding(result, key);
    }

    private static AuditResult run(Tables tables, int threads, Metric... metrics) {
        Catalog none = Catalog.installed().only(id -> id.equals("validity.holdout-fitness"));
        return audit(new Catalog(Arrays.asList(metrics), none.evaluations(), List.of()), threads)
                .run(tables);
    }

    private static AuditResult run(Tables tables, Attack attack) {
        return audit(new Catalog(List.of(), List.of(), List.of(attack)), 2).run(tables);
    }

    private static Audit audit(Catalog catalog, int threads) {
        Policy policy = new Policy(
                "none", "", 0.95, Policy.Reaction.BLOCK, Policy.Reaction.BLOCK, Policy.Reaction.BLOCK, List.of());
        ReportProvenance provenance = new ReportProvenance(
                "synthaudit", "none", "", "", true, "", "1", true, List.of(), "", List.of(), List.of());
        return new Audit(
                catalog,
                new AuditPlan(policy, new RandomStreams(1), threads, List.of(), provenance, AuditPlan.Progress.SILENT));
    }

    @Test
    void an_audit_without_a_gate_passes_nothing() {
        assertThat(run(FixtureTables.fresh(100, 100, 100, 41), 1).verdict()).isEqualTo(Verdict.NOT_EVALUATED);
    }

    private static Description description(String id, Measure... measures) {
        return new Description(
                id, "1", id, "How far?", "d", "m", Scope.MODEL, List.of(), List.of(measures), List.of("r"));
    }

    /** Level counts that count how often they are taken. */
    private record Watched(Field field) implements Statistic<Counts> {
        @Override
        public Counts empty(Profile profile) {
            return new Levels(field).empty(profile);
        }

        @Override
        public void observe(Slice slice, Counts into) {
            OBSERVED.incrementAndGet();
            new Levels(field).observe(slice, into);
        }
    }

    private record Distance(String id, boolean breaks) implements ColumnMetric<Counts> {
        private static final Measure MEASURE = Measure.distance("distance");

        @Override
        public Description description() {
            return AuditEngineTest.description(id, MEASURE);
        }

        @Override
        public Applicability appliesTo(Field field) {
            return Applicability.YES;
        }

        @Override
        public Statistic<Counts> statistic(Field field) {
            return new Watched(field);
        }

        @Override
        public boolean isForSubgroups() {
            return true;
        }

        @Override
        public List<Measured> compare(Counts reference, Counts candidate, Comparison context) {
            if (breaks) {
                throw new IllegalStateException("cell-123456789 is bad");
            }
            double sum = 0;
            for (int k = 0; k < reference.cells().length; k++) {
                sum += Math.abs((double) reference.cells()[k] / reference.rows()
                        - (double) candidate.cells()[k] / candidate.rows());
            }
            return List.of(new Measured(MEASURE, Estimate.point(Math.min(1, sum / 2), "resampled")));
        }
    }

    private record Scoring(double gap) implements Attack {
        @Override
        public Description description() {
            return AuditEngineTest.description(
                    "attack.scoring",
                    new Measure("auc", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN),
                    new Measure("advantage", "1", "[-1, 1]", Direction.LOWER, Measure.Against.OWN),
                    new Measure("tpr-at-fpr-0.01", "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN));
        }

        @Override
        public ThreatModel threatModel() {
            return new ThreatModel("tell members", "synthetic-only", List.of(), "all");
        }

        @Override
        public Outcome play(Run run) {
            UniformRandomProvider random = run.stream("scores");
            double[] members = normals(random, run.tables().training().rows(), gap);
            double[] others = normals(random, run.control().orElseThrow().rows(), 0);
            return new Outcome.Scores(List.of(new Outcome.ScoreSet("raw", members, others)));
        }

        private static double[] normals(UniformRandomProvider random, int size, double mean) {
            return IntStream.range(0, size)
                    .mapToDouble(i -> {
                        double sum = -6;
                        for (int k = 0; k < 12; k++) {
                            sum += random.nextDouble();
                        }
                        return mean + sum;
                    })
                    .toArray();
        }
    }
}
