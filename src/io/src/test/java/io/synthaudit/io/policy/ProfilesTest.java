package io.synthaudit.io.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.gate.Gate;
import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.gate.Limits;
import io.synthaudit.core.gate.Outlooks;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.core.gate.Severity;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;
import io.synthaudit.io.FormatException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

    private static final List<Description> CATALOG = List.of(
            description("attack.inference", own("excess", "[-1, 1]")),
            description("attack.membership.distance", own("auc", "[0, 1]"), own("tpr-at-fpr-0.01", "[0, 1]")),
            description("fidelity.correlation-difference", Measure.difference("difference", "[-2, 2]")),
            description("fidelity.ks", Measure.distance("distance")),
            description("fidelity.pair-tvd", Measure.distance("distance")),
            description("fidelity.tvd", Measure.distance("distance"), Measure.distance("distance-present")),
            description("similarity.exact-match", own("excess", "[-1, 1]")),
            description("similarity.near-copy-excess", own("excess", "[-1, 1]")),
            description("similarity.nearest-share-excess", own("phi", "[-1, 1]")),
            description("utility.tstr", own("auc-difference", "[-1, 1]")),
            description("utility.tstr-number", own("r2-difference", "(-inf, inf)")),
            description("validity.boundary-adherence", Measure.share("share")),
            description("validity.category-adherence", Measure.share("share")),
            description("validity.direct-identifier", own("share", "[0, 1]")),
            description("validity.replayed-values", own("excess", "[-1, 1]")),
            description("validity.missing-rate-difference", Measure.difference("difference", "[-1, 1]")));

    private static Description description(String id, Measure... measures) {
        boolean holdout = id.startsWith("attack.") || id.startsWith("similarity.") || id.startsWith("utility.");
        return new Description(
                id,
                "1",
                id,
                "What?",
                "",
                "",
                Scope.RELEASE,
                holdout ? List.of("holdout") : List.of(),
                List.of(measures),
                List.of());
    }

    private static Measure own(String id, String range) {
        return new Measure(id, "1", range, Direction.LOWER, Measure.Against.OWN);
    }

    private static Gate gate(String profile, String id) {
        return Profiles.read(profile).gates().stream()
                .filter(g -> g.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Ids of the gates that cannot pass, sorted, with what they need. */
    private static Map<String, String> cannot(String profile, Sizes sizes) {
        Map<String, String> texts = new TreeMap<>();
        for (GateOutlook outlook : Outlooks.of(Profiles.read(profile), CATALOG, sizes)) {
            if (!outlook.canPass()) {
                texts.put(outlook.gate(), outlook.text());
            }
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal-sharing", "medical-research", "public-release"})
    void every_profile_holds_against_the_catalogue(String name) {
        Policy policy = Profiles.read(name);
        assertThat(policy.id()).isEqualTo(name);
        assertThat(policy.confidence()).isEqualTo(0.95);
        assertThatCode(() -> PolicyCheck.check(policy, Profiles.fileName(name), CATALOG))
                .doesNotThrowAnyException();
        assertThat(policy.gates())
                .hasSize(18)
                .allSatisfy(gate -> assertThat(gate.because()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal-sharing", "medical-research", "public-release"})
    void limits_are_marked_as_uncalibrated_but_for_zero_and_the_regulators_number(String name) {
        for (Gate gate : Profiles.read(name).gates()) {
            boolean given = gate.limit().max() == 0 || gate.limit().max() == 0.09;
            assertThat(gate.because().startsWith("Uncalibrated.")).as(gate.id()).isEqualTo(!given);
        }
    }

    /** The gate table of the statistical decisions: upper (or lower) limits and weights of the three profiles. */
    @ParameterizedTest
    @CsvSource({
        "validity.direct-identifier, 0, 0, 0, BLOCKER, BLOCKER, BLOCKER",
        "validity.row-key, 0, 0, 0, BLOCKER, BLOCKER, BLOCKER",
        "validity.category-adherence, -0.05, -0.02, -0.02, MINOR, MAJOR, MAJOR",
        "validity.boundary-adherence, -0.05, -0.02, -0.02, MINOR, MAJOR, MAJOR",
        "validity.missing-rate, 0.1, 0.05, 0.05, MINOR, MAJOR, MAJOR",
        "privacy.exact-match, 0.05, 0.005, 0.001, BLOCKER, BLOCKER, BLOCKER",
        "privacy.near-copies, 0.1, 0.05, 0.01, BLOCKER, BLOCKER, BLOCKER",
        "privacy.nearest-share, 0.4, 0.4, 0.1, INFO, MINOR, MAJOR",
        "privacy.membership-tpr, 0.06, 0.04, 0.02, BLOCKER, BLOCKER, BLOCKER",
        "privacy.membership-auc, 0.65, 0.6, 0.55, BLOCKER, BLOCKER, BLOCKER",
        "privacy.inference, 0.2, 0.09, 0.09, MAJOR, BLOCKER, BLOCKER",
        "fidelity.column-tvd, 0.2, 0.1, 0.15, MINOR, MAJOR, MAJOR",
        "fidelity.column-ks, 0.2, 0.1, 0.15, MINOR, MAJOR, MAJOR",
        "fidelity.pair-tvd, 0.25, 0.05, 0.15, MINOR, MAJOR, MAJOR",
        "fidelity.correlation, 0.3, 0.15, 0.2, MINOR, MAJOR, MINOR",
        "utility.prediction, -0.1, -0.03, -0.05, MINOR, MAJOR, MINOR",
        "utility.prediction-of-numbers, -0.2, -0.05, -0.1, MINOR, MAJOR, MINOR"
    })
    void limits_and_weights_are_those_of_the_table(
            String id, double i, double m, double p, Severity si, Severity sm, Severity sp) {
        double[] limits = {i, m, p};
        Severity[] severities = {si, sm, sp};
        for (int k = 0; k < 3; k++) {
            Gate gate = gate(Profiles.names().get(k), id);
            Limit limit = gate.limit();
            assertThat(limit.hasMax() ? limit.max() : limit.min()).isEqualTo(limits[k]);
            assertThat(gate.severity()).isEqualTo(severities[k]);
            if (limit.hasMax() && limit.hasMin()) {
                assertThat(limit.min()).isEqualTo(-limit.max());
            }
        }
    }

    @Test
    void sharing_inside_blocks_on_blockers_alone() {
        assertThat(Profiles.read("internal-sharing").onInconclusive()).isEqualTo(Policy.Reaction.BLOCK_BLOCKERS);
        assertThat(Profiles.read("medical-research").onInconclusive()).isEqualTo(Policy.Reaction.BLOCK);
        assertThat(Profiles.read("public-release").onNotEvaluated()).isEqualTo(Policy.Reaction.BLOCK);
    }

    @Test
    void bins_follow_the_tightest_limit_even_where_it_only_remarks() {
        Description pairs = CATALOG.get(4);
        assertThat(Limits.excessLimit(Profiles.read("medical-research"), pairs, pairs.primary()))
                .hasValue(0.05);
        assertThat(Limits.excessLimit(Profiles.read("internal-sharing"), pairs, pairs.primary()))
                .hasValue(0.25);
    }

    @Test
    void large_tables_can_pass_every_gate() {
        Sizes adult = new Sizes(39_032, 10_000, 9_758);
        assertThat(cannot("internal-sharing", adult)).isEmpty();
        assertThat(cannot("medical-research", adult)).isEmpty();
        assertThat(cannot("public-release", adult)).isEmpty();
    }

    @Test
    void of_279_rows_no_profile_can_be_passed_and_each_gate_says_what_it_needs() {
        Sizes kidney = new Sizes(279, 279, 120);
        assertThat(cannot("public-release", kidney))
                .containsEntry(
                        "privacy.near-copies",
                        "Cannot pass at these sizes: needs 299 synthetic rows (there are 279), about 7,200 if as many rows are near"
                                + " to somebody as of fresh people.")
                .containsEntry(
                        "privacy.exact-match",
                        "Cannot pass at these sizes: needs 2,995 synthetic rows (there are 279).")
                .containsKeys("privacy.membership-auc", "privacy.inference")
                .doesNotContainKeys("privacy.membership-tpr", "validity.direct-identifier");
        assertThat(cannot("medical-research", kidney))
                .containsKeys("privacy.exact-match", "privacy.inference")
                .doesNotContainKeys("privacy.near-copies", "privacy.membership-auc");
        assertThat(cannot("internal-sharing", kidney)).doesNotContainKeys("privacy.near-copies", "privacy.exact-match");
    }

    @Test
    void without_a_holdout_no_profile_can_be_passed() {
        for (String name : Profiles.names()) {
            assertThat(cannot(name, new Sizes(39_032, 10_000, 0)))
                    .containsEntry(
                            "privacy.near-copies", "Cannot pass at these sizes: needs a holdout (there is none).")
                    .containsKey("privacy.membership-auc");
        }
    }

    @Test
    void a_measure_that_the_catalogue_lacks_is_an_error() {
        assertThatThrownBy(() -> check("attack.membership.distance/acu", "at-most: 0.1"))
                .isInstanceOf(FormatException.class)
                .hasMessage(
                        "policy.yaml, line 5, gates[0].measure: the catalogue has no \"attack.membership.distance/acu\".\n"
                                + "  Did you mean \"attack.membership.distance/auc\"?\n"
                                + "  A gate that names nothing is an error, so that a typing mistake cannot pass an audit.");
        assertThatThrownBy(() -> check("fidelity.tdv", "at-most: 0.1"))
                .hasMessage("policy.yaml, line 5, gates[0].measure: the catalogue has no \"fidelity.tdv\".\n"
                        + "  Did you mean \"fidelity.tvd\"?\n"
                        + "  A gate that names nothing is an error, so that a typing mistake cannot pass an audit.");
        assertThatThrownBy(() -> check("detection.*", "at-most: 0.1"))
                .hasMessage("policy.yaml, line 5, gates[0].measure: the catalogue has no \"detection.*\".\n"
                        + "  A gate that names nothing is an error, so that a typing mistake cannot pass an audit.");
        assertThatCode(() -> check("fidelity.*/distance", "at-most: 0.1")).doesNotThrowAnyException();
    }

    @Test
    void a_limit_at_the_end_of_a_range_is_an_error() {
        assertThatThrownBy(() -> check("validity.category-adherence", "at-least: 1"))
                .hasMessage(
                        "policy.yaml, line 5, gates[0].measure: validity.category-adherence/share lies in [0, 1], and no bound"
                                + " can meet a limit at the end of that range.\n"
                                + "  Give a limit inside the range, or judge the number without its doubt with of: point.");
        assertThatCode(() -> check("validity.category-adherence", "at-least: 1\n    of: point"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_limit_that_nothing_can_leave_is_an_error() {
        assertThatThrownBy(() -> check("attack.inference/excess", "at-most: 5"))
                .isInstanceOf(FormatException.class)
                .hasMessage(
                        "policy.yaml, line 5, gates[0].measure: attack.inference/excess cannot leave the limit, whatever"
                                + " is found: it lies in [-1, 1].\n  Give a limit inside the range; 5 % is written 0.05.");
        assertThatThrownBy(() -> check("fidelity.tvd/distance", "at-most: 1\n    of: excess"))
                .hasMessageContaining("fidelity.tvd/distance, as an excess, cannot leave the limit");
        assertThatThrownBy(() -> check("fidelity.tvd/distance", "within: [-1, 2]"))
                .hasMessageContaining("cannot leave the limit");
        assertThatThrownBy(() -> check("fidelity.tvd/distance", "at-most: 1\n    of: point"))
                .hasMessageContaining("cannot leave the limit");
        assertThatCode(() -> check("fidelity.tvd/distance", "within: [-1, 0.5]"))
                .doesNotThrowAnyException();
        assertThatCode(() -> check("validity.category-adherence/share", "at-least: -0.5\n    of: excess"))
                .doesNotThrowAnyException();
    }

    private static void check(String measure, String limit) {
        String text = "format: synthaudit-policy/1\nid: p\ngates:\n  - id: privacy.a\n    measure: \"" + measure
                + "\"\n    severity: major\n    " + limit + "\n";
        PolicyCheck.check(PolicyYaml.parse("policy.yaml", text), "policy.yaml", CATALOG);
    }

    @Test
    void an_unknown_profile_names_the_choices() {
        assertThatThrownBy(() -> Profiles.open("public-relaese"))
                .isInstanceOf(FormatException.class)
                .hasMessage(
                        "There is neither a file nor a profile \"public-relaese\".\n  Did you mean \"public-release\"?\n"
                                + "  Choices: internal-sharing, medical-research, public-release.");
    }
}
