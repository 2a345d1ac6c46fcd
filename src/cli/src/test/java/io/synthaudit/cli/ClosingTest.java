package io.synthaudit.cli;

import static io.synthaudit.core.gate.Verdict.FAIL;
import static io.synthaudit.core.gate.Verdict.INCONCLUSIVE;
import static io.synthaudit.core.gate.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.ReportJudgement;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

    @Test
    void what_did_not_pass_comes_first_by_verdict_and_by_how_far_it_is_outside() {
        assertThat(Closing.worst(List.of(
                        judgement("a", PASS, true, 0.01, 0.1),
                        judgement("b", INCONCLUSIVE, true, -0.2, 0.1),
                        judgement("c", FAIL, true, -0.1, 1),
                        judgement("d", FAIL, true, -0.05, 0.1),
                        judgement("e", FAIL, false, -1, 0.1))))
                .extracting(ReportJudgement::gate)
                .containsExactly("d", "c", "b");
    }

    @Test
    void when_all_passed_the_three_nearest_to_their_limit_are_shown() {
        assertThat(Closing.worst(List.of(
                        judgement("a", PASS, true, 0.05, 0.1),
                        judgement("b", PASS, true, 0.06, 1),
                        judgement("c", PASS, true, 0.09, 0.1),
                        judgement("d", PASS, true, Double.NaN, 0.1),
                        judgement("e", PASS, true, 0.01, 0.1))))
                .extracting(ReportJudgement::gate)
                .containsExactly("b", "e", "a");
    }

    @Test
    void limits_read_as_in_a_policy() {
        assertThat(Closing.limit(Limit.atMost(0.05))).isEqualTo("at most 0.05");
        assertThat(Closing.limit(Limit.atLeast(-0.1))).isEqualTo("at least -0.1");
        assertThat(Closing.limit(new Limit(-0.15, 0.15))).isEqualTo("[-0.15, 0.15]");
        assertThat(Closing.limit(Limit.atMost(0))).isEqualTo("at most 0");
        assertThat(Closing.limit(Limit.atMost(100))).isEqualTo("at most 100");
    }

    private static ReportJudgement judgement(
            String gate, Verdict verdict, boolean blocking, double margin, double limit) {
        return new ReportJudgement(
                gate,
                "fidelity.tvd/distance",
                "excess",
                verdict,
                Severity.BLOCKER,
                blocking,
                Limit.atMost(limit),
                limit - margin,
                limit - margin,
                margin,
                List.of(),
                "",
                List.of(),
                "");
    }
}
