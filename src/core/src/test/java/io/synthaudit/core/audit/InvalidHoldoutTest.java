package io.synthaudit.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Finding;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.Subject;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvalidHoldoutTest {

    private static final Reason SWAPPED = new Reason("invalid-holdout", "Training and holdout are swapped.");

    private static Subject subject(String id) {
        Measure measure = new Measure("excess", "1", "[-1, 1]", Direction.LOWER, Measure.Against.OWN);
        Description description =
                new Description(id, "1", id, "What?", "", "", Scope.RELEASE, List.of(), List.of(measure), List.of());
        return new Subject(description, measure, "", Map.of(), Target.TABLE);
    }

    private static Finding measured(String id) {
        Estimate none = Estimate.point(-0.1, "none");
        return new Finding.Measurement(subject(id), none, null, null, null, 0, Double.NaN, 0, 3_000, 3_000, "", null);
    }

    @Test
    void a_holdout_that_is_none_takes_the_number_of_every_finding_about_privacy_and_utility() {
        Finding noticed = new Finding.NotApplicable(subject("similarity.nearest-share-excess"), SWAPPED);
        Finding broken = new Finding.Failed(subject("attack.inference"), new Reason("failed", "It broke."));
        Finding column = measured("fidelity.ks");
        assertThat(InvalidHoldout.applied(List.of(
                        measured("attack.membership.distance"),
                        broken,
                        column,
                        measured("similarity.exact-match"),
                        noticed,
                        measured("utility.tstr"))))
                .containsExactly(
                        new Finding.NotApplicable(subject("attack.membership.distance"), SWAPPED),
                        broken,
                        column,
                        new Finding.NotApplicable(subject("similarity.exact-match"), SWAPPED),
                        noticed,
                        new Finding.NotApplicable(subject("utility.tstr"), SWAPPED));
    }

    @Test
    void a_fit_holdout_changes_nothing() {
        Finding unfit = new Finding.NotApplicable(subject("attack.inference"), new Reason("too-few", "Too few."));
        List<Finding> findings = List.of(measured("similarity.exact-match"), unfit);
        assertThat(InvalidHoldout.applied(findings)).isSameAs(findings);
    }
}
