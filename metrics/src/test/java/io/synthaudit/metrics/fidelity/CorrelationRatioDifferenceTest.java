package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.LevelMoments;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.MetricContract;
import io.synthaudit.testkit.Numbers;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CorrelationRatioDifferenceTest extends MetricContract {

    private static final List<Field> FIELDS = List.of(Field.of("g", Kind.CATEGORICAL), Field.of("y", Kind.NUMERIC));

    @Override
    protected Metric metric() {
        return new CorrelationRatioDifference();
    }

    @Override
    protected Numbers numbers(Measure measure) {
        return Numbers.AFFINE;
    }

    @ParameterizedTest
    @MethodSource("io.synthaudit.metrics.fidelity.PairGoldens#tables")
    void eta_is_that_of_scipy_s_goldens(String dataset, String variant) {
        Tables tables = RealTables.load(dataset, variant);
        PairGoldens.differences(dataset, variant, "correlation_ratio").forEach((pair, expected) -> {
            double[] values =
                    PairGoldens.values(new CorrelationRatioDifference(), PairGoldens.only(tables, pair), pair);
            PairGoldens.same(pair, values, expected);
        });
    }

    /** fidelity.md b.12, pair (c, x): eta .109255140296853, eta^2 .0119366856812849, which SynthEval reports for eta. */
    @Test
    void eta_of_the_vectors_is_a_root() {
        CorrelationRatio ratio = new CorrelationRatio(PairGoldens.real(new CorrelationRatioDifference(), "c", "x"));
        assertThat(ratio.eta()).isCloseTo(0.109255140296853, within(1e-9));
    }

    @Test
    void rows_with_a_missing_cell_are_left_out() {
        Table whole = table(new int[] {0, 0, 1, 1, 0, 1}, 1, 2, 5, 6, 1, 7);
        Table gaps = table(new int[] {0, 0, -1, 1, 1, 0, 1, 1}, 1, 2, 900, 5, 6, 1, 7, Double.NaN);
        assertThat(compare(whole, gaps).get(0).estimate().value()).isEqualTo(0, within(1e-12));
    }

    @Test
    void a_level_that_determines_the_number_scores_one() {
        int[] levels = new int[400];
        double[] free = new double[400];
        double[] bound = new double[400];
        for (int i = 0; i < 400; i++) {
            levels[i] = i % 2;
            free[i] = i / 2 % 10;
            bound[i] = 3 * levels[i];
        }
        var estimate = compare(table(levels, free), table(levels, bound)).get(0).estimate();
        assertThat(estimate.value()).isEqualTo(1, within(1e-9));
        assertThat(estimate.interval().lower()).isBetween(0.7, 0.99);
    }

    @Test
    void a_stronger_planted_association_never_looks_better() {
        double before = -1;
        for (double shift : new double[] {0, 0.5, 1, 2, 8}) {
            int[] levels = new int[300];
            double[] free = new double[300];
            double[] moved = new double[300];
            for (int i = 0; i < 300; i++) {
                levels[i] = i % 3;
                free[i] = i / 3 % 10;
                moved[i] = free[i] + shift * levels[i];
            }
            double now = compare(table(levels, free), table(levels, moved))
                    .get(0)
                    .estimate()
                    .value();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isGreaterThan(0.9);
    }

    @Test
    void a_constant_column_has_no_ratio() {
        Table varying = table(new int[] {0, 0, 1, 1}, 1, 2, 5, 6);
        assertThat(compare(varying, table(new int[] {0, 0, 1, 1}, 5, 5, 5, 5))).isEmpty();
        assertThat(compare(varying, table(new int[] {1, 1, 1, 1}, 1, 2, 5, 6))).isEmpty();
    }

    private static List<Measured> compare(Table reference, Table candidate) {
        Profile profile = Profile.of(reference);
        LevelMoments moments = new LevelMoments(FIELDS.get(0), FIELDS.get(1));
        return new CorrelationRatioDifference()
                .compare(
                        new CodedTable(reference, profile).observe(moments, profile, null),
                        new CodedTable(candidate, profile).observe(moments, profile, null),
                        comparison(profile.column(0)));
    }

    private static Table table(int[] levels, double... numbers) {
        Dictionary dictionary = new Dictionary(new String[] {"a", "b", "c"}, 3);
        return new Table(
                new Schema(FIELDS, true),
                List.of(
                        new CodeColumn(FIELDS.get(0), dictionary, levels, 0),
                        new NumberColumn(FIELDS.get(1), numbers, 0)),
                levels.length);
    }
}
