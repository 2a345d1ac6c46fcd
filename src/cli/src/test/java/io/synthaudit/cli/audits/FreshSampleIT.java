package io.synthaudit.cli.audits;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.table.Tables;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table made of real people whom the generator never saw gets, and what training itself gets. */
final class FreshSampleIT {

    private static final String[] PRIVACY = {"similarity.*", "attack.*", "validity.*"};

    /**
     * A privacy gate FAILs a fresh sample only if its lower bound passes a limit above 0, and Holm spreads .05 over the
     * family: about .4 % an audit at these limits. Twenty audits then all keep quiet with probability .92; seeds are fixed.
     */
    @ParameterizedTest
    @ValueSource(strings = {"medical-research", "public-release"})
    void no_privacy_gate_fails_a_fresh_real_sample(String profile) {
        Tables tables = RealTables.load("breast_cancer_seer", "synthetic_gcopula");
        for (int seed = 0; seed < 20; seed++) {
            assertQuiet(RealTables.halved(tables, seed), profile, seed);
        }
    }

    @Tag("slow")
    @Test
    void no_privacy_gate_fails_a_fresh_half_of_adult() {
        Tables tables = RealTables.load("adult", "synthetic_gcopula");
        for (int seed = 0; seed < 20; seed++) {
            assertQuiet(RealTables.halved(tables, seed), "medical-research", seed);
        }
    }

    private static void assertQuiet(Tables fresh, String profile, int seed) {
        assertThat(RealTables.audit(fresh, profile, PRIVACY).judgements())
                .filteredOn(j -> j.gate().family().equals("privacy"))
                .as("halving %d", seed)
                .noneMatch(j -> j.verdict() == Verdict.FAIL);
    }

    @Test
    void training_itself_fails_and_passes_no_privacy_gate() {
        Tables tables = RealTables.load("breast_cancer_seer", "synthetic_gcopula");
        Tables copy =
                new Tables(tables.training(), tables.training(), tables.holdout(), Optional.empty(), Optional.empty());
        var result = RealTables.audit(copy, "medical-research");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.judgements())
                .filteredOn(j -> j.gate().family().equals("privacy"))
                .isNotEmpty()
                .noneMatch(j -> j.verdict() == Verdict.PASS);
        for (String gate : new String[] {"privacy.exact-match", "privacy.near-copies", "privacy.membership-auc"}) {
            assertThat(RealTables.verdict(result.judgements(), gate)).as(gate).isEqualTo(Verdict.FAIL);
        }
    }
}
