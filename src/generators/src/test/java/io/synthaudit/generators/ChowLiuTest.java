package io.synthaudit.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.interval.TotalVariation;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Contingency;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChowLiuTest {

    private static final int ROWS = 6000;

    private final Table training = Planted.table(ROWS, 11);
    private final Profile profile = Profile.of(training);
    private final Table synthetic = new ChowLiu().generate(training, ROWS, new RandomStreams(1));

    @Test
    void the_tree_has_the_edges_that_were_planted() {
        Draft[] drafts = new Draft[6];
        for (int c = 0; c < drafts.length; c++) {
            drafts[c] = training.column(c) instanceof NumberColumn numbers
                    ? new NumberDraft(numbers, profile.column(c), 1)
                    : new LevelDraft((CodeColumn) training.column(c), profile.column(c), 1);
        }
        Tree tree = ChowLiu.tree(drafts);
        Set<String> edges = new TreeSet<>();
        for (int node : tree.order()) {
            int parent = tree.parent()[node];
            if (parent >= 0 && node != Planted.NOISE) {
                edges.add(Math.min(node, parent) + "-" + Math.max(node, parent));
            }
        }
        assertThat(edges).containsExactly("0-1", "0-4", "1-2", "2-3");
    }

    @Test
    void the_heaviest_tree_is_found_and_ties_go_to_the_lowest_number() {
        double[][] weight = {{0, 1, 3, 1}, {1, 0, 2, 1}, {3, 2, 0, 1}, {1, 1, 1, 0}};
        Tree tree = Tree.spanning(weight);
        assertThat(tree.parent()).containsExactly(-1, 2, 0, 0);
        assertThat(tree.order()).containsExactly(0, 2, 1, 3);
    }

    @Test
    void independent_columns_have_no_dependence_on_average() {
        double sum = 0;
        for (int seed = 0; seed < 20; seed++) {
            Table table = Planted.table(500, 100 + seed);
            Profile own = Profile.of(table);
            Draft noise = new NumberDraft((NumberColumn) table.column(Planted.NOISE), own.column(Planted.NOISE), 1);
            Draft visits = new NumberDraft((NumberColumn) table.column(Planted.VISITS), own.column(Planted.VISITS), 1);
            sum += Dependence.of(noise.training(), noise.codes(), visits.training(), visits.codes());
        }
        // Uncorrected it would be near 19 * 19 / 1000 = .36 a table.
        assertThat(sum / 20).isCloseTo(0, within(0.06));
    }

    @Test
    void columns_are_like_those_of_a_fresh_sample() {
        for (int c : profile.schema().content()) {
            long[] real = levels(training, c);
            long[] made = levels(synthetic, c);
            double expected = TotalVariation.estimate(real, made, 1, 1, 0.95).bias();
            // Three times what two samples of one law show on average; about twice is the chance of one in a thousand.
            assertThat(TotalVariation.distance(real, made))
                    .as(profile.schema().field(c).name())
                    .isLessThan(3 * expected);
        }
    }

    @Test
    void pairs_are_nearly_like_those_of_a_fresh_sample() {
        Table fresh = Planted.table(ROWS, 12);
        List<Double> excess = new ArrayList<>();
        int[] content = profile.schema().content();
        for (int i = 0; i < content.length; i++) {
            for (int j = i + 1; j < content.length; j++) {
                excess.add(distance(synthetic, content[i], content[j]) - distance(fresh, content[i], content[j]));
            }
        }
        excess.sort(null);
        assertThat(excess.get((int) (0.95 * excess.size()))).isLessThan(0.05);
    }

    @Test
    void numbers_have_the_usual_decimals_and_stay_within_the_percentiles() {
        double[] dose = numbers(synthetic, Planted.DOSE);
        assertThat(Arrays.stream(dose))
                .allMatch(v -> BigDecimal.valueOf(v).stripTrailingZeros().scale() <= 1);
        assertThat(Arrays.stream(numbers(synthetic, Planted.VISITS))).allMatch(v -> v == Math.rint(v));
        double[] real = Arrays.stream(numbers(training, Planted.NOISE)).sorted().toArray();
        double[] made =
                Arrays.stream(numbers(synthetic, Planted.NOISE)).sorted().toArray();
        assertThat(made[0]).isGreaterThanOrEqualTo(real[ROWS / 100]);
        assertThat(made[ROWS - 1]).isLessThanOrEqualTo(real[ROWS - ROWS / 100]);
    }

    @Test
    void zeros_stay_zeros() {
        long real = zeros(training);
        long made = zeros(synthetic);
        assertThat(real).isGreaterThan(ROWS / 10);
        assertThat((double) made / real).isCloseTo(1, within(0.1));
    }

    @Test
    void keys_are_left_out() {
        assertThat(synthetic.column(Planted.KEY).missing()).isEqualTo(ROWS);
    }

    @Test
    void equal_seeds_give_equal_tables_and_others_do_not() {
        assertThat(numbers(new ChowLiu().generate(training, ROWS, new RandomStreams(1)), Planted.DOSE))
                .isEqualTo(numbers(synthetic, Planted.DOSE));
        assertThat(numbers(new ChowLiu().generate(training, ROWS, new RandomStreams(2)), Planted.DOSE))
                .isNotEqualTo(numbers(synthetic, Planted.DOSE));
    }

    private double distance(Table table, int first, int second) {
        Field x = profile.schema().field(first);
        Field y = profile.schema().field(second);
        PairCounts real = new CodedTable(training, profile).observe(new Contingency(x, y), profile, null);
        PairCounts other = new CodedTable(table, profile).observe(new Contingency(x, y), profile, null);
        return TotalVariation.distance(real.coarsen(5).cells(), other.coarsen(5).cells());
    }

    private long[] levels(Table table, int column) {
        return new CodedTable(table, profile)
                .observe(new Levels(profile.schema().field(column)), profile, null)
                .cells();
    }

    private static long zeros(Table table) {
        return Arrays.stream(numbers(table, Planted.DOSE)).filter(v -> v == 0).count();
    }

    private static double[] numbers(Table table, int column) {
        return ((NumberColumn) table.column(column)).values();
    }
}
