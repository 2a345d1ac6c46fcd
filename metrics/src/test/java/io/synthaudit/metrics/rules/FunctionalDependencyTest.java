package io.synthaudit.metrics.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class FunctionalDependencyTest extends RuleContract {

    @Override
    protected TableEvaluation evaluation() {
        return new FunctionalDependency();
    }

    /** Cells dealt out anew bring no value that training lacks. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return measure.direction() == Direction.NONE || measure.id().equals("new-values");
    }

    /** Columns code (12 values), text (6, of the code), day, hour, shift (of day and hour), noise. */
    @Override
    protected Table planted(int rows, long seed, int broken) {
        UniformRandomProvider random = new RandomStreams(seed).stream("planted");
        int[] code = new int[rows];
        int[] text = new int[rows];
        int[] day = new int[rows];
        int[] hour = new int[rows];
        int[] shift = new int[rows];
        double[] noise = new double[rows];
        for (int i = 0; i < rows; i++) {
            code[i] = random.nextInt(12);
            text[i] = (code[i] / 2 + (i < broken ? 1 : 0)) % 6;
            day[i] = random.nextInt(7);
            hour[i] = random.nextInt(8);
            shift[i] = (day[i] + hour[i]) % 3;
            noise[i] = random.nextInt(4) == 0 ? Double.NaN : random.nextDouble();
        }
        return Planted.table(
                Planted.levels("code", 12, code),
                Planted.levels("text", 6, text),
                Planted.levels("day", 7, day),
                Planted.levels("hour", 8, hour),
                Planted.levels("shift", 3, shift),
                Planted.numbers("noise", noise));
    }

    @Test
    void one_and_two_columns_that_determine_another_are_found_and_no_more() {
        List<Observation> found = observe(Tables.of(planted(900, 1, 0), planted(600, 2, 30), planted(600, 3, 0)));
        assertThat(of(found, "rule-count").estimate().value()).isEqualTo(2);
        assertThat(of(found, "broken-count").estimate().value()).isEqualTo(1);
        Observation share = of(found, "share");
        assertThat(share.target().columns()).containsExactly("text");
        assertThat(share.target().given()).containsExactly("code");
        assertThat(share.estimate().value()).isEqualTo(0.05, within(1e-15));
        assertThat(share.yardstick().value()).isZero();
        assertThat(share.excess().interval().lower()).isGreaterThan(0.03);
        assertThat(of(found, "broken-share").estimate().value()).isEqualTo(0.05, within(1e-15));
        assertThat(of(found, "worst-share").estimate().value()).isEqualTo(0.05, within(1e-15));
        assertThat(of(found, "new-values").estimate().value()).isZero();
    }

    @Test
    void values_that_training_lacks_are_counted_apart() {
        Table whole = planted(900, 1, 0);
        int[] codes = ((io.synthaudit.core.table.CodeColumn) whole.column(0)).codes();
        Table without =
                whole.select(IntStream.range(0, 900).filter(i -> codes[i] != 11).toArray());
        Table synthetic = planted(600, 2, 30);
        int[] used = ((io.synthaudit.core.table.CodeColumn) synthetic.column(0)).codes();
        long unknown = IntStream.of(used).filter(c -> c == 11).count();
        long wrong = IntStream.range(0, 30).filter(i -> used[i] != 11).count();
        List<Observation> found = observe(Planted.knowing(11, without, synthetic));
        assertThat(of(found, "new-values").estimate().value()).isEqualTo(unknown / 600.0, within(1e-15));
        assertThat(of(found, "share").estimate().value()).isEqualTo(wrong / (600.0 - unknown), within(1e-15));
    }

    /** 20 rows of a value are no rule, nor is a value that nearly all rows have. */
    @Test
    void what_chance_would_show_is_no_rule() {
        assertThat(of(observe(FixtureTables.fresh(600, 400, 300, 1)), "rule-count")
                        .estimate()
                        .value())
                .isZero();
        Table small = planted(40, 1, 0);
        assertThat(of(observe(Tables.of(small, small, null)), "rule-count")
                        .estimate()
                        .value())
                .isZero();
    }

    /** statistics.md, section 3: 18.5 % of the rows of ctgan's table break education -> education_num. */
    @Test
    void ctgan_breaks_the_years_of_education_of_adult() {
        List<Observation> found = observe(RealTables.load("adult", "ctgan"));
        Observation years = found.stream()
                .filter(o -> o.measure().equals("share")
                        && o.target().columns().equals(List.of("education_num"))
                        && o.target().given().equals(List.of("education")))
                .findFirst()
                .orElseThrow();
        assertThat(years.estimate().value()).isEqualTo(0.185, within(0.0005));
        assertThat(years.yardstick().value()).isZero();
        assertThat(years.excess().interval().lower()).isGreaterThan(0.17);
    }

    @Test
    void a_copy_of_adult_breaks_nothing() {
        Tables tables = RealTables.load("adult", "cart");
        List<Observation> found = evaluation()
                .evaluate(FixedRun.of(new Tables(
                        tables.training(), tables.training(), tables.holdout(), Optional.empty(), Optional.empty())));
        assertThat(of(found, "broken-share").estimate().value()).isZero();
    }
}
