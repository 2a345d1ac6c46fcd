package io.synthaudit.reports;

import static io.synthaudit.reports.SampleReport.gate;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.ReportJudgement;
import java.util.List;

/** Gates of the sample report: every verdict and every weight. */
final class SampleGates {

    private SampleGates() {}

    static List<ReportJudgement> all() {
        return List.of(
                gate(
                        "privacy.direct-identifiers",
                        "validity.direct-identifier/share",
                        "value",
                        Verdict.NOT_EVALUATED,
                        Severity.BLOCKER,
                        Limit.atMost(0),
                        none(),
                        null,
                        "a real identifier is a breach whatever else holds",
                        "No column has the role direct-identifier, and the policy says that this is not judged."),
                gate(
                        "privacy.near-copies",
                        "similarity.near-copy-excess/excess",
                        "value",
                        Verdict.FAIL,
                        Severity.BLOCKER,
                        Limit.atMost(0.05),
                        of(0.087, 0.0801, -0.0443),
                        "similarity.near-copy-excess/excess",
                        "the only measure with power at one row in a hundred; the kind of row, not the average, is what a"
                                + " person suffers",
                        "Even the lower bound of 0.0801 is above the limit of 0.05."),
                gate(
                        "privacy.exact-copies",
                        "similarity.exact-match/excess",
                        "value",
                        Verdict.PASS,
                        Severity.BLOCKER,
                        Limit.atMost(0.005),
                        of(0.0021, 0.0034, 0.0016),
                        "similarity.exact-match/excess",
                        "a released row that is a training row",
                        "The upper bound of 0.0034 is inside the limit."),
                gate(
                        "privacy.membership",
                        "attack.membership.distance/tpr-at-fpr-0.01",
                        "value",
                        Verdict.INCONCLUSIVE,
                        Severity.BLOCKER,
                        Limit.atMost(0.04),
                        of(0.033, 0.044, -0.004),
                        "attack.membership.distance/tpr-at-fpr-0.01~log-ratio",
                        "the ladder of published limits, loosened one step for the error of the threshold",
                        "The interval reaches over the limit; about 24,000 holdout rows would decide it."),
                gate(
                        "privacy.inference",
                        "attack.inference/excess",
                        "value",
                        Verdict.PASS,
                        Severity.BLOCKER,
                        Limit.atMost(0.09),
                        of(0.031, 0.057, 0.033),
                        "attack.inference/excess@HbA1c^age|sex|race",
                        "0.09: EMA policy 0070 and Health Canada, stretched from re-identification to inference",
                        "The upper bound of 0.057 is inside the limit."),
                gate(
                        "fidelity.columns",
                        "fidelity.tvd/distance",
                        "excess",
                        Verdict.FAIL,
                        Severity.MAJOR,
                        Limit.atMost(0.1),
                        of(0.1353, 0.13, -0.041),
                        "fidelity.tvd/distance~20 bins@insulin",
                        "tables of good generators stay below 0.032",
                        "The lower bound of 0.13 is above the limit."),
                gate(
                        "fidelity.pairs",
                        "fidelity.pair-tvd/distance",
                        "excess",
                        Verdict.PASS,
                        Severity.MAJOR,
                        Limit.atMost(0.35),
                        of(0.21, 0.24, 0.11),
                        "fidelity.pair-tvd/distance~5 bins@age|HbA1c",
                        "the 95th percentile of all pairs",
                        "The upper bound is inside the limit."),
                gate(
                        "fidelity.correlations",
                        "fidelity.correlation-difference/difference",
                        "value",
                        Verdict.NOT_EVALUATED,
                        Severity.MINOR,
                        new Limit(-0.15, 0.15),
                        none(),
                        null,
                        "analyses of dependence",
                        "The evaluation failed."),
                gate(
                        "utility.readmission",
                        "utility.tstr/auc-difference",
                        "value",
                        Verdict.PASS,
                        Severity.MAJOR,
                        Limit.atLeast(-0.03),
                        of(-0.021, -0.029, 0.001),
                        "utility.tstr/auc-difference~logistic@readmitted^age",
                        "a loss of three points of area changes conclusions",
                        "The lower bound is inside the limit."),
                gate(
                        "validity.categories",
                        "validity.category-adherence/share",
                        "value",
                        Verdict.PASS,
                        Severity.MAJOR,
                        Limit.atLeast(0.98),
                        of(0.9956, 0.99, 0.01),
                        "validity.category-adherence/share@readmitted",
                        "impossible values",
                        "The lower bound is inside the limit."),
                gate(
                        "validity.missing",
                        "validity.missing-rate-difference/difference",
                        "value",
                        Verdict.PASS,
                        Severity.MAJOR,
                        new Limit(-0.05, 0.05),
                        of(0.003, 0.005, 0.045),
                        "validity.missing-rate-difference/difference@sex",
                        "a drop of missing cells changes analyses",
                        "Both bounds are inside the limits."));
    }

    private static double[] of(double observed, double bound, double margin) {
        return new double[] {observed, bound, margin};
    }

    private static double[] none() {
        return new double[] {Double.NaN, Double.NaN, Double.NaN};
    }
}
