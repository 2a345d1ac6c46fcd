package io.synthaudit.core.gate;

import static io.synthaudit.core.gate.Bench.CATALOG;
import static io.synthaudit.core.gate.Bench.TVD;
import static io.synthaudit.core.gate.Bench.gate;
import static io.synthaudit.core.gate.Bench.requiring;
import static io.synthaudit.core.gate.Bench.strict;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.report.ReportProvenance.GateOutlook;
import org.junit.jupiter.api.Test;

/** Rows that gates need, known before the run. Expected numbers: statistics of attainability at 95 % and a power of 80 %. */
class OutlooksTest {

    private static final Sizes KIDNEY = new Sizes(279, 279, 120);
    private static final Sizes ADULT = new Sizes(39_032, 10_000, 9_758);

    private static GateOutlook outlook(String measure, double limit, Sizes sizes) {
        Policy policy = strict(gate("privacy.x", measure, Limit.atMost(limit)));
        return Outlooks.of(policy, CATALOG, sizes).get(0);
    }

    @Test
    void near_copies_need_299_released_rows_at_1_percent_and_59_at_5() {
        assertThat(outlook("similarity.near-copy-excess", 0.01, KIDNEY))
                .isEqualTo(new GateOutlook(
                        "privacy.x",
                        false,
                        "Cannot pass at these sizes: needs 299 synthetic rows (there are 279), about 7,200 if as many rows are near"
                                + " to somebody as of fresh people."));
        assertThat(outlook("similarity.near-copy-excess", 0.05, KIDNEY).canPass())
                .isTrue();
        assertThat(outlook("similarity.near-copy-excess", 0.05, KIDNEY).text())
                .startsWith("Can pass: needs a holdout; 59 synthetic rows");
        assertThat(outlook("similarity.near-copy-excess", 0.05, new Sizes(279, 58, 120))
                        .canPass())
                .isFalse();
    }

    @Test
    void an_area_of_60_percent_is_attainable_on_279_rows_and_55_is_not() {
        assertThat(outlook("attack.membership.distance/auc", 0.6, KIDNEY).canPass())
                .isTrue();
        assertThat(outlook("attack.membership.distance/auc", 0.55, KIDNEY).canPass())
                .isFalse();
        assertThat(outlook("attack.membership.distance/auc", 0.55, new Sizes(1_000_000_000, 1, 207))
                        .canPass())
                .isTrue();
        assertThat(outlook("attack.membership.distance/auc", 0.55, new Sizes(1_000_000_000, 1, 206))
                        .text())
                .isEqualTo("Cannot pass at these sizes: needs 207 holdout rows (there are 206).");
        assertThat(outlook("attack.membership.distance/auc", 0.6, new Sizes(104, 1, 104))
                        .canPass())
                .isTrue();
        assertThat(outlook("attack.membership.distance/auc", 0.6, new Sizes(1000, 1, 49))
                        .text())
                .isEqualTo(
                        "Cannot pass at these sizes: needs 50 holdout rows (there are 49), below which attacks are not played.");
    }

    @Test
    void a_rate_at_1_percent_needs_3000_holdout_rows() {
        String tpr = "attack.membership.distance/tpr-at-fpr-0.01";
        assertThat(outlook(tpr, 0.02, ADULT).canPass()).isTrue();
        assertThat(outlook(tpr, 0.02, new Sizes(39_032, 10_000, 2_999)).text())
                .startsWith("Cannot pass at these sizes: needs 3,");
    }

    @Test
    void inference_at_9_percent_needs_about_190_rows_outside() {
        assertThat(outlook("attack.inference", 0.09, new Sizes(2_000, 1, 211)).canPass())
                .isTrue();
        assertThat(outlook("attack.inference", 0.09, new Sizes(381, 1, 385)).canPass())
                .isTrue();
        assertThat(outlook("attack.inference", 0.09, KIDNEY).text())
                .isEqualTo(
                        "Cannot pass at these sizes: needs 604 holdout rows (there are 120), for a secret that is guessed right"
                                + " every other time.");
    }

    @Test
    void an_excess_needs_rows_that_resolve_its_limit_in_the_coarsest_bins() {
        Gate columns =
                gate("fidelity.c", "fidelity.tvd", Limit.atMost(0.05), Gate.Of.EXCESS, Severity.MAJOR, GateScope.ANY);
        Gate pairs = gate(
                "fidelity.p", "fidelity.pair-tvd", Limit.atMost(0.05), Gate.Of.EXCESS, Severity.MAJOR, GateScope.ANY);
        assertThat(Outlooks.of(strict(columns, pairs), CATALOG, ADULT)).allMatch(GateOutlook::canPass);
        assertThat(Outlooks.of(strict(columns, pairs), CATALOG, KIDNEY)).noneMatch(GateOutlook::canPass);
        assertThat(Outlooks.of(strict(columns), CATALOG, KIDNEY).get(0).text())
                .contains("more training rows than there are");
        assertThat(Outlooks.of(strict(columns), CATALOG, new Sizes(279, 279, 0))
                        .get(0)
                        .text())
                .isEqualTo("Cannot pass at these sizes: needs more training rows than there are, whatever the number of"
                        + " synthetic rows (there are 279), with 3 bins per column, with a simulated yardstick, for want"
                        + " of 100 holdout rows.");
    }

    @Test
    void a_gate_that_another_stands_in_for_is_not_in_the_way() {
        Gate tpr = requiring(
                gate("privacy.tpr", "attack.membership.distance/tpr-at-fpr-0.01", Limit.atMost(0.02)),
                3000,
                Long.MAX_VALUE);
        Gate auc = requiring(gate("privacy.auc", "attack.membership.distance", Limit.atMost(0.6)), 0, 3000);
        assertThat(Outlooks.of(strict(tpr, auc), CATALOG, KIDNEY)).allMatch(GateOutlook::canPass);
        assertThat(Outlooks.of(strict(tpr), CATALOG, KIDNEY)).noneMatch(GateOutlook::canPass);
    }

    @Test
    void columns_and_models_need_rows_that_depend_on_how_good_they_are() {
        Gate rate = gate("validity.m", "validity.missing-rate-difference", new Limit(-0.05, 0.05));
        assertThat(Outlooks.of(strict(rate), CATALOG, KIDNEY).get(0))
                .isEqualTo(new GateOutlook(
                        "validity.m",
                        true,
                        "Can pass: needs 52 synthetic rows (there are 279), for a column without missing cells; more than any"
                                + " number for one that is half empty."));
        Gate model = gate("utility.t", "utility.tstr", Limit.atLeast(-0.05));
        // .1016 (2.4865 / .05)^2
        assertThat(Outlooks.of(strict(model), CATALOG, KIDNEY).get(0).text())
                .isEqualTo(
                        "Cannot pass at these sizes: needs 252 holdout rows (there are 120), for classes of equal size and an"
                                + " area of 0.9, more for others.");
    }

    @Test
    void measures_without_a_closed_form_say_so() {
        assertThat(outlook("fidelity.tvd/distance-present", 0.1, KIDNEY).text())
                .isEqualTo("Not known beforehand: it has no closed form.");
    }

    @Test
    void the_smallest_deciding_limit_on_an_excess_sets_the_bins() {
        Gate loose =
                gate("fidelity.a", "fidelity.tvd", Limit.atMost(0.2), Gate.Of.EXCESS, Severity.MAJOR, GateScope.ANY);
        Gate tight =
                gate("fidelity.b", "fidelity.*", Limit.atMost(0.1), Gate.Of.EXCESS, Severity.BLOCKER, GateScope.ANY);
        Gate minor =
                gate("fidelity.c", "fidelity.tvd", Limit.atMost(0.01), Gate.Of.EXCESS, Severity.MINOR, GateScope.ANY);
        Gate value = gate("fidelity.d", "fidelity.tvd", Limit.atMost(0.02));
        assertThat(Limits.excessLimit(strict(loose, tight, minor, value), TVD, TVD.primary()))
                .hasValue(0.1);
        assertThat(Limits.excessLimit(strict(minor, value), TVD, TVD.primary())).hasValue(0.01);
        assertThat(Limits.excessLimit(strict(value), TVD, TVD.primary())).isEmpty();
        assertThat(Limits.excessLimit(strict(loose), TVD, TVD.measure("distance-present")))
                .isEmpty();
    }
}
