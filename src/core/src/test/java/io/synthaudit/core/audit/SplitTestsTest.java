package io.synthaudit.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class SplitTestsTest {

    private static final Schema SCHEMA = new Schema(List.of(Field.of("code", Kind.CATEGORICAL)), true);

    /** 900 levels, of which training misses some: the levels that it has most of are no reason to find the holdout odd. */
    @Test
    void a_random_split_of_many_levels_is_fit() {
        int unfit = 0;
        double least = 1;
        for (int seed = 0; seed < 10; seed++) {
            Control control = check(split(1_500, 700, 900, seed));
            unfit += control.fitness().unfit() ? 1 : 0;
            least = Math.min(least, control.fitness().split().p());
        }
        assertThat(unfit).isZero();
        // Of ten p-values the least is below .005 in 5 % of seeds.
        assertThat(least).isGreaterThan(.005);
    }

    @Test
    void a_holdout_of_other_levels_is_unfit() {
        Tables split = split(1_500, 700, 900, 1);
        Table moved = levels(Arrays.stream(codes(split.holdout().orElseThrow()))
                .map(c -> c % 3 == 0 ? c / 2 : c)
                .toArray());
        assertThat(check(Tables.of(split.training(), split.synthetic(), moved))
                        .reason()
                        .code())
                .isEqualTo("holdout-unfit");
    }

    @Test
    void a_holdout_drawn_from_rows_that_stayed_in_training_is_unfit() {
        Table training = levels(IntStream.range(0, 1_000).toArray());
        Table drawn = training.select(IntStream.range(0, 300).map(i -> 3 * i).toArray());
        Control control = check(Tables.of(training, training, drawn));
        assertThat(control.table()).isNull();
        assertThat(control.reason().text())
                .isEqualTo("More holdout rows equal a training row than a random split explains"
                        + " (validity.holdout-fitness): the holdout holds rows that the generator saw, and cannot be a"
                        + " control.");
        Control whole = check(Tables.of(training, training, training));
        assertThat(whole.reason().code()).isEqualTo("holdout-unfit");
    }

    @Test
    void rows_that_are_equal_by_chance_or_for_being_one_persons_leave_the_holdout_fit() {
        Control few = check(split(600, 300, 5, 2));
        assertThat(few.table()).isNotNull();
        assertThat(few.fitness().overlap().share()).isEqualTo(1);
        // Two rows of each person are equal, and never parted.
        Table training = levels(IntStream.range(0, 600).map(i -> i / 2).toArray());
        Table holdout = levels(IntStream.range(0, 300).map(i -> 300 + i / 2).toArray());
        int[] ours = IntStream.range(0, 600).map(i -> i / 2).toArray();
        int[] theirs = IntStream.range(0, 300).map(i -> 1_000 + i / 2).toArray();
        OverlapTest.Result parted = new OverlapTest(training, holdout, ours, theirs, new Workers(1))
                .run(new RandomStreams(1), new Workers(1));
        assertThat(parted.equal()).isZero();
        assertThat(parted.unfit()).isFalse();
    }

    @Test
    void without_a_content_column_there_is_nothing_to_differ_in() {
        Schema text = new Schema(List.of(Field.of("note", Kind.TEXT)), true);
        Table notes = new Table(
                text,
                List.of(new CodeColumn(text.field(0), new Dictionary(new String[] {"a"}, 1), new int[40], 0)),
                40);
        HoldoutFitness.Fitness fitness = check(Tables.of(notes, notes, notes)).fitness();
        assertThat(fitness.split()).isEqualTo(new SplitTest.Result(0, -1, 1));
    }

    private static Control check(Tables tables) {
        try (Workers workers = new Workers(2)) {
            Profile profile = Profile.of(tables.training());
            CodedTable training = new CodedTable(tables.training(), profile);
            return HoldoutFitness.check(tables, training, profile, new RandomStreams(7), workers);
        }
    }

    private static int[] codes(Table table) {
        return ((CodeColumn) table.column(0)).codes();
    }

    private static Tables split(int n, int h, int levels, int seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("split");
        int[] all = IntStream.range(0, n + h).map(i -> random.nextInt(levels)).toArray();
        // Codes that training has come first, as in a table that was read.
        List<Integer> order = new ArrayList<>();
        for (int code : all) {
            if (!order.contains(code)) {
                order.add(code);
            }
        }
        int known = (int) Arrays.stream(all, 0, n).distinct().count();
        int[] dense = Arrays.stream(all).map(order::indexOf).toArray();
        Table training = levels(Arrays.copyOf(dense, n), known, order.size());
        Table holdout = levels(Arrays.copyOfRange(dense, n, n + h), known, order.size());
        return Tables.of(training, training, holdout);
    }

    private static Table levels(int[] codes) {
        return levels(codes, 1_000, 1_000);
    }

    private static Table levels(int[] codes, int known, int size) {
        String[] labels = IntStream.range(0, size).mapToObj(i -> "v" + i).toArray(String[]::new);
        return new Table(
                SCHEMA,
                List.of(new CodeColumn(SCHEMA.field(0), new Dictionary(labels, known), codes, 0)),
                codes.length);
    }
}
