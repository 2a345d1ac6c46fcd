package io.synthaudit.metrics.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyCombinationsTest extends RuleContract {

    @Override
    protected TableEvaluation evaluation() {
        return new KeyCombinations();
    }

    /** Every rule is broken before the damage. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return measure.direction() == Direction.NONE || measure.id().equals("broken-count");
    }

    /** Cubes of large numbers are no longer told apart by doubles. */
    @Override
    protected Numbers numbers(String measure) {
        return Numbers.AFFINE;
    }

    /** Persons with a visit a day: person and day tell rows apart, neither does alone; the first rows are all one visit. */
    @Override
    protected Table planted(int rows, long seed, int broken) {
        int[] person = new int[rows];
        int[] day = new int[rows];
        double[] number = new double[rows];
        double[] weight = new double[rows];
        for (int i = 0; i < rows; i++) {
            person[i] = i < broken ? 0 : i % 40;
            day[i] = i < broken ? 0 : i / 40;
            number[i] = i < broken ? 1 : i + 1;
            weight[i] = ((i + seed) * 0.6180339887) % 1;
        }
        return Planted.table(
                Planted.levels(Field.of("person", Kind.CATEGORICAL), 40, 40, person),
                Planted.levels("day", 30, day),
                new NumberColumn(Field.of("number", Kind.INTEGER), number, 0),
                Planted.numbers("weight", weight));
    }

    /** All of the broken rows are equal, so they were one breach before. */
    @Override
    protected double wider() {
        return 0.999;
    }

    @Test
    void a_running_number_and_a_pair_are_keys_and_a_measurement_is_none() {
        List<Observation> found = observe(Tables.of(planted(600, 1, 0), planted(400, 2, 30), planted(300, 3, 0)));
        assertThat(of(found, "rule-count").estimate().value()).isEqualTo(2);
        assertThat(found.stream()
                        .filter(o -> o.measure().equals("share"))
                        .map(o -> o.target().columns()))
                .containsExactly(List.of("number"), List.of("person", "day"));
        Observation pair = of(found, "share", List.of("person", "day"));
        assertThat(pair.estimate().value()).isEqualTo(30 / 400.0, within(1e-15));
        assertThat(pair.yardstick().value()).isZero();
        assertThat(pair.note()).isEqualTo("In training no two rows have the same \"person\" and \"day\".");
    }

    /** 30 equal rows are one breach and not thirty: the bounds are far wider than Clopper and Pearson's of 30 in 400. */
    @Test
    void equal_rows_are_one_breach() {
        List<Observation> found = observe(Tables.of(planted(600, 1, 0), planted(400, 2, 30), null));
        assertThat(of(found, "share", List.of("person", "day"))
                        .estimate()
                        .interval()
                        .upper())
                .isGreaterThan(0.2);
        List<Observation> none = observe(Tables.of(planted(600, 1, 0), planted(400, 2, 0), null));
        assertThat(of(none, "share", List.of("number")).estimate().interval().upper())
                .isEqualTo(1 - StrictMath.pow(0.05, 2 / 400.0), within(1e-9));
    }

    @Test
    void what_chance_tells_apart_is_no_key() {
        Table few = FixtureTables.people(60, 1);
        assertThat(of(observe(Tables.of(few, few, null)), "rule-count")
                        .estimate()
                        .value())
                .isZero();
    }

    @Test
    void missing_cells_are_not_equal_values() {
        double[] number = IntStream.range(0, 600).mapToDouble(i -> i).toArray();
        double[] holes = number.clone();
        holes[3] = Double.NaN;
        holes[4] = Double.NaN;
        Field field = Field.of("number", Kind.INTEGER);
        Table training = Planted.table(new NumberColumn(field, number, 0));
        Table synthetic = Planted.table(new NumberColumn(field, holes, 0));
        assertThat(of(observe(Tables.of(training, synthetic, null)), "broken-share")
                        .estimate()
                        .value())
                .isZero();
    }
}
