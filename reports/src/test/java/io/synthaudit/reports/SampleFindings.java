package io.synthaudit.reports;

import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.report.ReportFinding;
import io.synthaudit.core.report.ReportFinding.ReportAttack;
import io.synthaudit.core.report.ReportFinding.ReportGame;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import io.synthaudit.core.report.ReportFinding.ReportReason;
import io.synthaudit.core.report.ReportFinding.Side;
import io.synthaudit.core.report.ReportFinding.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Findings of the sample report. */
final class SampleFindings {

    private SampleFindings() {}

    static List<ReportFinding> whole() {
        List<ReportFinding> findings = new ArrayList<>();
        ReportAttack distance = new ReportAttack(
                "telling whether a person's row was in the training table",
                "synthetic-only",
                List.of("the person's whole row", "the table's schema"),
                "2,000 training rows and 2,000 holdout rows, drawn by the seed",
                List.of(
                        game("MAIN", 1120, 2000, 0.531, 0.514, 0.548),
                        game("MAIN", 1180, 2000, 0.558, 0.541, 0.575),
                        game("CONTROL", 1002, 2000, 0.501, 0.484, 0.518),
                        game("BASELINE", 1000, 2000, 0.5, 0.484, 0.516),
                        new ReportGame("PERMUTED", Double.NaN, 9, 200, 0.045, null)),
                0.02);
        findings.add(of(
                "attack.membership.distance",
                "auc",
                "",
                Target.TABLE,
                0.558,
                i(0.541, 0.575, "DeLong"),
                null,
                null,
                null,
                distance,
                "Can nearness to a synthetic row tell members from others? The area under the curve is 0.558; a guess"
                        + " scores 0.5. The release gives some members away."));
        findings.add(of(
                "attack.membership.distance",
                "tpr-at-fpr-0.01",
                "log-ratio",
                Target.TABLE,
                0.033,
                i(0.024, 0.044, "rank rectangle"),
                null,
                null,
                null,
                distance,
                "How many members does an attacker find who may be wrong about one outsider in a hundred? A share of"
                        + " 0.033; without the release it would be 0.01."));
        findings.add(silent(
                "attack.membership.distance",
                "tpr-at-fpr-0.001",
                Target.TABLE,
                "not-resolvable",
                "A rate of 0.001 cannot be resolved with fewer than 30,000 people outside."));
        String[] secrets = {"HbA1c", "insulin", "readmitted", "diagnosis_group"};
        double[] gains = {0.031, 0.012, 0.004, -0.006};
        for (int s = 0; s < secrets.length; s++) {
            double g = gains[s];
            ReportAttack inference = new ReportAttack(
                    "guessing a person's secret from what else is known",
                    "synthetic-only",
                    List.of("the quasi-identifiers age, sex and race"),
                    "2,000 seeded targets a side",
                    List.of(
                            game("MAIN", 1104 + 50 * s, 2000, 0.552 + g, 0.53 + g, 0.574 + g),
                            game("CONTROL", 1042 + 50 * s, 2000, 0.551, 0.529, 0.573),
                            game("BASELINE", 980, 2000, 0.49, 0.468, 0.512)),
                    Double.NaN);
            findings.add(of(
                    "attack.inference",
                    "excess",
                    "",
                    Target.given(secrets[s], List.of("age", "sex", "race")),
                    g,
                    i(g - 0.024, g + 0.026, "Newcombe"),
                    null,
                    null,
                    null,
                    inference,
                    "Does the release help to guess this secret of its own people more than of others? The difference is"
                            + " " + g + "; zero would be no help."));
        }
        ReportAttack permuted = new ReportAttack(
                null,
                null,
                List.of(),
                null,
                List.of(
                        new ReportGame("PERMUTED", Double.NaN, 11, 200, 0.055, null),
                        new ReportGame("SPIKE", 0.05, 18, 20, 0.9, null)),
                Double.NaN);
        findings.add(of(
                "similarity.near-copy-excess",
                "excess",
                "",
                Target.TABLE,
                0.087,
                i(0.0801, 0.0943, "MOVER"),
                side(0.004, 0.001, 0.009),
                null,
                null,
                permuted,
                "What share of synthetic rows lies nearer to a training row than real rows lie to each other, beyond"
                        + " what holdout rows do? 0.087 of them; a fresh real sample would have 0.004. About one row in"
                        + " eleven is a near copy of a real person."));
        findings.add(of(
                "similarity.near-copy-excess",
                "exposed-persons",
                "",
                Target.TABLE,
                0.0623,
                i(0.0561, 0.0689, "MOVER"),
                null,
                null,
                null,
                null,
                "of the training rows are the nearest real row of a synthetic near copy: these are the people whom the"
                        + " release exposes."));
        findings.add(of(
                "similarity.exact-match",
                "excess",
                "",
                Target.TABLE,
                0.0021,
                i(0.0012, 0.0034, "MOVER"),
                side(0, 0, 0.0004),
                null,
                null,
                permuted,
                "What share of synthetic rows is a training row, beyond what holdout rows are?"));
        findings.add(of(
                "similarity.nearest-share-excess",
                "phi",
                "",
                Target.TABLE,
                0.21,
                i(0.18, 0.24, "permutation"),
                null,
                null,
                null,
                permuted,
                "How much oftener than by chance is the nearest real row a training row?"));
        findings.add(of(
                "similarity.dcr",
                "median-training",
                "",
                Target.TABLE,
                0.0412,
                null,
                side(0.0433, 0.042, 0.044),
                null,
                null,
                null,
                ""));
        findings.add(
                of("similarity.dcr", "median-holdout", "", Target.TABLE, 0.0437, null, null, null, null, null, ""));
        findings.add(of(
                "utility.tstr",
                "auc",
                "logistic",
                Target.given("readmitted", List.of("age", "sex", "race", "insulin", "HbA1c")),
                0.641,
                i(0.629, 0.653, "DeLong"),
                null,
                null,
                null,
                null,
                "How well does a model trained on synthetic rows tell readmitted patients apart on the holdout? An area"
                        + " of 0.641; trained on real rows it is 0.662."));
        findings.add(of(
                "utility.tstr",
                "auc-difference",
                "logistic",
                Target.given("readmitted", List.of("age")),
                -0.021,
                i(-0.029, -0.013, "paired DeLong"),
                null,
                null,
                null,
                null,
                "How much worse is a model trained on synthetic rows than one trained on as many real rows? By 0.021;"
                        + " the doubt of the training rows is not covered."));
        findings.add(of(
                "utility.trtr",
                "auc",
                "logistic",
                Target.given("readmitted", List.of("age")),
                0.662,
                i(0.651, 0.673, "DeLong"),
                null,
                null,
                null,
                null,
                ""));
        findings.addAll(group("sex=female", 0.004, 0.081, 0.021));
        findings.addAll(group("sex=male", 0.031, 0.112, Double.NaN));
        findings.addAll(group("sex=female, race=other", 0.052, 0.143, -0.117));
        findings.add(of(
                "validity.holdout-fitness",
                "fit",
                "",
                Target.TABLE,
                1,
                null,
                null,
                null,
                null,
                null,
                "Is the holdout of the same population as the training table? No column differs more than chance."));
        return findings;
    }

    private static List<ReportFinding> group(String name, double difference, double error, double gap) {
        Target target = Target.given("readmitted", List.of("age")).in(name);
        return List.of(
                group("error-difference", target, difference),
                group("error", target, error),
                Double.isNaN(gap)
                        ? silent(
                                "utility.fairness",
                                "tpr-gap-difference",
                                target,
                                "too-few",
                                "The group has fewer than 10 test rows of one of the classes.")
                        : group("tpr-gap-difference", target, gap));
    }

    private static ReportFinding group(String measure, Target target, double value) {
        ReportInterval interval = i(value - 0.01, value + 0.01, "influence of test rows");
        return of("utility.fairness", measure, "", target, value, interval, null, null, null, null, "Is it as fair?");
    }

    static List<ReportFinding> column(String name, int at) {
        double d = 0.012 + 0.011 * ((at * 7) % 13);
        List<ReportFinding> findings = new ArrayList<>();
        findings.add(of(
                "fidelity.tvd",
                "distance",
                "20 bins",
                Target.column(name),
                d,
                i(d - 0.008, d + 0.009, "McDiarmid"),
                side(0.0107, 0.008, 0.013),
                side(d + 0.002, d - 0.007, d + 0.011),
                side(d - 0.0087, d - 0.014, d - 0.003),
                null,
                "How unlike is the distribution of this column? A fresh real sample would score 0.0107."));
        if (at % 3 == 0) {
            findings.add(of(
                    "fidelity.ks",
                    "distance",
                    "",
                    Target.column(name),
                    d * 0.8,
                    i(d * 0.6, d, "bootstrap"),
                    side(0.009, 0.007, 0.012),
                    side(d * 0.8, d * 0.6, d),
                    side(d * 0.8 - 0.009, d * 0.6 - 0.009, d - 0.009),
                    null,
                    "How far apart do the two distribution functions come?"));
        } else {
            findings.add(silent(
                    "fidelity.ks",
                    "distance",
                    Target.column(name),
                    "kind",
                    "The measure has no meaning for columns of this kind."));
        }
        findings.add(of(
                "validity.missing-rate-difference",
                "difference",
                "",
                Target.column(name),
                at % 2 == 0 ? 0 : 0.003,
                i(-0.002, 0.005, "Newcombe"),
                side(0.001, -0.003, 0.004),
                null,
                null,
                null,
                "Does the synthetic table leave out more cells of this column, or fewer?"));
        findings.add(of(
                "validity.category-adherence",
                "share",
                "",
                Target.column(name),
                1 - 0.0004 * at,
                i(0.9994 - 0.0004 * at - 0.003, 1 - 0.0002 * at, "Wilson"),
                side(0.9998, 0.999, 1),
                null,
                null,
                null,
                ""));
        return findings;
    }

    static ReportFinding pair(String a, String b, int i, int j) {
        double d = 0.008 + 0.017 * ((i * 5 + j * 3) % 19);
        return of(
                "fidelity.pair-tvd",
                "distance",
                "5 bins",
                Target.pair(a, b),
                d,
                i(d - 0.006, d + 0.007, "McDiarmid"),
                side(0.0185, 0.015, 0.022),
                side(d + 0.001, d - 0.006, d + 0.009),
                side(d - 0.0175, d - 0.026, d - 0.01),
                null,
                "How unlike is the joint distribution of this pair?");
    }

    private static ReportFinding of(
            String evaluation,
            String measure,
            String variant,
            Target target,
            double value,
            ReportInterval interval,
            Side yardstick,
            Side matched,
            Side excess,
            ReportAttack attack,
            String sentence) {
        String key = evaluation + "/" + measure + (variant.isEmpty() ? "" : "~" + variant) + target.suffix();
        return new ReportFinding(
                key,
                evaluation,
                "1",
                measure,
                variant,
                Map.of(),
                target,
                Status.MEASURED,
                null,
                "RELEASE",
                value,
                Double.NaN,
                interval,
                interval == null ? "It is a description of these rows, not an estimate." : null,
                yardstick,
                matched,
                excess,
                39032,
                39000,
                sentence,
                attack);
    }

    private static ReportFinding silent(String evaluation, String measure, Target target, String code, String text) {
        return new ReportFinding(
                evaluation + "/" + measure + target.suffix(),
                evaluation,
                "1",
                measure,
                "",
                Map.of(),
                target,
                Status.NOT_APPLICABLE,
                new ReportReason(code, text),
                "MODEL",
                Double.NaN,
                Double.NaN,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                "",
                null);
    }

    private static ReportGame game(String game, double hits, double trials, double value, double lower, double upper) {
        return new ReportGame(game, Double.NaN, hits, trials, value, i(lower, upper, "Wilson"));
    }

    static ReportInterval i(double lower, double upper, String method) {
        return new ReportInterval(lower, upper, 0.95, method);
    }

    private static Side side(double value, double lower, double upper) {
        return new Side(value, i(lower, upper, "bootstrap"), 9758);
    }
}
