package io.synthaudit.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.reports.SampleReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void the_answer_names_what_decided() {
        assertThat(Words.because(SampleReport.failing()))
                .isEqualTo("No. Near copies (privacy.near-copies) and Total variation of columns (fidelity.columns) lie"
                        + " outside their limits.");
        assertThat(Words.because(SampleReport.passing()))
                .isEqualTo("This policy allows it. Every gate that decides lies inside its limit.");
        assertThat(Words.because(with(Verdict.INCONCLUSIVE)))
                .isEqualTo(
                        "Not on this evidence. Nothing that decides lies outside its limit, but Membership by distance"
                                + " (privacy.membership) cannot be told with so few rows.");
        assertThat(Words.because(with(Verdict.NOT_EVALUATED)))
                .isEqualTo("Not on this evidence. privacy.direct-identifiers has no number to judge.");
    }

    @Test
    void a_pass_with_remarks_says_so() {
        AuditReport warned = with(Verdict.INCONCLUSIVE, Verdict.PASS);
        assertThat(Words.because(warned))
                .isEqualTo("This policy allows it. Every gate that decides lies inside its limit, or is one that the"
                        + " policy only remarks on.");
    }

    private static AuditReport with(Verdict verdict) {
        return with(verdict, verdict);
    }

    private static AuditReport with(Verdict kept, Verdict verdict) {
        AuditReport report = SampleReport.failing();
        List<ReportJudgement> gates = report.judgements().stream()
                .filter(gate -> gate.verdict() == kept || gate.verdict() == Verdict.PASS)
                .toList();
        return new AuditReport(
                report.audience(),
                verdict,
                report.families(),
                3,
                report.provenance(),
                report.tables(),
                report.catalog(),
                report.findings(),
                gates,
                report.series(),
                report.coverage(),
                report.disclosure());
    }
}
