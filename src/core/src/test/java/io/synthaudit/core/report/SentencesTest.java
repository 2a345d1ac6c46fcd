package io.synthaudit.core.report;

import static io.synthaudit.core.report.Audits.interval;
import static io.synthaudit.core.report.Audits.judgement;
import static io.synthaudit.core.report.Audits.subject;
import static io.synthaudit.core.report.Audits.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.AttackDetail;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Finding.Measurement;
import io.synthaudit.core.evaluation.Game;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.evaluation.ThreatModel;
import io.synthaudit.core.gate.Judgement;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Description KS = new Description(
            "fidelity.ks",
            "1",
            "KS distance",
            "How far apart are the distributions of {columns}?",
            "sup |F - G|",
            "",
            Scope.MODEL,
            List.of(),
            List.of(Measure.distance("distance")),
            List.of());

    private static final Estimate VALUE = Estimate.of(0.0491, 0.0123, interval(0.0412, 0.0571));

    private static String sentence(Finding finding, Judgement... judgements) {
        Audits audits = new Audits()
                .levels(Field.of("age", Kind.CATEGORICAL), times("a", 50), times("a", 50), null)
                .finding(finding);
        for (Judgement judgement : judgements) {
            audits.judged(judgement);
        }
        return audits.report(Audience.PUBLIC).findings().get(0).sentence();
    }

    private static Measurement compared(Estimate excess, String note) {
        return new Measurement(
                subject(KS, Target.column("age")),
                VALUE,
                Estimate.of(0.0103, interval(0.009, 0.0121)),
                Estimate.of(0.0499, interval(0.041, 0.058)),
                excess,
                4879,
                Double.NaN,
                20,
                39032,
                100,
                note,
                null);
    }

    @Test
    void a_distance_farther_than_a_fresh_sample() {
        assertThat(sentence(
                        compared(Estimate.of(0.0396, interval(0.0302, 0.0481)), "Taken on 20 bins"),
                        judgement(Verdict.PASS, 0.0396, 0.0519, "fidelity.ks/distance@age")))
                .isEqualTo(
                        "How far apart are the distributions of \"age\"? The distance is 0.0491 [0.0412, 0.0571]. "
                                + "At 4,880 rows a side, the synthetic table scores 0.0499 [0.041, 0.058] and a fresh real sample"
                                + " 0.0103 [0.009, 0.0121]. The synthetic table is farther from training than a fresh sample by"
                                + " 0.0396 [0.0302, 0.0481]. It passes gate fidelity.far (excess at most 0.1). Taken on 20 bins.");
    }

    @Test
    void a_difference_that_may_be_chance() {
        assertThat(sentence(compared(Estimate.of(-0.0012, interval(-0.0302, 0.0281)), "")))
                .endsWith("The excess over a fresh sample, -0.0012 [-0.0302, 0.0281], may be chance.");
    }

    @Test
    void a_distance_closer_than_a_fresh_sample() {
        assertThat(sentence(compared(Estimate.of(-0.02, interval(-0.03, -0.01)), "")))
                .endsWith("The synthetic table is closer to training than a fresh sample by 0.02 [0.01, 0.03].");
    }

    @Test
    void without_a_yardstick_chance_is_named() {
        assertThat(sentence(Audits.measured(subject(KS, Target.column("age")), VALUE, 500)))
                .isEqualTo("How far apart are the distributions of \"age\"? The distance is 0.0491"
                        + " [0.0412, 0.0571]. Chance alone makes about 0.0123 at these sizes.");
    }

    @Test
    void a_number_without_an_interval_says_why() {
        assertThat(sentence(Audits.measured(
                        subject(KS, Target.pair("age", "sex")), Estimate.point(1234.5, "Nobody knows one"), 500)))
                .isEqualTo("How far apart are the distributions of \"age\" and \"sex\"? The distance"
                        + " is 1230, without an interval: nobody knows one.");
    }

    @Test
    void an_attack_tells_its_games() {
        Description attack = Audits.description("attack.inference", Audits.measure("excess", Direction.LOWER));
        List<Game> games = List.of(
                new Game(Game.Kind.MAIN, Double.NaN, 1040, 2000, 0.52, interval(0.5, 0.54)),
                new Game(Game.Kind.CONTROL, Double.NaN, 1000, 2000, 0.5, interval(0.48, 0.52)),
                new Game(Game.Kind.BASELINE, Double.NaN, 960, 2000, 0.48, null),
                new Game(Game.Kind.PERMUTED, Double.NaN, 9, 200, Double.NaN, null));
        ThreatModel model = new ThreatModel("guess", "synthetic-only", List.of(), "training rows");
        Measurement finding = new Measurement(
                subject(attack, Target.given("age", List.of("sex", "zip"))),
                Estimate.of(0.02, interval(-0.01, 0.05)),
                null,
                null,
                null,
                0,
                Double.NaN,
                0,
                2000,
                100,
                "",
                new AttackDetail(model, games, Double.NaN));
        String key = "attack.inference/excess@age^sex|zip";
        assertThat(sentence(finding, judgement(Verdict.FAIL, 0.02, -0.01, key)))
                .isEqualTo(
                        "How far apart? For \"age\" given \"sex\" and \"zip\", the excess is 0.02 [-0.01, 0.05]. Against training"
                                + " rows it scores 0.52 [0.5, 0.54]. Against rows that the generator never saw it scores 0.5"
                                + " [0.48, 0.52]. Without the synthetic table it scores 0.48. With permuted labels it raised 9"
                                + " false alarms in 200 repetitions. It fails gate fidelity.far (excess at most 0.1).");
    }

    @Test
    void a_finding_that_is_not_the_worst_counts_for_the_gate() {
        Measurement worse = Audits.measured(subject(KS, Target.column("z")), VALUE, 500);
        AuditReport report = new Audits()
                .levels(Field.of("age", Kind.CATEGORICAL), times("a", 50), times("a", 50), null)
                .finding(Audits.measured(subject(KS, Target.column("age")), VALUE, 500))
                .finding(worse)
                .judged(judgement(Verdict.INCONCLUSIVE, 0.1, 0, "fidelity.ks/distance@z", "fidelity.ks/distance@age"))
                .report(Audience.PUBLIC);
        assertThat(report.findings().get(0).sentence())
                .endsWith("It counts for gate fidelity.far (excess at most 0.1).");
        assertThat(report.findings().get(1).sentence())
                .endsWith("It leaves gate fidelity.far (excess at most 0.1) inconclusive.");
    }

    @Test
    void a_similarity_metric_ends_with_its_warning() {
        Description near = Audits.description("similarity.dcr", Audits.measure("median", Direction.NONE));
        assertThat(sentence(Audits.measured(subject(near, Target.TABLE), Estimate.point(0.1, "descriptive"), 500)))
                .isEqualTo("How far apart? The median is 0.1, without an interval: descriptive."
                        + " Similarity metric: no adversary, no proof of privacy.");
    }

    @Test
    void what_was_not_measured_says_why() {
        Subject subject = subject(KS, Target.column("age"));
        assertThat(sentence(new Finding.NotApplicable(subject, Reason.NO_HOLDOUT)))
                .isEqualTo("How far apart are the distributions of \"age\"? Not measured: it needs rows that the"
                        + " generator never saw, and none were given; a holdout cannot be made afterwards.");
        assertThat(sentence(new Finding.Failed(subject(KS, Target.TABLE), new Reason("error", "It broke"))))
                .endsWith("The evaluation failed, which never counts as a pass: it broke.");
        assertThat(sentence(Audits.measured(subject, VALUE, 10)))
                .endsWith("Not shown: the number is held back: fewer than 11 real rows stand behind it.");
    }

    @Test
    void utility_is_compared_with_learning_from_real_rows() {
        Description tstr = Audits.description("utility.tstr", Audits.measure("auc", Direction.HIGHER));
        Measurement m = new Measurement(
                subject(tstr, Target.column("age")),
                Estimate.of(0.88, interval(0.87, 0.89)),
                Estimate.of(0.9, interval(0.89, 0.91)),
                null,
                null,
                500,
                Double.NaN,
                0,
                500,
                100,
                "",
                null);
        assertThat(sentence(m))
                .isEqualTo("How far apart? For \"age\", the auc is 0.88 [0.87, 0.89]."
                        + " With real rows in place of the synthetic ones it is 0.9 [0.89, 0.91].");
    }

    @Test
    void a_measure_goes_by_its_name() {
        Description named = Audits.description(
                "fidelity.named", Audits.measure("df", Direction.NONE).called("number of degrees of freedom"));
        assertThat(sentence(Audits.measured(
                        subject(named, Target.column("age")), Estimate.point(39, "It is a count"), 500)))
                .isEqualTo(
                        "How far apart? For \"age\", the number of degrees of freedom is 39, without an interval: it is"
                                + " a count.");
    }

    @Test
    void the_short_way_to_three_digits_gives_what_the_long_one_gives() {
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 20_000; i++) {
            double v = (random.nextInt(20_001) - 10_000) / new double[] {1e4, 1e3, 37, 8}[i % 4];
            String expected = v == 0
                    ? "0"
                    : Math.abs(v) >= 1000 && v == Math.rint(v)
                            ? Words.count((long) v)
                            : plain(new java.math.BigDecimal(v)
                                    .round(new java.math.MathContext(3, java.math.RoundingMode.HALF_EVEN)));
            assertThat(Words.number(v)).isEqualTo(expected);
        }
        assertThat(Words.count(-1234567)).isEqualTo("-1,234,567");
        assertThat(Words.count(-123)).isEqualTo("-123");
    }

    private static String plain(java.math.BigDecimal rounded) {
        return rounded.stripTrailingZeros().toPlainString();
    }

    @Test
    void numbers_have_three_digits() {
        assertThat(Words.number(0.00012345)).isEqualTo("0.000123");
        assertThat(Words.number(0.000012345)).isEqualTo("0.0000123");
        assertThat(Words.number(39032)).isEqualTo("39,032");
        assertThat(Words.number(1e12)).isEqualTo("1E+12");
        assertThat(Words.number(-0.5)).isEqualTo("-0.5");
    }
}
