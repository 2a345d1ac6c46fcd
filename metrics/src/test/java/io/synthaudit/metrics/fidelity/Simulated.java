package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.testkit.simulation.Coverage;
import io.synthaudit.testkit.simulation.CoverageSimulation;
import io.synthaudit.testkit.simulation.Estimand;
import io.synthaudit.testkit.simulation.Law;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;

/** Metrics as the service loader finds them, by what their bounds cost, and what their bounds are about. */
final class Simulated {

    /** Where the value is not that of the two laws. New metrics need no line here unless theirs is not either. */
    private static final Map<String, Estimand> ESTIMANDS = Map.of(
            // The range is that of the training table at hand.
            "validity.boundary-adherence/share", Estimand.TRAINING,
            // How many levels or how much mass a sample holds depends on its size.
            "fidelity.support-coverage/share", Estimand.MEAN,
            "fidelity.rare-category-retention/share", Estimand.MEAN_GIVEN_TRAINING,
            "validity.category-coverage/share", Estimand.MEAN_GIVEN_TRAINING);

    /** It hangs on the sizes of the tables: MarginalCoverageTest simulates it against what it is about. */
    private static final String EQUIVALENCE = "fidelity.k-marginal/(column|subsample)-equivalence(@.*)?";

    /** Ids of the metrics to be simulated, for some of a table's rows: {@code -Dsimulation.only=fidelity.(ks|tvd)}. */
    private static final String ONLY = System.getProperty("simulation.only", ".*");

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

    /**
     * In units of the training table at hand, beyond its percentiles, or not unique where values are few: NumberCoverageTest
     * simulates them against what they are about.
     */
    private static final Set<String> OF_NUMBERS = Set.of("fidelity.moments", "fidelity.quantiles", "fidelity.tails");

    private static List<Metric> metrics(Predicate<Metric> wanted) {
        List<Metric> found = new ArrayList<>();
        ServiceLoader.load(Metric.class).forEach(m -> {
            if (wanted.test(m)
                    && m.description().id().matches(ONLY)
                    && !OF_NUMBERS.contains(m.description().id())) {
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

    /** Evaluations of whole tables that compare distributions; attackers and models have simulations of their own. */
    static List<TableEvaluation> evaluations() {
        List<TableEvaluation> found = new ArrayList<>();
        ServiceLoader.load(TableEvaluation.class).forEach(e -> {
            if (e.description().id().matches("(fidelity|validity)\\..*")
                    && e.description().id().matches(ONLY)) {
                found.add(e);
            }
        });
        assertThat(found).isNotEmpty();
        return found;
    }

    /** Simulates an evaluation at a law. */
    static List<Coverage> of(TableEvaluation evaluation, Law law, int rows, int repetitions) {
        return new CoverageSimulation(law, rows, repetitions, Simulated::estimand)
                .of(evaluation).stream()
                        .filter(c -> law.isEqual() || !hasMovingCells(c.measure()))
                        .filter(c -> !c.measure().matches(EQUIVALENCE))
                        .toList();
    }

    /**
     * synthpop cuts numbers at quantiles of both tables at hand: the true value moves with the cells, and is known only where
     * nothing differs.
     */
    private static boolean hasMovingCells(String measure) {
        return measure.matches("fidelity.synthpop-tables/.*@.*(x|y|number).*");
    }

    /** Whether the value hangs on the size of the synthetic table and its mean is taken given the training table. */
    private static boolean isGivenTraining(Metric metric) {
        return metric.description().measures().stream()
                .anyMatch(m -> estimand(metric.description().id() + "/" + m.id()) == Estimand.MEAN_GIVEN_TRAINING);
    }

    /** Simulates metrics at a law; those whose true value is a mean given the training table keep a few of these. */
    static List<Coverage> of(List<Metric> metrics, Law law, int rows, int repetitions) {
        List<Coverage> all = new ArrayList<>();
        for (boolean given : new boolean[] {false, true}) {
            List<Metric> some =
                    metrics.stream().filter(m -> isGivenTraining(m) == given).toList();
            if (!some.isEmpty()) {
                all.addAll(new CoverageSimulation(law, rows, repetitions, Simulated::estimand).of(some));
            }
        }
        return all;
    }
}
