package io.synthaudit.metrics.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ColumnOrderTest extends RuleContract {

    @Override
    protected TableEvaluation evaluation() {
        return new ColumnOrder();
    }

    /** Every rule is broken before the damage. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return measure.direction() == Direction.NONE || measure.id().equals("broken-count");
    }

    private static Field field(String name, String unit) {
        return new Field(
                name,
                Kind.NUMERIC,
                Set.of(),
                List.of(),
                new Domain(Double.NaN, Double.NaN, unit, List.of(), ""),
                "",
                "");
    }

    /** end is above start but in the first rows, low lies below both, free anywhere, other has another unit. */
    @Override
    protected Table planted(int rows, long seed, int broken) {
        UniformRandomProvider random = new RandomStreams(seed).stream("planted");
        double[][] v = new double[5][rows];
        for (int i = 0; i < rows; i++) {
            double start = 100 * random.nextDouble();
            double end = start + 20 * random.nextDouble();
            v[0][i] = i < broken ? start : end;
            v[1][i] = i < broken ? end : start;
            v[2][i] = -10 * random.nextDouble();
            v[3][i] = random.nextInt(3) == 0 ? Double.NaN : 100 * random.nextDouble();
            v[4][i] = v[0][i] + 1;
        }
        return Planted.table(
                new NumberColumn(field("end", "day"), v[0], 0),
                new NumberColumn(field("start", "day"), v[1], 0),
                new NumberColumn(field("low", ""), v[2], 0),
                new NumberColumn(field("free", "day"), v[3], 0),
                new NumberColumn(field("other", "kg"), v[4], 0));
    }

    @Test
    void an_order_is_found_with_its_direction_and_disjoint_ranges_are_none() {
        List<Observation> found = observe(Tables.of(planted(600, 1, 0), planted(400, 2, 30), planted(400, 3, 0)));
        assertThat(of(found, "rule-count").estimate().value()).isEqualTo(1);
        Observation share = of(found, "share");
        assertThat(share.target().columns()).containsExactly("end", "start");
        assertThat(share.variant()).isEqualTo("second-at-most-first");
        assertThat(share.note()).isEqualTo("In training \"start\" is never above \"end\".");
        assertThat(share.estimate().value()).isEqualTo(30 / 400.0, within(1e-15));
        assertThat(share.yardstick().value()).isZero();
    }

    @Test
    void independent_columns_have_no_order() {
        assertThat(of(observe(FixtureTables.fresh(600, 400, 300, 1)), "rule-count")
                        .estimate()
                        .value())
                .isZero();
    }

    /** Nodes found positive are among the nodes examined. numpy: (positive > examined).mean() of the synthetic file. */
    @Test
    void independent_marginals_break_the_order_of_seer_s_nodes() {
        Observation nodes = observe(RealTables.load("breast_cancer_seer", "independent")).stream()
                .filter(o -> o.measure().equals("share")
                        && o.target().columns().equals(List.of("Regional Node Examined", "Reginol Node Positive")))
                .findFirst()
                .orElseThrow();
        assertThat(nodes.variant()).isEqualTo("second-at-most-first");
        assertThat(nodes.yardstick().value()).isZero();
        assertThat(nodes.estimate().value()).isEqualTo(SEER, within(1e-12));
    }

    private static final double SEER = 269 / 2682.0;
}
