package io.synthaudit.attacks.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretTest {

    /** Ties of all rows of a synthetic column: every row is at distance 0 in a column of one level. */
    private static NearestRows.Ties all(int rows) {
        CodeColumn same = Cells.levels("same", 1, new int[rows]);
        CodeColumn target = Cells.levels("same", 1, 0);
        Profile profile = Profile.of(Cells.table(target));
        KnownColumn[] known = {new KnownColumn(profile.column(0), same, target)};
        return new NearestRows(known, new int[] {-1}, rows).of(0)[0];
    }

    /** Training 0, 1, .. 100: quartiles 25 and 75, so a guess may be 2.5 off; median 50. */
    @Test
    void a_number_is_right_within_five_percent_of_the_interquartile_range() {
        NumberColumn training = Cells.numbers(
                "n", IntStream.rangeClosed(0, 100).asDoubleStream().toArray());
        Secret secret = Secret.of(training, Cells.numbers("n", 7.5, 12.5, 7.4, 12.6, Double.NaN));
        NumberColumn truth = Cells.numbers("n", 10, -10, 52.5, 52.6);
        assertThat(secret.success(truth, 0, all(5))).isEqualTo(0.4);
        assertThat(secret.success(truth, 1, all(5))).isZero();
        assertThat(secret.baseline(truth, 2)).isEqualTo(1);
        assertThat(secret.baseline(truth, 3)).isZero();
        assertThat(secret.rare()).isEqualTo(Secret.NONE);
    }

    @Test
    void a_number_without_spread_must_be_equal() {
        Secret secret = Secret.of(Cells.numbers("n", 0, 0, 0, 0, 9), Cells.numbers("n", 0, 1e-9));
        assertThat(secret.success(Cells.numbers("n", 0), 0, all(2))).isEqualTo(0.5);
    }

    @Test
    void a_level_must_be_equal_and_the_most_frequent_one_is_the_baseline() {
        Secret secret = Secret.of(Cells.levels("l", 3, 0, 1, 1, 2, 2), Cells.levels("l", 3, 1, 1, 2, -1));
        CodeColumn truth = Cells.levels("l", 3, 1, 2, 0, 5);
        assertThat(secret.success(truth, 0, all(4))).isEqualTo(0.5);
        assertThat(secret.success(truth, 1, all(4))).isEqualTo(0.25);
        assertThat(secret.success(truth, 2, all(4))).isZero();
        assertThat(secret.success(truth, 3, all(4))).isZero();
        assertThat(secret.baseline(truth, 0)).isEqualTo(1);
        assertThat(secret.baseline(truth, 1)).isZero();
        assertThat(secret.rare()).isEqualTo(Secret.NONE);
    }

    /** Level 0 has 49 training rows, level 1 has 60, level 2 has 50, level 3 has 50: the rarest with 50 is level 2. */
    @Test
    void the_rare_level_is_the_rarest_with_fifty_training_rows() {
        int[] codes = IntStream.range(0, 209)
                .map(i -> i < 49 ? 0 : i < 109 ? 1 : i < 159 ? 2 : 3)
                .toArray();
        Secret secret = Secret.of(Cells.levels("l", 4, codes), Cells.levels("l", 4, 2, 2, 2, 3));
        CodeColumn truth = Cells.levels("l", 4, 2, 3);
        assertThat(secret.rare()).isEqualTo(2);
        assertThat(secret.rareShare(all(4))).isEqualTo(0.75);
        assertThat(secret.isRare(truth, 0)).isTrue();
        assertThat(secret.isRare(truth, 1)).isFalse();
    }
}
