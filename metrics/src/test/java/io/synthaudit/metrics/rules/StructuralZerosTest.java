package io.synthaudit.metrics.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.metrics.fidelity.Together;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class StructuralZerosTest extends RuleContract {

    @Override
    protected TableEvaluation evaluation() {
        return new Together<>(new StructuralZeros());
    }

    @Override
    @Test
    protected void it_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(Metric.class).stream().map(ServiceLoader.Provider::type))
                .contains(StructuralZeros.class);
    }

    /** Of a (3 levels) and b (3) the cell (0, 0) stays empty, but in the first rows; when a is 2, c is missing. */
    @Override
    protected Table planted(int rows, long seed, int broken) {
        UniformRandomProvider random = new RandomStreams(seed).stream("planted");
        int[] a = new int[rows];
        int[] b = new int[rows];
        double[] c = new double[rows];
        for (int i = 0; i < rows; i++) {
            a[i] = i < broken ? 0 : random.nextInt(3);
            b[i] = i < broken ? 0 : a[i] == 0 ? 1 + random.nextInt(2) : random.nextInt(3);
            c[i] = a[i] == 2 ? Double.NaN : random.nextInt(2);
        }
        return Planted.table(Planted.levels("a", 3, a), Planted.levels("b", 3, b), Planted.numbers("c", c));
    }

    @Test
    void an_empty_cell_is_a_zero_and_so_is_a_missing_cell_that_never_is() {
        List<Observation> found = observe(Tables.of(planted(900, 1, 0), planted(600, 2, 30), planted(600, 3, 0)));
        // (a, b): 1; (a, c): missing with a = 0 or 1, and either number with a = 2.
        assertThat(of(found, "zero-count").estimate().value()).isEqualTo(5);
        assertThat(of(found, "broken-count").estimate().value()).isEqualTo(1);
        Observation share = of(found, "share", List.of("a", "b"));
        assertThat(share.estimate().value()).isEqualTo(0.05, within(1e-15));
        assertThat(share.yardstick().value()).isZero();
        assertThat(share.note()).isEqualTo("In 1 of the pair's 1 zeros.");
        assertThat(of(found, "broken-share").estimate().value()).isEqualTo(0.05, within(1e-15));
    }

    @Test
    void a_cell_that_chance_may_leave_empty_is_none() {
        List<Observation> found = observe(Tables.of(planted(200, 1, 0), planted(600, 2, 30), null));
        assertThat(of(found, "zero-count").reason()).isNull();
        assertThat(found.stream()
                        .filter(o -> o.measure().equals("share") && o.reason() == null)
                        .map(o -> o.target().columns()))
                .doesNotContain(List.of("a", "b"));
    }

    @Test
    void adult_s_independent_marginals_fill_many_zeros_and_the_holdout_few() {
        List<Observation> found = observe(RealTables.load("adult", "independent"));
        Observation rows = of(found, "broken-share");
        assertThat(rows.estimate().value()).isGreaterThan(0.5);
        assertThat(rows.yardstick().value()).isLessThan(0.01);
        assertThat(rows.excess().interval().lower()).isGreaterThan(0.5);
    }
}
