package io.synthaudit.attacks.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestRowsTest {

    private static final double NONE = Double.NaN;

    /** Gower's distance cell by cell, from design.md: missing-missing 0, missing-value 1, range 0: 0 or 1, capped at 1. */
    @Test
    void parts_of_the_distance_follow_gower() {
        Table training = Cells.table(Cells.numbers("a", 0, 10), Cells.numbers("b", 3, 3), Cells.levels("c", 2, 0, 1));
        Profile profile = Profile.of(training);
        KnownColumn a =
                new KnownColumn(profile.column(0), Cells.numbers("a", 2, NONE, 99, -1e9), Cells.numbers("a", 4, NONE));
        assertThat(a.part(0, 0)).isEqualTo(0.2);
        assertThat(a.part(0, 1)).isEqualTo(1);
        assertThat(a.part(0, 2)).isEqualTo(1);
        assertThat(a.part(0, 3)).isEqualTo(1);
        assertThat(a.part(1, 0)).isEqualTo(1);
        assertThat(a.part(1, 1)).isZero();
        KnownColumn b = new KnownColumn(profile.column(1), Cells.numbers("b", 3, 3.001), Cells.numbers("b", 3));
        assertThat(b.part(0, 0)).isZero();
        assertThat(b.part(0, 1)).isEqualTo(1);
        KnownColumn c =
                new KnownColumn(profile.column(2), Cells.levels("c", 2, 0, 1, -1, 7), Cells.levels("c", 2, 0, -1, 7));
        assertThat(new double[] {c.part(0, 0), c.part(0, 1), c.part(0, 2), c.part(0, 3)})
                .containsExactly(0, 1, 1, 1);
        assertThat(new double[] {c.part(1, 0), c.part(1, 1), c.part(1, 2), c.part(1, 3)})
                .containsExactly(1, 1, 0, 1);
        assertThat(c.part(2, 3)).isZero();
    }

    /** Tables with outliers, missing cells, copies and many ties, against a plain double loop. */
    @ParameterizedTest(name = "{0} columns of numbers, {1} of levels, {2} synthetic rows")
    @CsvSource({"3, 4, 3000", "0, 3, 2500", "4, 0, 1500", "1, 0, 100", "2, 5, 1", "9, 20, 1100"})
    void all_secrets_get_the_rows_that_a_plain_loop_finds(int numbers, int levels, int rows) {
        UniformRandomProvider random = new RandomStreams(7).stream(numbers + "-" + levels);
        Table training = table(numbers, levels, 200, random);
        Table synthetic = table(numbers, levels, rows, random);
        Table targets = concat(synthetic.select(new int[] {0, rows - 1, rows / 2}), table(numbers, levels, 30, random));
        int k = numbers + levels;
        KnownColumn[] known = known(Profile.of(training), synthetic, targets);
        int[] own = IntStream.rangeClosed(-1, k > 1 ? k - 1 : -1).toArray();
        NearestRows nearest = new NearestRows(known, own, rows);
        for (int target = 0; target < targets.rows(); target++) {
            NearestRows.Ties[] ties = nearest.of(target);
            for (int s = 0; s < own.length; s++) {
                int[] found =
                        IntStream.range(0, ties[s].size()).map(ties[s]::row).toArray();
                assertThat(found).containsExactly(plain(known, own[s], target, rows));
            }
        }
    }

    /** Each row is tied with the one before it, but the first is not tied with the last, which is nearest. */
    @Test
    void ties_are_counted_from_the_smallest_distance() {
        KnownColumn[] known = {
            new KnownColumn(
                    Profile.of(Cells.table(Cells.numbers("a", 0, 1))).column(0),
                    Cells.numbers("a", 0.5 + 1.5e-12, 0.5 + 0.8e-12, 0.5),
                    Cells.numbers("a", 0.5))
        };
        NearestRows.Ties ties = new NearestRows(known, new int[] {-1}, 3).of(0)[0];
        assertThat(IntStream.range(0, ties.size()).map(ties::row).toArray()).containsExactly(1, 2);
    }

    private static int[] plain(KnownColumn[] known, int without, int target, int rows) {
        double[] distance = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < known.length; c++) {
                distance[row] += c == without ? 0 : known[c].part(target, row);
            }
        }
        double least = Arrays.stream(distance).min().orElseThrow();
        return IntStream.range(0, rows)
                .filter(row -> distance[row] <= least + 1e-12 * known.length)
                .toArray();
    }

    private static KnownColumn[] known(Profile profile, Table synthetic, Table targets) {
        return IntStream.range(0, synthetic.columns().size())
                .mapToObj(c -> new KnownColumn(profile.column(c), synthetic.column(c), targets.column(c)))
                .toArray(KnownColumn[]::new);
    }

    private static Table table(int numbers, int levels, int rows, UniformRandomProvider random) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < numbers; c++) {
            double step = c % 2 == 0 ? 0.1 : 1e-4;
            double[] values = new double[rows];
            for (int i = 0; i < rows; i++) {
                double value = Math.floor(random.nextDouble() * 10) * step;
                double luck = random.nextDouble();
                values[i] = luck < 0.05 ? NONE : luck < 0.07 ? 1e8 * value : value;
            }
            columns.add(Cells.numbers("n" + c, values));
        }
        for (int c = 0; c < levels; c++) {
            int[] codes = random.ints(rows, -1, 4 + c % 3).toArray();
            columns.add(Cells.levels("l" + c, 10, codes));
        }
        return Cells.table(columns.toArray(Column[]::new));
    }

    private static Table concat(Table first, Table second) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < first.columns().size(); c++) {
            Column a = first.column(c);
            Column b = second.column(c);
            if (a instanceof NumberColumn x) {
                double[] y = ((NumberColumn) b).values();
                double[] both = Arrays.copyOf(x.values(), x.rows() + y.length);
                System.arraycopy(y, 0, both, x.rows(), y.length);
                columns.add(Cells.numbers(a.field().name(), both));
            } else {
                int[] x = ((CodeColumn) a).codes();
                int[] y = ((CodeColumn) b).codes();
                int[] both = Arrays.copyOf(x, x.length + y.length);
                System.arraycopy(y, 0, both, x.length, y.length);
                columns.add(Cells.levels(a.field().name(), 10, both));
            }
        }
        return Cells.table(columns.toArray(Column[]::new));
    }
}
