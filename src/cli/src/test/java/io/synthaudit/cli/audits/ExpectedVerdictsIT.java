package io.synthaudit.cli.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.gate.Judgement;
import io.synthaudit.core.gate.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Verdicts and values of real tables with planted leaks. The expected values were computed by a second program on the same
 * tables and kinds; se is the standard error that it gave.
 */
final class ExpectedVerdictsIT {

    private static final List<String> ALL = List.of("internal-sharing", "medical-research", "public-release");
    private static final String[] PRIVACY = {"similarity.*", "attack.*"};

    @ParameterizedTest
    @CsvSource({
        "adult, leaky10, 3, .1613, .0002, .412, .533",
        "adult, leaky50, 3, .460, .0005, .685, .572",
        "breast_cancer_seer, leaky10, 3, .198, .0005, .369, .610",
        "breast_cancer_seer, leaky50, 3, .550, .0005, .642, .772",
        "nist_ma2019, leaky10, 2, .112, .0005, .443, .614",
        "nist_ma2019, leaky50, 2, .383, .001, .670, .752"
    })
    void planted_copies_fail_by_the_near_copies(
            String dataset, String table, int profiles, double near, double within, double phi, double auc) {
        AuditResult result =
                RealTables.audit(RealTables.load(dataset, "synthetic_" + table), "medical-research", PRIVACY);
        assertValues(result, near, within, phi, auc);
        for (String profile : ALL.subList(3 - profiles, 3)) {
            List<Judgement> judgements = RealTables.judged(result, profile);
            assertThat(RealTables.verdict(judgements, "privacy.near-copies"))
                    .as(profile)
                    .isEqualTo(Verdict.FAIL);
        }
    }

    @ParameterizedTest
    @CsvSource({"adult, ctgan, .0015, .0001, .000, .500", "adult, gcopula, -.0005, .0001, -.004, .499"})
    void generators_that_learned_no_row_fail_no_privacy_gate(
            String dataset, String table, double near, double within, double phi, double auc) {
        AuditResult result =
                RealTables.audit(RealTables.load(dataset, "synthetic_" + table), "medical-research", PRIVACY);
        assertValues(result, near, within, phi, auc);
        for (String profile : ALL) {
            assertThat(RealTables.judged(result, profile))
                    .filteredOn(j -> j.gate().family().equals("privacy"))
                    .as(profile)
                    .noneMatch(j -> j.verdict() == Verdict.FAIL);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "adult, cart, .0895, .0001, .343, .524",
        "breast_cancer_seer, synthpop, .055, .0005, .274, .555",
        "breast_cancer_seer, gcopula, .0004, .0002, .007, .501",
        "nist_ma2019, cart, .043, .0005, .388, .580",
        "chronic_kidney, gcopula, .000, .0005, -.01, .54"
    })
    void values_agree_with_the_second_program(
            String dataset, String table, double near, double within, double phi, double auc) {
        assertValues(
                RealTables.audit(RealTables.load(dataset, "synthetic_" + table), "medical-research", PRIVACY),
                near,
                within,
                phi,
                auc);
    }

    private static void assertValues(AuditResult result, double near, double nearWithin, double phi, double auc) {
        assertThat(value(result, "similarity.near-copy-excess/excess")).isEqualTo(near, within(nearWithin));
        assertThat(value(result, "similarity.nearest-share-excess/phi")).isEqualTo(phi, within(.005));
        Finding.Measurement membership = RealTables.measurement(result, "attack.membership.distance/auc");
        // The first game is the raw score.
        assertThat(membership.attack().games().get(0).value()).isEqualTo(auc, within(.005));
        assertThat(membership.attack().criesWolf()).isFalse();
    }

    private static double value(AuditResult result, String key) {
        return RealTables.measurement(result, key).estimate().value();
    }
}
