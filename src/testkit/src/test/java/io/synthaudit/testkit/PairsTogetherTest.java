package io.synthaudit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.audit.Audit;
import io.synthaudit.core.audit.AuditPlan;
import io.synthaudit.core.audit.Catalog;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.PairsMetric;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.statistic.Contingency;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PairsTogetherTest {

    private static final Tables TABLES = FixtureTables.fresh(300, 200, 150, 5);

    @Test
    void the_metric_sees_every_pair_once_in_table_order() {
        Finding.Measurement found = (Finding.Measurement) run(TABLES, 3, "", "").get(0);
        assertThat(found.estimate().value()).isEqualTo(15);
        assertThat(found.subject().target()).isEqualTo(Target.TABLE);
        assertThat(found.note())
                .startsWith("age|pressure 300 200 150, age|income")
                .endsWith("admitted|outcome 300 200 150");
        assertThat(run(TABLES, 1, "", "")).isEqualTo(run(TABLES, 3, "", ""));
    }

    @Test
    void without_a_control_there_is_nothing_of_the_holdout() {
        Tables tables = Tables.of(TABLES.training(), TABLES.synthetic(), null);
        Finding.Measurement found = (Finding.Measurement) run(tables, 1, "", "").get(0);
        assertThat(found.note()).startsWith("age|pressure 300 200 none");
    }

    @Test
    void pairs_to_which_it_does_not_apply_are_left_out() {
        Finding.Measurement found =
                (Finding.Measurement) run(TABLES, 2, "ward", "").get(0);
        assertThat(found.estimate().value()).isEqualTo(10);
    }

    /** A number over the other pairs would pass for one over all. */
    @Test
    void one_pair_that_breaks_breaks_the_whole_and_shows_no_cell() {
        List<Finding> found = run(TABLES, 2, "", "income");
        assertThat(found).hasSize(1).allMatch(f -> f instanceof Finding.Failed);
        assertThat(((Finding.Failed) found.get(0)).reason().text()).doesNotContain("cell-1");
    }

    private static List<Finding> run(Tables tables, int threads, String left, String broken) {
        Policy policy = new Policy(
                "none", "", 0.95, Policy.Reaction.BLOCK, Policy.Reaction.BLOCK, Policy.Reaction.BLOCK, List.of());
        ReportProvenance provenance = new ReportProvenance(
                "synthaudit", "none", "", "", true, "", "1", true, List.of(), "", List.of(), List.of());
        Catalog catalog = new Catalog(List.of(new Rows(left, broken)), List.of(), List.of());
        AuditPlan plan =
                new AuditPlan(policy, new RandomStreams(1), threads, List.of(), provenance, AuditPlan.Progress.SILENT);
        return new Audit(catalog, plan).run(tables).findings();
    }

    /** Counts the pairs and notes their rows. */
    private record Rows(String left, String broken) implements PairsMetric<PairCounts, String> {

        private static final Measure PAIRS =
                new Measure("pairs", "pairs", "[0, inf)", Direction.NONE, Measure.Against.OWN);

        @Override
        public Description description() {
            return new Description(
                    "fidelity.rows",
                    "1",
                    "r",
                    "How many?",
                    "d",
                    "m",
                    Scope.MODEL,
                    List.of(),
                    List.of(PAIRS),
                    List.of("r"));
        }

        @Override
        public Applicability appliesTo(Field first, Field second) {
            boolean out = first.name().equals(left) || second.name().equals(left);
            return out ? Applicability.no("kind", "left out") : Applicability.YES;
        }

        @Override
        public Statistic<PairCounts> statistic(Field first, Field second) {
            return new Contingency(first, second);
        }

        @Override
        public String gather(PairCounts reference, PairCounts candidate, Comparison context) {
            if (reference.second().field().name().equals(broken)) {
                throw new IllegalStateException("cell-1 is bad");
            }
            return reference.rows() + " " + candidate.rows();
        }

        @Override
        public List<Observation> conclude(All<String> all) {
            Table synthetic = all.synthetic().table();
            String note = all.pairs().stream()
                    .map(p -> String.join("|", p.target().columns()) + " " + p.synthetic() + " "
                            + (p.holdout() == null ? "none" : p.holdout().split(" ")[1]))
                    .collect(Collectors.joining(", "));
            Estimate count = Estimate.point(all.pairs().size(), "A count.");
            return List.of(Observation.of(
                            "pairs", Target.TABLE, count, all.training().table().rows(), synthetic.rows())
                    .note(note));
        }
    }
}
