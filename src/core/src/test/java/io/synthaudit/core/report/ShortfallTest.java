package io.synthaudit.core.report;

import static io.synthaudit.core.report.Audits.interval;
import static io.synthaudit.core.report.Audits.subject;
import static io.synthaudit.core.report.Audits.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Finding.Measurement;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The gate of {@link Audits#judgement} limits the excess to at most 0.1. */
class ShortfallTest {

    private static final Description FAR =
            Audits.description("fidelity.far", Audits.measure("distance", Direction.LOWER));

    private static Measurement excess(Target target, double value, double lower, double upper) {
        Estimate estimate = Estimate.of(value, interval(lower, upper));
        return new Measurement(
                subject(FAR, target), estimate, estimate, estimate, estimate, 100, Double.NaN, 5, 500, 500, "", null);
    }

    private static List<Shortfall> of(Verdict verdict, Measurement... findings) {
        // Training: 90 of a, 30 of b, 3 of a rare level; synthetic: 40, 80 and 3.
        Audits audits = new Audits()
                .levels(
                        Field.of("age", Kind.CATEGORICAL),
                        times("a", 90, "b", 30, "rare-level-7", 3),
                        times("a", 40, "b", 80, "rare-level-7", 3),
                        null);
        Stream.of(findings).forEach(audits::finding);
        String[] keys = Stream.of(findings).map(f -> f.subject().key()).toArray(String[]::new);
        return Shortfall.of(
                audits.judged(Audits.judgement(verdict, 0.3, 0.2, keys)).report(Audience.PUBLIC));
    }

    @Test
    void a_column_says_how_far_it_lies_outside_and_in_which_bins() {
        Shortfall missed =
                of(Verdict.FAIL, excess(Target.column("age"), 0.4, 0.3, 0.5)).get(0);
        assertThat(missed.gate()).isEqualTo("fidelity.far");
        assertThat(missed.needed()).isEqualTo("This would have to come inside the limit, at most 0.1.");
        assertThat(missed.worst()).hasSize(1);
        assertThat(missed.worst().get(0).beyond()).isCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(missed.worst().get(0).text())
                .startsWith("\"age\": excess 0.4, 0.3 beyond the limit. ")
                .contains("oo few in \"a\": 32.5 % against 73.2 % in training")
                .contains("oo many in \"other\": 67.5 % against 26.8 % in training")
                .doesNotContain("rare-level-7");
    }

    @Test
    void of_many_the_five_worst_are_told_and_those_inside_are_not() {
        Shortfall missed = of(
                        Verdict.FAIL,
                        Stream.concat(
                                        Stream.of("a", "b", "c", "d", "e", "f")
                                                .map(c -> excess(Target.column(c), 0.4, 0.3, 0.5)),
                                        Stream.of(excess(Target.column("g"), 0.01, 0, 0.02)))
                                .toArray(Measurement[]::new))
                .get(0);
        assertThat(missed.needed())
                .isEqualTo("These would have to come inside the limit, at most 0.1, the worst first; there are more.");
        assertThat(missed.worst()).hasSize(5).noneMatch(item -> item.key().contains("@g"));
    }

    @Test
    void a_number_inside_whose_bound_is_outside_needs_rows() {
        Shortfall missed = of(Verdict.INCONCLUSIVE, excess(Target.column("age").in("sex=f"), 0.08, 0, 0.16))
                .get(0);
        assertThat(missed.needed())
                .isEqualTo(
                        "The number lies inside; it takes more rows, or one farther inside the limit, at most 0.1, to be"
                                + " sure of it.");
        assertThat(missed.worst().get(0).text())
                .isEqualTo("In the group (sex=f) \"age\": excess 0.08, 0.02 inside the limit, but its bound is not.");
    }

    @Test
    void a_gate_that_is_met_falls_short_of_nothing() {
        assertThat(of(Verdict.PASS, excess(Target.column("age"), 0.01, 0, 0.02)))
                .isEmpty();
    }
}
