package io.synthaudit.core.report;

import static io.synthaudit.core.report.Audits.PAIRS;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.audit.Dropped;
import io.synthaudit.core.audit.FindingBudget;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Finding.Measurement;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingBudgetTest {

    private static String name(int i) {
        return String.format(Locale.ROOT, "c%04d", i);
    }

    /** Pair i has the value i / 10,000 and the excess (n - i) / 10,000. */
    private static List<Finding> pairs(int n) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Subject subject = Audits.subject(PAIRS, Target.pair("a", name(i)));
            findings.add(new Measurement(
                    subject,
                    Estimate.point(i / 10_000., "none"),
                    null,
                    null,
                    Estimate.point((n - i) / 10_000., "none"),
                    100,
                    Double.NaN,
                    5,
                    500,
                    400,
                    "",
                    null));
        }
        return findings;
    }

    private static FindingBudget budget(Set<String> wanted, List<Finding> findings) {
        FindingBudget budget = new FindingBudget(wanted, subject -> false);
        budget.addAll(findings);
        return budget;
    }

    private static List<String> keys(FindingBudget budget) {
        return budget.kept().stream().map(f -> f.subject().key()).toList();
    }

    @Test
    void a_thousand_pairs_are_all_kept() {
        FindingBudget budget = budget(Set.of(), pairs(1000));
        assertThat(budget.kept()).hasSize(1000);
        assertThat(budget.dropped()).isEmpty();
    }

    @Test
    void of_more_the_worst_and_those_with_the_largest_excess_stay() {
        FindingBudget budget = budget(Set.of("fidelity.pair-tvd/distance@a|c1000"), pairs(2000));
        assertThat(budget.kept()).hasSize(100 + 100 + 1 + 7);
        assertThat(keys(budget))
                .contains("fidelity.pair-tvd/distance@a|c1999", "fidelity.pair-tvd/distance@a|c1900")
                .contains("fidelity.pair-tvd/distance@a|c0000", "fidelity.pair-tvd/distance@a|c0099")
                .contains("fidelity.pair-tvd/distance@a|c1000")
                .doesNotContain("fidelity.pair-tvd/distance@a|c1899", "fidelity.pair-tvd/distance@a|c0100");
        assertThat(budget.dropped())
                .containsExactly(new Dropped("fidelity.pair-tvd", Dropped.Fate.MEASURED, null, 1799));
    }

    @Test
    void quantiles_stand_for_all() {
        Measurement q95 = (Measurement) budget(Set.of(), pairs(2000)).kept().stream()
                .filter(f -> f.subject().key().equals("fidelity.pair-tvd/distance{quantile=0.95}"))
                .findFirst()
                .orElseThrow();
        // 95 % of 0 .. 1999: the 1,900th smallest is 1,899; of 1 .. 2000 it is 1,900.
        assertThat(q95.estimate().value()).isEqualTo(0.1899);
        assertThat(q95.excess().value()).isEqualTo(0.19);
        assertThat(q95.subject().target().kind()).isEqualTo(Target.Kind.PAIRS);
    }

    @Test
    void the_order_in_which_findings_come_changes_nothing() {
        List<Finding> findings = new ArrayList<>(pairs(3000));
        findings.set(17, new Finding.NotApplicable(findings.get(17).subject(), new Reason("kind", "Only numbers.")));
        findings.set(18, new Finding.NotApplicable(findings.get(18).subject(), new Reason("kind", "No dates.")));
        FindingBudget straight = budget(Set.of(), findings);
        Collections.shuffle(findings, new java.util.Random(3));
        FindingBudget shuffled = budget(Set.of(), findings);
        assertThat(shuffled.kept()).isEqualTo(straight.kept());
        assertThat(shuffled.dropped()).isEqualTo(straight.dropped()).anySatisfy(d -> {
            assertThat(d.fate()).isEqualTo(Dropped.Fate.NOT_APPLICABLE);
            assertThat(d.reason().text()).isEqualTo("No dates.");
            assertThat(d.count()).isEqualTo(2);
        });
    }

    @Test
    void sets_and_subgroups_have_budgets_of_their_own_and_columns_none() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            Target column = Target.column(name(i));
            Target set = new Target(Target.Kind.SET, List.of("a", "b", name(i)), List.of(), null);
            for (Target target : List.of(column, column.in("sex=f"), set)) {
                findings.add(Audits.measured(Audits.subject(PAIRS, target), Estimate.point(i / 10_000., "none"), 500));
            }
        }
        FindingBudget budget = budget(Set.of(), findings);
        assertThat(budget.kept()).hasSize(1200 + 2 * (100 + 7));
        assertThat(keys(budget))
                .contains("fidelity.pair-tvd/distance@a|b|c1199", "fidelity.pair-tvd/distance@c1199#sex=f");
        assertThat(budget.kept().stream().map(f -> f.subject().target().kind()).distinct())
                .contains(Target.Kind.SETS, Target.Kind.GROUPS);
        assertThat(budget.dropped().stream().mapToInt(Dropped::count).sum()).isEqualTo(2 * 1100);
    }

    @Test
    void a_measure_that_is_asked_for_whole_is_kept_whole() {
        FindingBudget budget = new FindingBudget(Set.of(), subject -> true);
        budget.addAll(pairs(2000));
        assertThat(budget.kept()).hasSize(2000);
        assertThat(budget.dropped()).isEmpty();
    }

    @Test
    void the_report_says_so_and_its_gates_name_only_what_it_holds() {
        Audits audits = new Audits()
                .levels(Field.of("a", Kind.CATEGORICAL), Audits.times("x", 50), Audits.times("x", 50), null);
        List<Finding> pairs = pairs(2000);
        pairs.set(500, new Finding.NotApplicable(pairs.get(500).subject(), new Reason("kind", "Only numbers.")));
        pairs.forEach(audits::finding);
        String[] judged = pairs.stream().map(f -> f.subject().key()).toArray(String[]::new);
        List<String> reversed = new ArrayList<>(List.of(judged));
        java.util.Collections.reverse(reversed);
        AuditReport report = audits.judged(Audits.judgement(Verdict.PASS, 0.1, 0.1, reversed.toArray(String[]::new)))
                .report(Audience.PUBLIC);
        assertThat(report.findings()).hasSize(207);
        assertThat(report.coverage().measured()).isEqualTo(1999);
        assertThat(report.coverage().notApplicable()).isEqualTo(1);
        assertThat(report.judgements().get(0).findings()).hasSize(200).startsWith("fidelity.pair-tvd/distance@a|c1999");
        assertThat(report.disclosure().actions())
                .contains("1,800 findings about pairs, sets or subgroups are in the quantiles only.");
        assertThat(Audits.finding(report, "fidelity.pair-tvd/distance{quantile=0.5}")
                        .sentence())
                .isEqualTo("How far apart? In 50 % of the pairs of columns the distance is at most 0.1."
                        + " Their excess over a fresh sample is at most 0.1. Taken over 1,999 pairs of columns.");
    }
}
