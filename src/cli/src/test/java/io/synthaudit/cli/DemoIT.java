package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.io.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, from outside, on the bundled medical table. */
class DemoIT {

    private static final String[] FILES = {
        "gates.sarif", "junit.xml", "report.html", "report.json", "run.json", "summary.md"
    };

    @TempDir
    private Path folder;

    @Test
    void a_good_synthetic_table_fails_no_gate() throws IOException {
        Launched run = Launched.synthaudit(folder, "demo", "--out", "out/demo");
        assertThat(run.exitCode()).isIn(0, 3);
        assertThat(run.err()).isEmpty();
        assertThat(names(folder.resolve("out/demo"))).containsExactly(FILES);
        assertThat(names(folder.resolve("out"))).containsExactly("demo");
        AuditReport report = report("out/demo");
        assertThat(report.exitCode()).isEqualTo(run.exitCode());
        assertThat(report.judgements()).extracting(ReportJudgement::verdict).doesNotContain(Verdict.FAIL);
        assertThat(report.families()).containsEntry("privacy", Verdict.PASS);
        assertThat(report.provenance().warnings()).isEmpty();
        assertThat(report.coverage().failed()).isZero();
        assertThat(run.out())
                .startsWith("synthaudit ")
                .contains("  policy  medical-research\n", "\n" + report.verdict() + "  (exit code ")
                .endsWith("  report: out/demo/report.html\n");
    }

    @Test
    void a_leaking_one_fails_by_its_near_copies() throws IOException {
        Launched run = Launched.synthaudit(folder, "demo", "--leaky");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(names(folder.resolve("synthaudit-report"))).containsExactly(FILES);
        AuditReport report = report("synthaudit-report");
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.judgements())
                .filteredOn(judgement -> judgement.verdict() == Verdict.FAIL)
                .extracting(ReportJudgement::gate)
                .contains("privacy.near-copies", "privacy.membership-tpr");
        assertThat(run.out()).contains("FAIL          privacy.near-copies: ");
    }

    private AuditReport report(String out) throws IOException {
        return ReportJson.read(Files.readAllBytes(folder.resolve(out).resolve("report.json")));
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
