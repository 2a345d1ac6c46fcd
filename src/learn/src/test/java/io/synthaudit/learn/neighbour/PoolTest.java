package io.synthaudit.learn.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.synthaudit.core.table.Parallel;
import io.synthaudit.core.table.Table;
import org.junit.jupiter.api.Test;

class PoolTest {

    private final Table training = Mixed.table(new double[] {0, 4, 4, 10});
    private final Table holdout = Mixed.table(new double[] {4, 7});
    private final Gower gower = Gower.of(training);

    private Pool pool(double... synthetic) {
        Table rows = Mixed.table(synthetic);
        return Pool.of(
                NearestSearch.of(gower, rows, training).run(Parallel.NONE),
                NearestSearch.of(gower, rows, holdout).run(Parallel.NONE),
                4,
                2);
    }

    @Test
    void holdout_rows_are_numbered_after_training_rows() {
        Pool pool = pool(9, 7.5);
        assertThat(pool.first(0)).isEqualTo(3);
        assertThat(pool.trainingShare(0)).isEqualTo(1);
        assertThat(pool.first(1)).isEqualTo(5);
        assertThat(pool.trainingShare(1)).isZero();
        assertThat(pool.tied(1)).containsExactly(5);
        assertThat(pool.distance(1)).isEqualTo(0.05);
        assertThat(pool.rows()).isEqualTo(6);
    }

    @Test
    void tied_rows_share_and_training_stands_first() {
        Pool pool = pool(4);
        assertThat(pool.first(0)).isEqualTo(1);
        assertThat(pool.tied(0)).containsExactly(1, 2, 4);
        assertThat(pool.trainingShare(0)).isEqualTo(2.0 / 3);
    }

    @Test
    void ties_between_the_tables_forgive_rounding() {
        // .3 - .2 and .2 - .1 differ in the last bits of a double
        Table ours = Mixed.table(new double[] {0, 0.3, 1});
        Table theirs = Mixed.table(new double[] {0.1});
        Table synthetic = Mixed.table(new double[] {0.2});
        Gower unit = Gower.of(ours);
        Nearest toTraining = NearestSearch.of(unit, synthetic, ours).run(Parallel.NONE);
        Nearest toHoldout = NearestSearch.of(unit, synthetic, theirs).run(Parallel.NONE);
        assertThat(toTraining.distance(0)).isNotEqualTo(toHoldout.distance(0));
        Pool pool = Pool.of(toTraining, toHoldout, 3, 1);
        assertThat(pool.tied(0)).containsExactly(1, 3);
        assertThat(pool.trainingShare(0)).isEqualTo(0.5);
    }

    @Test
    void searches_of_different_rows_are_refused() {
        Nearest one = NearestSearch.of(gower, training, training).run(Parallel.NONE);
        Nearest other = NearestSearch.of(gower, holdout, training).run(Parallel.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pool.of(one, other, 4, 2))
                .withMessage("both searches must be of the same rows");
    }
}
