package io.synthaudit.core.report;

import static io.synthaudit.core.report.Audits.PAIRS;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairBudgetTest {

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

    private static List<String> keys(PairBudget budget) {
        return budget.kept().stream().map(f -> f.subject().key()).toList();
    }

    @Test
    void a_thousand_pairs_are_all_kept() {
        PairBudget budget = new PairBudget(pairs(1000), Set.of());
        assertThat(budget.kept()).hasSize(1000);
        assertThat(budget.dropped()).isEmpty();
    }

    @Test
    void of_more_the_worst_and_those_with_the_largest_excess_stay() {
        PairBudget budget = new PairBudget(pairs(2000), Set.of("fidelity.pair-tvd/distance@a|c1000"));
        assertThat(budget.kept()).hasSize(100 + 100 + 1 + PairBudget.QUANTILES.length);
        assertThat(keys(budget))
                .contains("fidelity.pair-tvd/distance@a|c1999", "fidelity.pair-tvd/distance@a|c1900")
                .contains("fidelity.pair-tvd/distance@a|c0000", "fidelity.pair-tvd/distance@a|c0099")
                .contains("fidelity.pair-tvd/distance@a|c1000")
                .doesNotContain("fidelity.pair-tvd/distance@a|c1899", "fidelity.pair-tvd/distance@a|c0100");
        assertThat(budget.dropped()).isEqualTo(Map.of("fidelity.pair-tvd/distance", 1799));
    }

    @Test
    void quantiles_stand_for_all() {
        Measurement q95 = (Measurement) new PairBudget(pairs(2000), Set.of())
                .kept().stream()
                        .filter(f -> f.subject().key().equals("fidelity.pair-tvd/distance{quantile=0.95}"))
                        .findFirst()
                        .orElseThrow();
        // 95 % of 0 .. 1999: the 1,900th smallest is 1,899; of 1 .. 2000 it is 1,900.
        assertThat(q95.estimate().value()).isEqualTo(0.1899);
        assertThat(q95.excess().value()).isEqualTo(0.19);
        assertThat(q95.subject().target().kind()).isEqualTo(Target.Kind.PAIRS);
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
        assertThat(report.disclosure().actions()).contains("1,800 findings about pairs are in the quantiles only.");
        assertThat(Audits.finding(report, "fidelity.pair-tvd/distance{quantile=0.5}")
                        .sentence())
                .isEqualTo("How far apart? In 50 % of the pairs the distance is at most 0.1."
                        + " Their excess over a fresh sample is at most 0.1. Taken over 1,999 pairs of columns.");
    }
}
