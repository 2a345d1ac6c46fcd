package io.synthaudit.learn.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class GowerTest {

    private static final double NONE = Double.NaN;

    private static double distance(Table training, Table a, Table b) {
        Gower gower = Gower.of(training);
        return gower.distance(gower.rows(a), 0, gower.rows(b), 0);
    }

    @Test
    void numbers_are_divided_by_the_range_of_training() {
        Table training = Mixed.table(new double[] {10, 30});
        assertThat(distance(training, Mixed.table(new double[] {12}), Mixed.table(new double[] {17})))
                .isEqualTo(0.25);
    }

    @Test
    void a_number_is_never_further_than_one() {
        Table training = Mixed.table(new double[] {10, 30});
        assertThat(distance(training, Mixed.table(new double[] {1e300}), Mixed.table(new double[] {-1e300})))
                .isEqualTo(1);
    }

    @Test
    void a_range_of_zero_leaves_equal_or_not() {
        Table training = Mixed.table(new double[] {5, 5});
        assertThat(distance(training, training, training)).isZero();
        assertThat(distance(training, training, Mixed.table(new double[] {5.001})))
                .isEqualTo(1);
        assertThat(distance(training, Mixed.table(new double[] {6}), Mixed.table(new double[] {6})))
                .isZero();
    }

    @Test
    void a_column_without_a_value_in_training_leaves_equal_or_not() {
        Table training = Mixed.table(new double[] {NONE, NONE});
        assertThat(distance(training, Mixed.table(new double[] {1}), Mixed.table(new double[] {2})))
                .isEqualTo(1);
        assertThat(distance(training, Mixed.table(new double[] {1}), Mixed.table(new double[] {1})))
                .isZero();
    }

    @Test
    void missing_cells_are_alike_and_a_whole_unit_from_values() {
        Table training = Mixed.table(new double[] {0, 1}, new int[] {0, 1});
        Table missing = Mixed.table(new double[] {NONE}, new int[] {-1});
        assertThat(distance(training, missing, missing)).isZero();
        assertThat(distance(training, missing, training)).isEqualTo(1);
        assertThat(distance(training, training, missing)).isEqualTo(1);
    }

    @Test
    void categories_agree_or_differ_and_the_mean_is_over_columns() {
        Table training = Mixed.table(new double[] {0, 2}, new int[] {0, 1}, new int[] {0, 1}, new int[] {0, 1});
        Table other = Mixed.table(new double[] {1}, new int[] {0}, new int[] {7}, new int[] {0});
        assertThat(distance(training, training, other)).isEqualTo((0.5 + 1) / 4);
    }

    @Test
    void a_range_that_overflows_is_measured_all_the_same() {
        Table training = Mixed.table(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE});
        assertThat(distance(training, training, Mixed.table(new double[] {0}))).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void keys_identifiers_and_texts_stay_out() {
        Schema schema = new Schema(
                List.of(Field.of("key", Kind.NUMERIC, Role.ENTITY_KEY), Field.of("value", Kind.NUMERIC)), true);
        Table training = new Table(
                schema,
                List.of(
                        new NumberColumn(schema.field(0), new double[] {1, 2}, 0),
                        new NumberColumn(schema.field(1), new double[] {0, 10}, 0)),
                2);
        Gower gower = Gower.of(training);
        assertThat(gower.size()).isEqualTo(1);
        assertThat(gower.distance(gower.rows(training), 0, gower.rows(training), 1))
                .isEqualTo(1);
    }

    @Test
    void some_columns_can_be_chosen() {
        Table training = Mixed.table(new double[] {0, 2}, new int[] {0, 1});
        Gower gower = Gower.of(training, 1);
        assertThat(gower.distance(gower.rows(training), 0, gower.rows(training), 1))
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gower.of(training, new int[0]))
                .withMessage("a distance needs at least one column that is no key, identifier or text");
    }

    @Test
    void weights_make_a_weighted_mean_and_zero_leaves_a_column_out() {
        Table training = Mixed.table(new double[] {0, 2}, new int[] {0, 1}, new int[] {0, 1});
        Table other = Mixed.table(new double[] {1}, new int[] {1}, new int[] {1});
        Gower gower = Gower.of(training).weighted(2, 3, 0);
        assertThat(gower.size()).isEqualTo(2);
        assertThat(gower.distance(gower.rows(training), 0, gower.rows(other), 0))
                .isEqualTo((2 * 0.5 + 3) / 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gower.of(training).weighted(1, 1))
                .withMessage("there are 3 columns, but 2 weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gower.of(training).weighted(1, -1, 1))
                .withMessage("a weight must be a finite number, at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gower.of(training).weighted(0, 0, 0))
                .withMessage("the sum of weights must be a finite number above 0");
    }

    @Test
    void a_robust_range_runs_from_the_5_to_the_95_percent_quantile() {
        double[] values = new double[101];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        values[100] = 1e6;
        Table training = Mixed.table(values);
        Gower gower = Gower.robust(training, 0);
        assertThat(gower.distance(gower.rows(training), 10, gower.rows(training), 28))
                .isCloseTo(18 / 90.0, within(1e-15));
        assertThat(gower.distance(gower.rows(training), 0, gower.rows(training), 100))
                .isEqualTo(1);
    }

    @Test
    void a_robust_range_of_zero_falls_back_on_the_range() {
        double[] values = new double[100];
        values[99] = 4;
        Table training = Mixed.table(values);
        Gower gower = Gower.robust(training, 0);
        assertThat(gower.distance(gower.rows(training), 0, gower.rows(Mixed.table(new double[] {1})), 0))
                .isEqualTo(0.25);
    }

    @Test
    void missing_cells_can_be_apart() {
        Table training = Mixed.table(new double[] {0, 1}, new int[] {0, 1});
        Table missing = Mixed.table(new double[] {NONE}, new int[] {-1});
        Gower gower = Gower.of(training).missingApart();
        assertThat(gower.distance(gower.rows(missing), 0, gower.rows(missing), 0))
                .isEqualTo(1);
        assertThat(gower.distance(gower.rows(missing), 0, gower.rows(training), 0))
                .isEqualTo(1);
        assertThat(gower.distance(gower.rows(training), 0, gower.rows(training), 0))
                .isZero();
    }
}
