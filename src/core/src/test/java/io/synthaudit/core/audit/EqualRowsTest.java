package io.synthaudit.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class EqualRowsTest {

    private static final double NONE = Double.NaN;

    @Test
    void a_row_is_equal_when_every_cell_is_and_missing_equals_missing() {
        Table in = Small.table(Small.levels(3, 0, 1, -1, 2), Small.numbers(1.5, NONE, 3, 0.0));
        Table of = Small.table(Small.levels(3, 0, 0, 1, -1, 2, -1), Small.numbers(1.5, 1.25, NONE, 3, -0.0, NONE));
        assertThat(equal(of, in)).containsExactly(true, false, true, true, true, false);
    }

    @Test
    void keys_do_not_count() {
        Table in = Small.table(Small.levels(3, 0), Small.key(1));
        Table of = Small.table(Small.levels(3, 0), Small.key(2));
        assertThat(equal(of, in)).containsExactly(true);
    }

    /** Few distinct rows, so that many rows of a table are equal to one another too. */
    @Test
    void it_is_what_comparing_every_pair_finds() {
        UniformRandomProvider random = new RandomStreams(7).stream("rows");
        int[][] in = draw(200, random);
        int[][] of = draw(300, random);
        boolean[] expected = new boolean[of.length];
        for (int i = 0; i < of.length; i++) {
            int[] row = of[i];
            expected[i] = Arrays.stream(in).anyMatch(other -> Arrays.equals(row, other));
        }
        assertThat(expected).contains(true).contains(false);
        assertThat(equal(table(of), table(in))).isEqualTo(expected);
    }

    private static int[][] draw(int rows, UniformRandomProvider random) {
        int[][] drawn = new int[rows][];
        for (int i = 0; i < rows; i++) {
            int rare = random.nextInt(3) == 0 ? random.nextInt(40) : 0;
            drawn[i] = new int[] {random.nextInt(4) - 1, rare};
        }
        return drawn;
    }

    private static Table table(int[][] rows) {
        int[] codes = Arrays.stream(rows).mapToInt(row -> row[0]).toArray();
        double[] values = Arrays.stream(rows)
                .mapToDouble(row -> row[1] == 0 ? NONE : row[1] / 8.0)
                .toArray();
        return Small.table(Small.levels(3, codes), Small.numbers(values));
    }

    /** For each row of {@code of}, whether some row of {@code in} is of its class. */
    private static boolean[] equal(Table of, Table in) {
        int[] classes = EqualRows.classes(of, in, new Workers(1));
        boolean[] equal = new boolean[of.rows()];
        for (int row = 0; row < equal.length; row++) {
            for (int other = of.rows(); other < classes.length; other++) {
                equal[row] |= classes[row] == classes[other];
            }
        }
        return equal;
    }
}
