package io.synthaudit.core.report;

import static io.synthaudit.core.report.Audits.KS;
import static io.synthaudit.core.report.Audits.PAIRS;
import static io.synthaudit.core.report.Audits.finding;
import static io.synthaudit.core.report.Audits.interval;
import static io.synthaudit.core.report.Audits.judgement;
import static io.synthaudit.core.report.Audits.measured;
import static io.synthaudit.core.report.Audits.series;
import static io.synthaudit.core.report.Audits.subject;
import static io.synthaudit.core.report.Audits.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.AttackDetail;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Finding.Measurement;
import io.synthaudit.core.evaluation.Game;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.report.AuditReport.Coverage;
import io.synthaudit.core.report.AuditReport.FamilyCount;
import io.synthaudit.core.report.AuditReport.ReasonCount;
import io.synthaudit.core.report.AuditReport.TableSize;
import io.synthaudit.core.report.ReportFinding.ReportGame;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import io.synthaudit.core.report.ReportFinding.Status;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static final Estimate VALUE = Estimate.of(0.123456789, interval(0.1111111, 0.2222222));

    private static Audits audits() {
        return new Audits()
                .levels(
                        Field.of("c", Kind.CATEGORICAL),
                        times("a", 1003, "Rare Label", 4),
                        times("a", 103),
                        times("a", 502));
    }

    private static Target group(String name) {
        return new Target(Target.Kind.COLUMN, List.of("c"), List.of(), name);
    }

    @Test
    void public_numbers_are_rounded_and_restricted_ones_are_not() {
        Audits audits = audits().finding(measured(subject(KS, Target.column("c")), VALUE, 1007));
        ReportFinding open = finding(audits.report(Audience.PUBLIC), "fidelity.ks/distance@c");
        assertThat(open.value()).isEqualTo(0.1235);
        assertThat(open.interval()).isEqualTo(new ReportInterval(0.1111, 0.2222, 0.95, "exact"));
        assertThat(open.referenceRows()).isEqualTo(1005);
        ReportFinding full = finding(audits.report(Audience.RESTRICTED), "fidelity.ks/distance@c");
        assertThat(full.value()).isEqualTo(0.123456789);
        assertThat(full.referenceRows()).isEqualTo(1007);
    }

    @Test
    void sizes_of_real_tables_are_rounded_in_public_and_the_synthetic_ones_are_not() {
        assertThat(audits().report(Audience.PUBLIC).tables())
                .containsExactly(
                        new TableSize("TRAINING", 1005, 1),
                        new TableSize("SYNTHETIC", 103, 1),
                        new TableSize("HOLDOUT", 500, 1));
        assertThat(audits().report(Audience.RESTRICTED).tables().get(0).rows()).isEqualTo(1007);
    }

    @Test
    void games_with_people_are_rounded_and_alarms_are_not() {
        List<Game> games = List.of(
                new Game(Game.Kind.MAIN, Double.NaN, 1041, 2002, 0.52, null),
                new Game(Game.Kind.PERMUTED, Double.NaN, 18, 200, 0.09, null));
        Measurement m = new Measurement(
                subject(KS, Target.TABLE),
                VALUE,
                null,
                null,
                null,
                0,
                Double.NaN,
                0,
                2002,
                502,
                "",
                new AttackDetail(null, games, Double.NaN));
        ReportFinding made = finding(audits().finding(m).report(Audience.PUBLIC), "fidelity.ks/distance");
        assertThat(made.attack().games())
                .extracting(ReportGame::successes, ReportGame::trials)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1040., 2000.),
                        org.assertj.core.groups.Tuple.tuple(18., 200.));
        assertThat(made.candidateRows()).as("502 are holdout rows").isEqualTo(500);
        assertThat(made.attack().goal()).isNull();
    }

    @Test
    void a_number_that_rests_on_ten_rows_is_held_back_and_on_eleven_is_not() {
        Audits audits = audits().finding(measured(subject(KS, Target.column("c")), VALUE, 10))
                .finding(measured(subject(KS, Target.TABLE), VALUE, 11))
                .judged(judgement(Verdict.PASS, 0.123456789, 0.05, "fidelity.ks/distance@c"));
        for (Audience audience : Audience.values()) {
            AuditReport report = audits.report(audience);
            ReportFinding held = finding(report, "fidelity.ks/distance@c");
            assertThat(held.status()).isEqualTo(Status.SUPPRESSED);
            assertThat(held.value()).isNaN();
            assertThat(held.interval()).isNull();
            assertThat(held.referenceRows()).isZero();
            assertThat(finding(report, "fidelity.ks/distance").status()).isEqualTo(Status.MEASURED);
            ReportJudgement judged = report.judgements().get(0);
            assertThat(List.of(judged.observed(), judged.bound(), judged.margin()))
                    .as("what the gate saw is held back with it")
                    .containsOnly(Double.NaN);
            assertThat(judged.verdict()).isEqualTo(Verdict.PASS);
            assertThat(report.coverage().suppressed()).isEqualTo(1);
            assertThat(report.disclosure().actions()).contains("1 number was held back.");
        }
    }

    @Test
    void a_small_subgroup_has_neither_number_nor_name() {
        AuditReport report = audits().finding(measured(subject(KS, group("c=x1")), VALUE, 10))
                .finding(measured(subject(KS, group("c=x2")), VALUE, 9))
                .finding(measured(subject(KS, group("c=a")), VALUE, 1003))
                .finding(new Finding.NotApplicable(subject(KS, group("c=Rare Label")), new Reason("too-few", "Few.")))
                .report(Audience.RESTRICTED);
        assertThat(report.findings())
                .extracting(ReportFinding::key)
                .containsExactly(
                        "fidelity.ks/distance@c#c=a",
                        "fidelity.ks/distance{withheld=1}@c#[withheld]",
                        "fidelity.ks/distance{withheld=2}@c#[withheld]",
                        "fidelity.ks/distance{withheld=3}@c#[withheld]");
        assertThat(report.disclosure().actions()).contains("3 subgroups' names were withheld.");
    }

    @Test
    void a_parameter_that_is_a_rare_label_is_withheld_and_gates_follow_the_new_key() {
        Subject subject = new Subject(KS, KS.primary(), "", Map.of("value", "Rare Label"), Target.TABLE);
        AuditReport report = audits().finding(measured(subject, VALUE, 900))
                .judged(judgement(Verdict.FAIL, 0.1, 0, "fidelity.ks/distance{value=Rare Label}"))
                .report(Audience.PUBLIC);
        String key = "fidelity.ks/distance{value=[withheld],withheld=1}";
        assertThat(report.findings().get(0).key()).isEqualTo(key);
        assertThat(report.judgements().get(0).findings()).containsExactly(key);
    }

    @Test
    void warnings_and_notes_lose_rare_labels() {
        AuditReport report = audits().warning("Look at Rare Label.").report(Audience.RESTRICTED);
        assertThat(report.provenance().warnings()).containsExactly("Look at [withheld].");
        assertThat(report.disclosure().actions()).contains("1 sentence lost a label.");
    }

    @Test
    void judgements_are_rounded_for_the_public() {
        Audits audits = audits().judged(judgement(Verdict.PASS, 0.0396789, 0.0519876));
        ReportJudgement j = audits.report(Audience.PUBLIC).judgements().get(0);
        assertThat(j.observed()).isEqualTo(0.0397);
        assertThat(j.margin()).isEqualTo(0.052);
        assertThat(j.of()).isEqualTo("excess");
        assertThat(audits.report(Audience.RESTRICTED).judgements().get(0).margin())
                .isEqualTo(0.0519876);
    }

    @Test
    void the_ledger_counts_everything_by_reason() {
        Coverage coverage = audits().finding(measured(subject(KS, Target.TABLE), VALUE, 100))
                .finding(new Finding.NotApplicable(subject(KS, Target.column("c")), Reason.NO_HOLDOUT))
                .finding(new Finding.NotApplicable(subject(PAIRS, Target.column("c")), Reason.NO_HOLDOUT))
                .finding(new Finding.Failed(subject(PAIRS, Target.TABLE), new Reason("error", "It broke.")))
                .notRequested("attack.inference", "utility.tstr")
                .report(Audience.PUBLIC)
                .coverage();
        assertThat(coverage)
                .isEqualTo(new Coverage(
                        1,
                        2,
                        1,
                        0,
                        2,
                        List.of(
                                new ReasonCount("error", "It broke.", 1, List.of("fidelity.pair-tvd")),
                                new ReasonCount(
                                        "no-holdout",
                                        Reason.NO_HOLDOUT.text(),
                                        2,
                                        List.of("fidelity.ks", "fidelity.pair-tvd")),
                                new ReasonCount(
                                        "not-requested",
                                        "The run was asked to leave it out.",
                                        2,
                                        List.of("attack.inference", "utility.tstr"))),
                        List.of(
                                new FamilyCount("privacy", 0, 0, 0, 0),
                                new FamilyCount("fidelity", 1, 2, 1, 0),
                                new FamilyCount("utility", 0, 0, 0, 0),
                                new FamilyCount("validity", 0, 0, 0, 0))));
    }

    @Test
    void a_family_without_gates_is_not_evaluated() {
        assertThat(audits().report(Audience.PUBLIC).families().entrySet())
                .containsExactly(
                        Map.entry("privacy", Verdict.NOT_EVALUATED),
                        Map.entry("fidelity", Verdict.PASS),
                        Map.entry("utility", Verdict.NOT_EVALUATED),
                        Map.entry("validity", Verdict.NOT_EVALUATED));
    }

    @Test
    void pairs_make_a_heat_map_worst_column_first() {
        AuditReport report = audits().levels(
                        Field.of("d", Kind.CATEGORICAL), times("a", 1007), times("a", 103), times("a", 502))
                .levels(Field.of("e", Kind.CATEGORICAL), times("a", 1007), times("a", 103), times("a", 502))
                .finding(measured(subject(PAIRS, Target.pair("c", "d")), Estimate.point(.123456, "none"), 1007))
                .finding(measured(subject(PAIRS, Target.pair("c", "e")), Estimate.point(.2, "none"), 10))
                .finding(measured(subject(PAIRS, Target.pair("d", "e")), Estimate.point(.4, "none"), 1007))
                .report(Audience.PUBLIC);
        var map = series(report, "fidelity.pair-tvd/distance~value");
        assertThat(map.axis()).containsExactly("d", "e", "c");
        assertThat(map.lines().get(0).y()).containsExactly(Double.NaN, .4, .1235);
        assertThat(map.lines().get(2).y()).as("c and e rest on 10 rows").containsExactly(.1235, Double.NaN, Double.NaN);
    }

    @Test
    void equal_results_give_equal_reports() {
        Audits audits = audits().finding(measured(subject(KS, Target.TABLE), VALUE, 100));
        assertThat(audits.report(Audience.PUBLIC)).isEqualTo(audits.report(Audience.PUBLIC));
    }
}
