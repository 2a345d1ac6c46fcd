package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.testkit.simulation.Coverage;
import io.synthaudit.testkit.simulation.CoverageSimulation;
import io.synthaudit.testkit.simulation.Estimand;
import io.synthaudit.testkit.simulation.Law;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/** Metrics as the service loader finds them, by what their bounds cost, and what their bounds are about. */
final class Simulated {

    /** Bounds below nominal less one in a hundred are a finding; three standard errors are left to chance. */
    private static final double LEAST = CoverageSimulation.LEVEL - 0.01;

    /** Where the value is not that of the two laws. New metrics need no line here unless theirs is not either. */
    private static final Map<String, Estimand> ESTIMANDS = Map.of(
            // The range is that of the training table at hand.
            "validity.boundary-adherence/share", Estimand.TRAINING,
            // How many levels or how much mass a sample holds depends on its size.
            "fidelity.support-coverage/share", Estimand.MEAN,
            "fidelity.rare-category-retention/share", Estimand.MEAN_GIVEN_TRAINING,
            "validity.category-coverage/share", Estimand.MEAN_GIVEN_TRAINING);

    private Simulated() {}

    static Estimand estimand(String measure) {
        return ESTIMANDS.getOrDefault(measure, Estimand.LAWS);
    }

    /** Column metrics whose bounds the engine resamples, or those that bring their own. */
    static List<Metric> columns(boolean resampled) {
        return metrics(m -> m instanceof ColumnMetric<?> && isResampled(m) == resampled);
    }

    /** The same of pairs. */
    static List<Metric> pairs(boolean resampled) {
        return metrics(m -> m instanceof PairMetric<?> && isResampled(m) == resampled);
    }

    private static List<Metric> metrics(Predicate<Metric> wanted) {
        List<Metric> found = new ArrayList<>();
        ServiceLoader.load(Metric.class).forEach(m -> {
            if (wanted.test(m)) {
                found.add(m);
            }
        });
        assertThat(found).isNotEmpty();
        return found;
    }

    private static boolean isResampled(Metric metric) {
        return metric.description().measures().stream()
                .anyMatch(m -> m.against() == Measure.Against.MATCHED || m.against() == Measure.Against.RESAMPLED);
    }

    /** Whether the value hangs on the size of the synthetic table and its mean is taken given the training table. */
    static boolean isGivenTraining(Metric metric) {
        return metric.description().measures().stream()
                .anyMatch(m -> estimand(metric.description().id() + "/" + m.id()) == Estimand.MEAN_GIVEN_TRAINING);
    }

    /** Simulates metrics at a law and prints what comes out. */
    static List<Coverage> of(List<Metric> metrics, Law law, int rows, int repetitions) {
        return printed(new CoverageSimulation(law, rows, repetitions, Simulated::estimand).of(metrics));
    }

    static List<Coverage> printed(List<Coverage> coverages) {
        coverages.forEach(c -> System.out.println(c.row()));
        return coverages;
    }

    static void covers(List<Coverage> coverages) {
        for (Coverage c : coverages) {
            double error = 3 * Math.sqrt(LEAST * (1 - LEAST) / c.repetitions());
            assertThat(c.worst()).as(c.row()).isGreaterThanOrEqualTo(LEAST - error);
        }
    }
}
