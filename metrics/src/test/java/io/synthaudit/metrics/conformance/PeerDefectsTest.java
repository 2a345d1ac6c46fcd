package io.synthaudit.metrics.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.audit.Audit;
import io.synthaudit.core.audit.AuditPlan;
import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.audit.Catalog;
import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.PairsMetric;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.gate.Gate;
import io.synthaudit.core.gate.GateScope;
import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.metrics.fidelity.KendallDifference;
import io.synthaudit.metrics.fidelity.KolmogorovSmirnovDistance;
import io.synthaudit.metrics.fidelity.SetVectors;
import io.synthaudit.metrics.fidelity.SpearmanDifference;
import io.synthaudit.metrics.fidelity.SynthpopTables;
import io.synthaudit.metrics.validity.BoundaryAdherence;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Mistakes of other tools, by their number in fidelity.md b.13, and the right values. Those that belong to classifiers,
 * neighbours and models (3, 8, 9, 10, 14, 15, 16) are not about the metrics of this module's fidelity and validity families.
 */
final class PeerDefectsTest {

    private final Measurements vectors = new Measurements(SetVectors.load());

    /** 1, SDMetrics: each table is cut by its own range, so that 7 x + 1000 scores perfectly beside x. */
    @Test
    void defect_1_mixed_pairs_are_cut_by_training_bins_and_never_by_each_table_s_own() {
        Table training = PlantedTables.mixed(i -> i % 50);
        Measurements moved =
                new Measurements(Tables.of(training, PlantedTables.mixed(i -> 7 * (i % 50) + 1_000), null));
        double theirs =
                moved.as("each", t -> Retabulated.binsOfEachTable(t, 10)).of("fidelity.pair-tvd/distance", "x", "g");
        assertThat(theirs).isEqualTo(0, within(1e-12));
        assertThat(moved.of("fidelity.pair-tvd/distance", "x", "g")).isGreaterThan(0.9);
    }

    /** 2, SDMetrics: a property is the mean of scores that are not NaN, so that a metric that fails raises it. */
    @Test
    void defect_2_a_column_that_cannot_be_measured_is_a_finding_and_no_gate_passes_over_it() {
        Schema schema = PlantedTables.schema(2);
        Table whole = PlantedTables.table(schema, 400, (c, i) -> i % 37 + c);
        Table half = PlantedTables.table(schema, 400, (c, i) -> c == 1 ? Double.NaN : i % 37);
        AuditResult good = audit(whole, whole, new KolmogorovSmirnovDistance(), Limit.atMost(0.5));
        AuditResult bad = audit(whole, half, new KolmogorovSmirnovDistance(), Limit.atMost(0.5));
        assertThat(good.judgements()).allMatch(j -> j.verdict() == Verdict.PASS);
        assertThat(bad.findings())
                .filteredOn(f -> f.subject().key().equals("fidelity.ks/distance@c1"))
                .singleElement()
                .isInstanceOf(Finding.NotApplicable.class);
        assertThat(bad.judgements()).noneMatch(j -> j.verdict() == Verdict.PASS);
    }

    /** 4, SDMetrics and synthcity: chi-square of shares gives p = .9637. */
    @Test
    void defect_4_chi_square_tests_counts_and_not_proportions() {
        assertThat(SdmetricsNumbers.shares(vectors, "d", false)[1]).isEqualTo(0.963749662200128, within(1e-12));
        assertThat(vectors.of("fidelity.chi-square/p-value", "d")).isEqualTo(0.048138729964037, within(1e-12));
    }

    /** 5, SDMetrics: pairs that are weakly associated in training are left out. */
    @Test
    void defect_5_an_association_that_training_lacks_is_measured() {
        Schema schema = PlantedTables.schema(2);
        Table training = PlantedTables.table(schema, 1_000, (c, i) -> c == 0 ? i % 10 : i / 10 % 10);
        Table synthetic = PlantedTables.table(schema, 1_000, (c, i) -> i % 10);
        Measurements invented = new Measurements(Tables.of(training, synthetic, null));
        for (String measure : List.of(
                "fidelity.correlation-difference/difference",
                "fidelity.spearman-difference/difference",
                "fidelity.kendall-difference/difference",
                "fidelity.cramers-v-difference/difference",
                "fidelity.theils-u-difference/first-given-second",
                "fidelity.mutual-information-difference/difference")) {
            assertThat(invented.of(measure, "c0", "c1")).as(measure).isEqualTo(1, within(1e-9));
        }
    }

    /** 6, SDMetrics: from 50,000 rows pairs are counted on a sample that no seed fixes. */
    @Test
    void defect_6_large_tables_are_not_sampled_and_the_seed_changes_nothing() {
        Schema schema = PlantedTables.schema(2);
        Table training = PlantedTables.table(schema, 60_000, (c, i) -> (i * (c + 3L) % 101));
        Table synthetic = PlantedTables.table(schema, 60_000, (c, i) -> (i * (c + 5L) % 103));
        FixedRun run = FixedRun.of(Tables.of(training, synthetic, null));
        for (TableEvaluation evaluation : List.of(new SpearmanDifference(), new KendallDifference())) {
            List<Observation> found = evaluation.evaluate(run);
            assertThat(found).isEqualTo(evaluation.evaluate(run.seed(2)));
            assertThat(found)
                    .allMatch(o -> o.referenceRows() == 60_000 && o.variant().isEmpty());
        }
        double[] pairs = IntStream.range(0, 2)
                .mapToDouble(i -> new Measurements(Tables.of(training, synthetic, null))
                        .of("fidelity.pair-tvd/distance", "c0", "c1"))
                .toArray();
        assertThat(pairs[0]).isEqualTo(pairs[1]);
    }

    /** 7, synthcity: 1 is added to each share, which makes .0266 (base e) of .2766. */
    @Test
    void defect_7_nothing_is_added_to_shares_before_the_jensen_shannon_distance() {
        assertThat(vectors.of("fidelity.js/distance", "c")).isEqualTo(0.332175111614377, within(1e-9));
        assertThat(vectors.of("fidelity.js/distance", "c") * Math.sqrt(StrictMath.log(2)))
                .isEqualTo(0.2765540, within(1e-6));
    }

    /** 11, synthcity: a metric that meets a missing cell is not in the result. */
    @Test
    void defect_11_missing_cells_make_no_number_vanish() {
        Table whole = FixtureTables.people(800, 1);
        Measurements without = new Measurements(
                Tables.of(PlantedTables.filled(whole), PlantedTables.filled(FixtureTables.people(600, 2)), null));
        Measurements with = new Measurements(
                Tables.of(PlantedTables.holed(whole), PlantedTables.holed(FixtureTables.people(600, 2)), null));
        int compared = 0;
        for (Metric metric : ServiceLoader.load(Metric.class)) {
            // Those of all pairs together are not measured pair by pair.
            if (metric instanceof PairsMetric) {
                continue;
            }
            for (var measure : metric.description().measures()) {
                String name = metric.description().id() + "/" + measure.id();
                for (String[] columns : targets(whole.schema(), metric instanceof ColumnMetric<?>)) {
                    if (!Double.isNaN(without.of(name, columns))) {
                        assertThat(with.of(name, columns))
                                .as(name + Arrays.toString(columns))
                                .isFinite();
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(150);
    }

    /** 12, SynthEval: the Hellinger distance of numbers is 0 whatever they are. */
    @Test
    void defect_12_the_hellinger_distance_of_numbers_is_not_zero() {
        Schema schema = PlantedTables.schema(1);
        Table low = PlantedTables.table(schema, 100, (c, i) -> i);
        Table high = PlantedTables.table(schema, 100, (c, i) -> i < 50 ? -1_000 - i : 1_000 + i);
        assertThat(new Measurements(Tables.of(low, high, null)).of("fidelity.hellinger/distance", "c0"))
                .isGreaterThan(0.8);
    }

    /** 13, SynthEval: V^2 = .00107 and eta^2 = .0119 stand beside r; the roots are .0327 and .1093. */
    @Test
    void defect_13_v_and_eta_are_roots() {
        Schema schema = PlantedTables.schema(2);
        Table training = PlantedTables.table(schema, 400, (c, i) -> c == 0 ? i % 2 : i / 2 % 2);
        Table half = PlantedTables.table(schema, 400, (c, i) -> c == 0 || i % 4 < 3 ? i % 2 : 1 - i % 2);
        Measurements measured = new Measurements(
                Tables.of(PlantedTables.levels(training, 0, 1), PlantedTables.levels(half, 0, 1), null));
        double phi = PlantedTables.phi(half);
        assertThat(phi).isEqualTo(0.5, within(0.1));
        assertThat(measured.of("fidelity.cramers-v-difference/difference-plain", "c0", "c1"))
                .isEqualTo(phi, within(1e-12));
        Measurements mixed =
                new Measurements(Tables.of(PlantedTables.levels(training, 0), PlantedTables.levels(half, 0), null));
        assertThat(mixed.of("fidelity.correlation-ratio-difference/difference", "c0", "c1"))
                .isEqualTo(phi, within(1e-9));
    }

    /** 17, SDNist: counts are divided by the largest, so that the distance of (8, 1, 1) and (6, 3, 1) is 0 + .375 + .042. */
    @Test
    void defect_17_counts_are_divided_by_their_sum_and_not_by_the_largest() {
        Schema schema = PlantedTables.schema(1);
        Table a = PlantedTables.table(schema, 10, (c, i) -> i < 8 ? 0 : i - 7);
        Table b = PlantedTables.table(schema, 10, (c, i) -> i < 6 ? 0 : i < 9 ? 1 : 2);
        assertThat(new Measurements(Tables.of(PlantedTables.levels(a, 0), PlantedTables.levels(b, 0), null))
                        .of("fidelity.tvd/distance", "c0"))
                .isEqualTo(0.2, within(1e-12));
    }

    /** 18, synthpop: the null of PO50 holds values of SPECKS; here it has none and says why, and SPECKS has its own. */
    @Test
    void defect_18_po50_borrows_no_null_from_specks() {
        List<Observation> found = new SynthpopTables().evaluate(FixedRun.of(FixtureTables.fresh(600, 400, 300, 1)));
        assertThat(found)
                .filteredOn(o -> o.measure().equals("po50"))
                .isNotEmpty()
                .allSatisfy(o -> {
                    assertThat(o.yardstick()).isNull();
                    assertThat(o.estimate().noInterval()).isNotBlank();
                });
        assertThat(found)
                .filteredOn(o -> o.measure().equals("specks"))
                .allSatisfy(o -> assertThat(o.yardstick()).isNotNull());
    }

    /** 19, syntherela: without the half the distance of columns that share nothing is 2. */
    @Test
    void defect_19_the_total_variation_distance_has_its_half() {
        Schema schema = PlantedTables.schema(2);
        Table a = PlantedTables.table(schema, 100, (c, i) -> i % 2);
        Table b = PlantedTables.table(schema, 100, (c, i) -> 2 + i % 2);
        Measurements apart =
                new Measurements(Tables.of(PlantedTables.levels(a, 0, 1), PlantedTables.levels(b, 0, 1), null));
        assertThat(apart.of("fidelity.tvd/distance", "c0")).isEqualTo(1, within(1e-12));
        assertThat(apart.of("fidelity.pair-tvd/distance", "c0", "c1")).isEqualTo(1, within(1e-12));
        assertThat(vectors.of("fidelity.tvd/distance", "c")).isEqualTo(0.2, within(1e-12));
    }

    /** 20, dataxid takes the first 1,000 pairs, mostlyai-qa the first 300 columns by name, and neither says so. */
    @Test
    void defect_20_the_last_of_many_pairs_and_columns_is_measured() {
        Schema pairs = PlantedTables.schema(46);
        Table training = PlantedTables.table(pairs, 60, (c, i) -> i * (c + 2) % 61);
        Table synthetic = PlantedTables.table(pairs, 60, (c, i) -> c == 45 ? i * 46 % 61 : i * (c + 2) % 61);
        List<Observation> found = new SpearmanDifference().evaluate(FixedRun.of(Tables.of(training, synthetic, null)));
        assertThat(found).hasSize(46 * 45 / 2);
        assertThat(found.get(found.size() - 1).target().columns()).containsExactly("c44", "c45");
        assertThat(Math.abs(found.get(found.size() - 1).estimate().value())).isGreaterThan(0.5);

        Schema columns = PlantedTables.schema(320);
        Table many = PlantedTables.table(columns, 60, (c, i) -> i * (c + 2) % 61);
        Table last = PlantedTables.table(columns, 60, (c, i) -> c == 319 ? 100 + i : i * (c + 2) % 61);
        List<Finding> measured =
                audit(many, last, new BoundaryAdherence(), Limit.atLeast(0)).findings();
        assertThat(measured).hasSize(320);
        assertThat(measured)
                .filteredOn(f -> f.subject().key().equals("validity.boundary-adherence/share@c319"))
                .singleElement()
                .satisfies(f ->
                        assertThat(((Finding.Measurement) f).estimate().value()).isZero());
    }

    private static List<String[]> targets(Schema schema, boolean alone) {
        List<String[]> targets = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            if (alone) {
                targets.add(new String[] {schema.field(i).name()});
            }
            for (int j = i + 1; j < schema.size() && !alone; j++) {
                targets.add(
                        new String[] {schema.field(i).name(), schema.field(j).name()});
            }
        }
        return targets;
    }

    private static AuditResult audit(Table training, Table synthetic, Metric metric, Limit limit) {
        Gate gate = new Gate(
                "fidelity.gate",
                metric.description().id(),
                GateScope.ANY,
                limit,
                Gate.Of.POINT,
                Severity.BLOCKER,
                0,
                Long.MAX_VALUE,
                Gate.WhenRoleAbsent.NOT_EVALUATED,
                List.of(),
                "",
                1);
        Policy.Reaction block = Policy.Reaction.BLOCK;
        Policy policy = new Policy("test", "test", 0.95, block, block, block, List.of(gate));
        AuditPlan plan = new AuditPlan(
                policy,
                new RandomStreams(1),
                1,
                List.of(),
                new ReportProvenance(
                        "synthaudit", "test", "", "", true, "", "1", true, List.of(), "", List.of(), List.of()),
                AuditPlan.Progress.SILENT);
        Catalog catalog = new Catalog(List.of(metric), List.of(), List.of());
        return new Audit(catalog, plan).run(Tables.of(training, synthetic, null));
    }
}
